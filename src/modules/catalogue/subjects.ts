/** Who may file (đối tượng thực hiện), grouped as the portal offers them. */
import { searchable } from '#platform/text/searchable.ts'
import type { SubjectGroup } from './schemas.ts'

const SIGNS: [SubjectGroup, RegExp][] = [
  ['official', /can bo|cong chuc|vien chuc|dang vien/],
  ['business', /^(?!.*khong bao gom).*(doanh nghiep|hop tac xa|htx|ho kinh doanh|thuong nhan|nha dau tu|co so kinh doanh)/],
  ['citizen', /cong dan|ca nhan|nguoi |ho gia dinh|nguoi dan/],
  ['organisation', /to chuc|co quan|don vi|cong dong|thu vien|bao tang|hoi |truong |co so/],
]

/** A subject may belong to several groups ("Tổ chức hoặc cá nhân"); one that no sign fits is an organisation. */
export function subjectGroups(subjects: string[]): SubjectGroup[] {
  const groups = new Set<SubjectGroup>()
  for (const subject of subjects) {
    const folded = `${searchable(subject)} `
    const found = SIGNS.filter(([, sign]) => sign.test(folded)).map(([group]) => group)
    for (const group of found.length ? found : (['organisation'] as const)) groups.add(group)
  }
  return [...groups].sort()
}
