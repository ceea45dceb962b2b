/** Whose time it was, in words: for the clock bar, the table of minutes and the late list alike. */
import type { DossierAction, Payer } from '#modules/dossier/index.ts'
import { officerNames } from '#modules/identity/index.ts'
import type { Queryable } from '#platform/database.ts'
import { type Language, words } from '#platform/language.ts'

export type PayerName = (payer: Payer, stepNames?: ReadonlyMap<number, string>) => string

/** Names of every officer and unit among the payers, read at once. `stepNames` of a dossier tell its steps apart. */
export async function payerNames(db: Queryable, payers: readonly Payer[], language: Language): Promise<PayerName> {
  const idsOf = (...kinds: Payer['kind'][]) => [
    ...new Set(payers.flatMap(({ kind, id }) => (kinds.includes(kind) && id !== undefined ? [id] : []))),
  ]
  const [officers, units] = await Promise.all([officerNames(db, idsOf('officer')), unitNames(db, idsOf('unit', 'other-agency'))])
  const text = copy(language)
  return ({ kind, id, step }, stepNames) => {
    // A sum of a step's time names it by its id alone.
    const stepNumber = step ?? (kind === 'step' ? id : undefined)
    const stepName = stepNumber === undefined ? undefined : stepNames?.get(stepNumber)
    switch (kind) {
      case 'officer':
        return (id !== undefined && officers.get(id)) || text.officer
      case 'unit':
        return (id !== undefined && units.get(id)) || text.unit
      case 'other-agency':
        return (id !== undefined && units.get(id)) || text['other-agency']
      case 'step':
        return stepName ? text.unclaimed(stepName) : text.step
      default:
        return text[kind]
    }
  }
}

/** Step's task number → its name. */
export const stepNamesOf = (actions: readonly DossierAction[]): Map<number, string> =>
  new Map(actions.flatMap(({ fact }) => (fact.kind === 'task-opened' ? [[fact.task.number, fact.task.stepName]] : [])))

async function unitNames(db: Queryable, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('unit').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

const copy = words({
  vi: {
    officer: 'Cán bộ xử lý',
    unit: 'Đơn vị giải quyết',
    step: 'Chưa ai nhận xử lý',
    unclaimed: (step: string) => `Chưa ai nhận: ${step}`,
    applicant: 'Người nộp hồ sơ',
    'other-agency': 'Cơ quan phối hợp',
    tax: 'Cơ quan thuế',
    post: 'Bưu chính công ích',
    payment: 'Chờ nộp nghĩa vụ tài chính',
    'exchange-fault': 'Lỗi kết nối, đồng bộ',
    nobody: 'Ngoài giờ làm việc',
  },
  en: {
    officer: 'Officer',
    unit: 'Unit that settles',
    step: 'Claimed by nobody',
    unclaimed: (step: string) => `Claimed by nobody: ${step}`,
    applicant: 'Applicant',
    'other-agency': 'Other agency',
    tax: 'Tax agency',
    post: 'Post',
    payment: 'Awaiting payment',
    'exchange-fault': 'Fault of an exchange',
    nobody: 'Outside office hours',
  },
})
