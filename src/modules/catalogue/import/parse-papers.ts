/** Papers of a row (thành phần hồ sơ): which lines are papers, which only explain. */
import { searchable } from '#platform/text/searchable.ts'
import type { ComponentContent } from '../schemas.ts'
import { cleanText } from './clean-text.ts'
import type { Findings } from './collect-findings.ts'
import type { RawPaper } from './raw-procedure.ts'

export const parsePapers = (raw: RawPaper[], findings: Findings): ComponentContent[] => raw.flatMap((paper) => parsePaper(paper, findings))

function parsePaper(raw: RawPaper, findings: Findings): ComponentContent[] {
  const name = withoutBullet(cleanText(raw.name))
  if (!name) return []
  const groupName = cleanText(raw.group)
  const isPresentedOnly = raw.presented_only ?? /phai xuat trinh/.test(searchable(groupName ?? ''))
  const counted = raw.originals != null || raw.copies != null
  const originals = count(raw.originals)
  const copies = count(raw.copies)
  const isNote = counted && originals + copies === 0 && (!isPresentedOnly || explains(name))
  if (isNote) findings.add('component.heading', name)
  if (!counted && !isPresentedOnly) findings.add('component.no-count', name)
  const forms = (raw.forms ?? []).map(cleanText).filter((form) => form !== null)
  return [
    {
      kind: isNote ? 'note' : 'paper',
      code: cleanText(raw.code),
      name,
      originals: counted || isPresentedOnly ? originals : 1,
      copies,
      isPresentedOnly: !isNote && isPresentedOnly,
      isRequired: !isNote && (raw.required ?? !/\(nếu có\)|nếu có[.;]?$/i.test(name)),
      formName: forms.filter((form) => !isFile(form)).join('; ') || null,
      formFile: forms.filter(isFile).join('; ') || null,
      groupName,
    },
  ]
}

const count = (value: number | null | undefined): number => Math.min(99, Math.max(0, Math.trunc(value ?? 0)))

const isFile = (form: string): boolean => /\.(docx?|pdf|xlsx?|rtf|odt)$/i.test(form)

const withoutBullet = (name: string | null): string | null => name?.replace(/^[-–+•*]+\s*/, '').replace(/\s*;$/, '') || null

/** Among papers to be shown, some lines only tell how showing works. */
const explains = (name: string): boolean => /:$|^(lưu ý|trường hợp|người tiếp nhận|cá nhân có quyền|khi )/i.test(name)
