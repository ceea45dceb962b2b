/** Columns of a table → facts of a procedure: what a column may hold, and a guess from its heading that the administrator may change. */
import { searchable } from '#platform/text/searchable.ts'

/** The facts a column can fill, and the headings (folded) by which they are usually known; earlier ones win. */
const HEADINGS = {
  code: ['ma tthc', 'ma thu tuc hanh chinh', 'ma thu tuc', 'ma so tthc', 'ma so thu tuc', 'ma quoc gia', 'ma so', 'ma', 'code'],
  local_code: ['ma dia phuong', 'ma noi bo', 'ma tthc dia phuong', 'ma thu tuc dia phuong'],
  name: ['ten thu tuc hanh chinh', 'ten thu tuc', 'ten tthc', 'thu tuc hanh chinh', 'ten', 'name'],
  field: ['linh vuc', 'ten linh vuc', 'field'],
  field_code: ['ma linh vuc'],
  levels: ['cap thuc hien', 'cap giai quyet', 'cap'],
  service_level: ['muc do dich vu cong', 'muc do dvc', 'muc do', 'dich vu cong truc tuyen', 'dvctt', 'dvc'],
  partial_reason: ['ly do mot phan', 'ly do chua toan trinh'],
  limit: ['thoi han giai quyet', 'thoi gian giai quyet', 'thoi han', 'thoi gian'],
  limit_counter: ['thoi han truc tiep', 'thoi gian truc tiep'],
  limit_online: ['thoi han truc tuyen', 'thoi gian truc tuyen'],
  limit_post: ['thoi han buu chinh', 'thoi gian buu chinh', 'thoi han dich vu buu chinh'],
  fee: ['phi le phi', 'phi le phi neu co', 'phi', 'le phi', 'muc thu'],
  channels: ['cach thuc thuc hien', 'hinh thuc nop', 'cach thuc'],
  papers: ['thanh phan ho so', 'thanh phan so luong ho so', 'ho so', 'giay to'],
  sets: ['so luong ho so', 'so bo ho so', 'so bo'],
  steps: ['trinh tu thuc hien', 'trinh tu'],
  subjects: ['doi tuong thuc hien', 'doi tuong'],
  deciding_agency: ['co quan co tham quyen', 'co quan quyet dinh', 'tham quyen quyet dinh'],
  executing_agency: ['co quan thuc hien', 'co quan giai quyet', 'don vi thuc hien'],
  coordinating_agency: ['co quan phoi hop'],
  receiving_place: ['dia diem thuc hien', 'noi tiep nhan', 'dia diem', 'dia chi tiep nhan'],
  results: ['ket qua thuc hien', 'ket qua giai quyet', 'ket qua'],
  legal_basis: ['can cu phap ly', 'can cu'],
  requirements: ['yeu cau dieu kien', 'yeu cau dieu kien thuc hien', 'dieu kien'],
  forms: ['mau don to khai', 'mau don', 'bieu mau'],
  decision_number: ['so quyet dinh cong bo', 'so quyet dinh', 'quyet dinh cong bo', 'quyet dinh'],
  decision_date: ['ngay quyet dinh', 'ngay ban hanh', 'ngay cong bo'],
  effective_date: ['ngay hieu luc', 'ngay co hieu luc', 'hieu luc tu ngay'],
  status: ['trang thai', 'tinh trang', 'tinh trang hieu luc', 'hieu luc'],
} as const

export type ColumnTarget = keyof typeof HEADINGS
export const COLUMN_TARGETS = Object.keys(HEADINGS) as ColumnTarget[]

/** Header → what it fills; columns left out are read by nobody but stay in the row that is kept. */
export type Mapping = Partial<Record<string, ColumnTarget>>

/** Guesses by the heading: an exact one first, then one that begins with it. Each fact is taken once. */
export function guessMapping(columns: string[]): Mapping {
  const mapping: Mapping = {}
  const taken = new Set<ColumnTarget>()
  for (const fits of [
    (heading: string, known: string) => heading === known,
    (heading: string, known: string) => heading.startsWith(`${known} `),
  ]) {
    for (const column of columns) {
      if (mapping[column]) continue
      const heading = searchable(column)
        .replace(/[.@/-]+/g, ' ')
        .replace(/\s+/g, ' ')
        .trim()
      const matches = COLUMN_TARGETS.flatMap((target) =>
        HEADINGS[target].filter((known) => !taken.has(target) && fits(heading, known)).map((known) => ({ target, known })),
      )
      const best = matches.sort((a, b) => b.known.length - a.known.length)[0]
      if (!best) continue
      mapping[column] = best.target
      taken.add(best.target)
    }
  }
  return mapping
}

const SEARCHED_ROWS = 20

/** Index of the row that reads most like a heading (at least two known headings), or −1. */
export function headerRow(cells: string[][]): number {
  let best = -1
  let most = 1
  for (const [index, row] of cells.slice(0, SEARCHED_ROWS).entries()) {
    const known = Object.keys(guessMapping(row.filter(Boolean))).length
    if (known > most) {
      best = index
      most = known
    }
  }
  return best
}

export const isComplete = (mapping: Mapping): boolean => {
  const targets = new Set(Object.values(mapping))
  return (targets.has('code') || targets.has('local_code')) && targets.has('name')
}
