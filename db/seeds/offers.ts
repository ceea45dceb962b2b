/** Who receives and who settles the demonstration procedures: the provincial centre for the department's divisions, each commune's centre for its committee. */
import { sql } from 'kysely'
import { offerProcedures } from '../../src/modules/catalogue/index.ts'
import type { Perform } from '../../src/platform/action.ts'
import { systemActor } from '../../src/platform/actor.ts'
import type { Database } from '../../src/platform/database.ts'
import { searchable } from '../../src/platform/text/searchable.ts'
import { CENTRE, SINCE } from './organization/quang-tri.ts'

const DEPARTMENT = 'QT.SVHTTDL'
/** The division by words of the field's name; the first one takes what is left. */
const DIVISIONS: [code: string, words: string[]][] = [
  [`${DEPARTMENT}.P2`, ['the thao', 'the duc']],
  [`${DEPARTMENT}.P3`, ['du lich', 'lu hanh', 'luu tru']],
  [`${DEPARTMENT}.P1`, ['']],
]

export async function seedOffers(database: Database, perform: Perform, since = SINCE): Promise<void> {
  const units = new Map(
    (await database.selectFrom('unit').select(['id', 'code', 'kind', 'parentId']).execute()).map((unit) => [unit.code, unit]),
  )
  const unitId = (code: string): number => units.get(code)?.id ?? missing(code)
  const { rows: procedures } = await sql<{ id: number; levels: string[]; fieldName: string }>`
    select p.id, v.levels, coalesce(f.name, '') as field_name
    from procedure p
      join procedure_version v on v.procedure_id = p.id and v.status = 'published'
      left join field f on f.id = v.field_id
    where p.status = 'active' and p.served_by = 'PROVINCE'
    order by p.id`.execute(database)

  const offer = async (procedureIds: number[], at: { receivingUnitId: number; settlingUnitId: number }[]) => {
    if (procedureIds.length > 0 && at.length > 0)
      await perform(systemActor('seed'), offerProcedures, { procedureIds, at, validFrom: since })
  }
  const provincial = procedures.filter(({ levels }) => levels.includes('province'))
  for (const [code] of DIVISIONS)
    await offer(
      provincial.filter(({ fieldName }) => divisionOf(fieldName) === code).map(({ id }) => id),
      [{ receivingUnitId: unitId(CENTRE), settlingUnitId: unitId(code) }],
    )
  const communes = [...units.values()]
    .filter(({ kind }) => kind === 'commune-centre')
    .flatMap(({ id, parentId }) => (parentId ? [{ receivingUnitId: id, settlingUnitId: parentId }] : []))
  await offer(
    procedures.filter(({ levels }) => levels.includes('commune')).map(({ id }) => id),
    communes,
  )
}

const divisionOf = (fieldName: string): string => {
  const name = searchable(fieldName)
  return DIVISIONS.find(([, words]) => words.some((word) => name.includes(word)))?.[0] ?? missing(fieldName)
}

const missing = (what: string): never => {
  throw new Error(`The demonstration province has no ${what}`)
}
