import { z } from 'zod'
import { action } from '#platform/action.ts'
import { openFindings } from '../content-findings.ts'
import { contentOf } from '../content-of.ts'
import { holdDraft } from '../hold-draft.ts'
import { publishVersions } from '../publish-versions.ts'

const optionalDate = z.preprocess((value) => (value === '' ? undefined : value), z.iso.date('Hãy chọn ngày.').optional())

export const PublishVersion = z.object({
  versionId: z.coerce.number().int().positive(),
  decisionNumber: z.string().trim().min(3, 'Hãy ghi số quyết định công bố. Ví dụ: 1521/QĐ-UBND.').max(100),
  decisionDate: z.iso.date('Hãy chọn ngày của quyết định công bố.'),
  /** the day the newest legal basis takes effect */
  effectiveDate: optionalDate,
  validFrom: z.iso.date('Hãy chọn ngày áp dụng.'),
  /** Needed where something is suspicious: why it is published all the same. */
  note: z
    .string()
    .trim()
    .max(1_000)
    .optional()
    .transform((note) => note || undefined),
})

/** Công khai: the draft becomes the version in force from a day on, with the decision behind it. It can never be changed again. */
export const publishVersion = action('catalogue.publish', {
  input: PublishVersion,
  scope: () => undefined,
  async work(work, { versionId, note, validFrom, decisionNumber, decisionDate, effectiveDate }) {
    const { procedure, draft } = await holdDraft(work.tx, versionId)
    const findings = openFindings(contentOf(draft), draft.findings)
    await work.tx
      .updateTable('procedureVersion')
      .set({ decisionNumber, decisionDate, effectiveDate: effectiveDate ?? null, findings: JSON.stringify(findings) })
      .where('id', '=', versionId)
      .execute()
    await publishVersions(work, { versionIds: [versionId], validFrom, note })
    work.about({ kind: 'procedure', id: procedure.id }, { did: 'publish', number: draft.number, decision: decisionNumber, from: validFrom })
    return { code: procedure.code, number: draft.number }
  },
})
