/** What the simulated people know of their province: read once, or once a day. */
import { calendarReader, type WorkingCalendar } from '../../../src/modules/calendar/index.ts'
import { registerUploads } from '../../../src/modules/documents/index.ts'
import { type Reason, type ReasonKind, reasonsOf } from '../../../src/modules/dossier/index.ts'
import { type AbleOfficer, makeToken, officersWithRole } from '../../../src/modules/identity/index.ts'
import type { Press } from '../../../src/modules/results/index.ts'
import { getProcess, type LaneFill, laneFills, type Process } from '../../../src/modules/workflow/index.ts'
import type { Perform } from '../../../src/platform/action.ts'
import { type Actor, systemActor } from '../../../src/platform/actor.ts'
import type { Clock } from '../../../src/platform/clock.ts'
import type { Database } from '../../../src/platform/database.ts'
import type { StoredFile } from '../../../src/platform/files/index.ts'
import { localDate } from '../../../src/platform/text/dates.ts'
import { type Offer, seedableOffers, seededParties } from '../dossier-queries.ts'
import { officer } from './act.ts'

/** Printed in the codes of receipts. */
export const BASE_URL = 'https://motcua.quangtri.example.vn'

export interface World {
  database: Database
  perform: Perform
  clock: Clock
  /** The portal by which people file. */
  portal: Actor
  offers: readonly Offer[]
  parties: readonly number[]
  /** A file that stands for whatever somebody scans; the same for all. */
  file: StoredFile
  /** Registers it as a document of the officer's own. */
  upload(officerId: number, name: string): Promise<number>
  /** Makes documents from result templates; absent: results are only named. */
  press?: Press
  calendarAt(unitId: number): WorkingCalendar
  process(id: number): Process
  /** Who fills the lanes of the procedure's process at the settling unit. */
  fills(place: { procedureId: number; settlingUnitId: number }): Promise<ReadonlyMap<string, LaneFill>>
  /** Of the list, those that may be chosen. */
  reasons(kind: ReasonKind): readonly Reason[]
  roleId(code: string): number
  unitIds: readonly number[]
  /** Who may do the role's tasks at the unit today, the nearest first, whether present or not. */
  able(roleId: number, unitId: number, now: Date): Promise<readonly AbleOfficer[]>
}

/** Answers kept to “who may do this today”. */
const MOST_KNOWN = 5_000

const REASON_KINDS: ReasonKind[] = ['supplement', 'refusal', 'extension', 'stop', 'withdrawal', 'payment', 'loss', 'correction']

/** `day`: of the offers that people know of. */
export async function openWorld(given: Pick<World, 'database' | 'perform' | 'clock' | 'file' | 'press'>, day: string): Promise<World> {
  const { database } = given
  const [offers, parties, calendarFor, units, roles, processes, reasons] = await Promise.all([
    seedableOffers(database, day),
    seededParties(database),
    calendarReader(database),
    database.selectFrom('unit').select(['id', 'path']).orderBy('id').execute(),
    database.selectFrom('role').select(['id', 'code']).execute(),
    database.selectFrom('process').select('id').where('status', '=', 'published').execute(),
    Promise.all(REASON_KINDS.map(async (kind) => [kind, await reasonsOf(database, kind)] as const)),
  ])
  const byUnit = new Map(units.map(({ id, path }) => [id, calendarFor(path.split('.').map(Number).reverse())]))
  const byProcess = new Map(await Promise.all(processes.map(async ({ id }) => [id, await getProcess(database, id)] as const)))
  const byRole = new Map(roles.map(({ id, code }) => [code, id]))
  const byKind = new Map(reasons)
  const known = new Map<string, Promise<readonly AbleOfficer[]>>()
  const fills = new Map<string, Promise<ReadonlyMap<string, LaneFill>>>()
  return {
    ...given,
    portal: await openPortal(given, units.find(({ path }) => !path.includes('.'))?.id),
    offers,
    parties,
    unitIds: units.map(({ id }) => id),
    calendarAt: (unitId) => found(byUnit.get(unitId), `calendar of unit ${unitId}`),
    process: (id) => found(byProcess.get(id), `process ${id}`),
    reasons: (kind) => byKind.get(kind) ?? [],
    roleId: (code) => found(byRole.get(code), `role ${code}`),
    async upload(officerId, name) {
      const { documentIds } = await given.perform(officer(officerId), registerUploads, {
        files: [{ ...given.file, name: `${name}.docx` }],
        origin: 'scan',
      })
      return found(documentIds[0], 'uploaded document')
    },
    fills({ procedureId, settlingUnitId }) {
      const key = `${procedureId}/${settlingUnitId}`
      const found = fills.get(key) ?? laneFills(database, { procedureId, settlingUnitId })
      fills.set(key, found)
      return found
    },
    able(roleId, unitId, now) {
      const day = localDate(now)
      if (known.size > MOST_KNOWN) known.clear()
      const key = `${day}/${roleId}/${unitId}`
      const able = known.get(key) ?? officersWithRole(database, roleId, unitId, now)
      known.set(key, able)
      return able
    },
  }
}

/** The national portal, invented: a partner who may file, and ask for a withdrawal. */
async function openPortal({ perform }: Pick<World, 'perform'>, unitId: number | undefined): Promise<Actor> {
  const { id } = await perform(systemActor('seed'), makeToken, {
    partnerCode: 'CDVCQG',
    partnerName: 'Cổng Dịch vụ công quốc gia (minh họa)',
    unitId,
    rights: ['intake.file', 'intake.request-withdrawal'],
  })
  return { kind: 'partner', id }
}

function found<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Error(`The province has no ${what}`)
  return value
}
