/** The final document, made when the number is given: the text that was signed, with number, date and signer. In the same transaction: no number without its document. */

import type { DossierAction } from '#modules/dossier/index.ts'
import { appendFacts, holdDossier } from '#modules/dossier/index.ts'
import { getOfficer } from '#modules/identity/index.ts'
import { issuingAgency } from '#modules/organization/index.ts'
import { legalDate } from '#modules/papers/index.ts'
import { type ResultIssued, tasksOf } from '#modules/workflow/index.ts'
import type { Queryable } from '#platform/database.ts'
import type { Listener } from '#platform/events.ts'
import { resultsErrors } from './errors.ts'
import { findDraft } from './queries/draft.ts'
import { getTemplateVersion, type ResultTemplate } from './queries/result-templates.ts'
import { keepResult, type Press, renderResult } from './render.ts'

/** Listens to `resultIssued`. A result whose document was uploaded stays as it is. */
export const issueDocument =
  (press: Press): Listener<ResultIssued> =>
  async (context, { dossierId, number, symbol }) => {
    const { tx, actor, now } = context
    const draft = await findDraft(tx, dossierId)
    if (!draft) return
    const dossier = await holdDossier(tx, dossierId)
    const template = await getTemplateVersion(tx, draft.resultTemplateId)
    const data = {
      ...draft.data,
      so: String(number),
      ky_hieu: symbol,
      so_ky_hieu: `${number}/${symbol}`,
      ngay_ban_hanh: legalDate(now),
      ...(await signerFields(tx, template, dossier.actions, dossier.settlingUnitId)),
    }
    const name = draft.name
    const rendered = await renderResult(press, { template, data, name, isDraft: false, now })
    const kept = await keepResult(tx, press, { rendered, name: `${number}-${symbol} ${name}`, actor, now })
    const ids = [kept.pdfDocumentId, kept.wordDocumentId]
    await tx
      .insertInto('dossierDocument')
      .values(ids.map((documentId) => ({ dossierId, documentId, kind: 'result', createdAt: now })))
      .execute()
    await tx.updateTable('dossierResult').set({ documentId: kept.pdfDocumentId }).where('id', '=', draft.resultId).execute()
    await tx
      .updateTable('resultDraft')
      .set({ data: JSON.stringify(data), ...kept })
      .where('id', '=', draft.id)
      .execute()
    appendFacts(context, dossier, ...ids.map((documentId) => ({ kind: 'document-added' as const, documentId, purpose: 'result' as const })))
  }

/** Who completed the last signature step, and with what authority. */
async function signerFields(db: Queryable, { fields }: ResultTemplate, actions: readonly DossierAction[], settlingUnitId: number) {
  if (!fields.some((field) => ['nguoi_ky', 'chuc_vu_ky'].includes(field.split('.').at(-1) ?? ''))) return {}
  const signed = tasksOf(actions).findLast(({ kind, outcome }) => kind === 'signature' && outcome === 'completed')
  if (signed?.closedById === undefined) return resultsErrors.fail('results.nobody-signed')
  const signer = await getOfficer(db, signed.closedById)
  const agency = await issuingAgency(db, settlingUnitId)
  const title = signingTitle(agency.headTitle, signer.positionName)
  return title
    ? { nguoi_ky: signer.fullName, chuc_vu_ky: title }
    : resultsErrors.fail('results.signer-without-title', { parameters: { unit: agency.name } })
}

/**
 * The head signs under the own title, a deputy for the head (`KT.`), anybody else by the head's order (`TL.`): NĐ 30/2020/NĐ-CP art. 13, annex I part II 7.a.
 * Undefined when neither title is known.
 */
export function signingTitle(headTitle: string | null, positionName: string | null): string | undefined {
  const head = headTitle?.toLocaleUpperCase('vi')
  const position = positionName?.toLocaleUpperCase('vi')
  if (!head || !position) return head ?? position
  if (position.startsWith(head)) return head
  const deputy = `PHÓ ${head}`
  if (position.startsWith('PHÓ ')) return `KT. ${head}\n${position.startsWith(deputy) ? deputy : position}`
  return `TL. ${head}\n${position}`
}
