import { type Insertable, sql } from 'kysely'
import type { ReceptionCase } from '#modules/catalogue/index.ts'
import { dossierErrors, firstFacts, insertActions, issueDossierCode, projection } from '#modules/dossier/index.ts'
import { type Party, saveParty } from '#modules/identity/index.ts'
import { agencyCodeOf, getUnit } from '#modules/organization/index.ts'
import { getProcessFor, laneFills, startFacts, writeTasks } from '#modules/workflow/index.ts'
import { action, type Work } from '#platform/action.ts'
import type { Transaction } from '#platform/database.ts'
import { AppError } from '#platform/errors.ts'
import { prepared, preparedRows } from '#platform/prepared.ts'
import { localDate } from '#platform/text/dates.ts'
import { searchable } from '#platform/text/searchable.ts'
import type { Dossier } from '../../../../db/schema.ts'
import { checkReception } from '../check-reception.ts'
import { insertHandedPapers } from '../handed-papers.ts'
import type { PartyChoice } from '../party-choice.ts'
import { ReceiveDossier } from '../schemas.ts'

/**
 * Tiếp nhận hồ sơ: from here the legal clock runs. One transaction makes the parties, the dossier with its code and promised date, what was handed in, and the
 * first steps of its process. The receipt is printed from it.
 */
export const receiveDossier = action('intake.receive', {
  input: ReceiveDossier,
  scope: (_tx, input) => input.receivingUnitId,
  async work(work, input) {
    const { tx, actor, now, send } = work
    const [{ procedure, calendars, promise }, agencyCode, owner, other] = await Promise.all([
      checkReception(tx, input, work),
      getAgencyCode(tx, input.receivingUnitId),
      saveAs('owner', work, input.owner),
      input.submitter && saveAs('submitter', work, input.submitter),
    ])
    const submitter = other ?? owner
    const units = { receivingUnitId: input.receivingUnitId, settlingUnitId: procedure.settlingUnitId, procedureId: procedure.procedureId }
    const [process, fills, id] = await Promise.all([
      getProcessFor(tx, procedure.procedureId, procedure.settlingUnitId, localDate(now)),
      laneFills(tx, units),
      nextDossierId(tx),
    ])
    const receptionistId = actor.kind === 'officer' ? actor.id : undefined
    const asked = { channel: input.channel, returnMethod: input.returnMethod, supplements: 0, isLate: false, receivedOn: localDate(now) }
    const started = startFacts({ calendars, fills, now }, units, process, asked, receptionistId, input.forwards)

    // The number of the day is taken last: its row is locked until the transaction ends.
    const code = await issueDossierCode(tx, agencyCode, now)
    const { actions, state } = firstFacts(id, work, [
      {
        kind: 'received',
        code,
        channel: input.channel,
        procedureVersionId: procedure.versionId,
        procedureCaseId: procedure.caseId,
        receivingUnitId: units.receivingUnitId,
        settlingUnitId: units.settlingUnitId,
        processId: process.id,
        promise,
      },
      ...started,
    ])
    send(
      insertDossier(tx, {
        id,
        code,
        externalCodes: input.externalCode ? [input.externalCode] : [],
        procedureVersionId: procedure.versionId,
        procedureCaseId: procedure.caseId,
        channel: input.channel,
        ...units,
        counterId: input.counterId ?? null,
        ownerId: owner.id,
        submitterId: submitter.id,
        authorizationPaper: submitter.id === owner.id ? null : (input.authorizationPaper ?? null),
        helperId: input.helperId ?? null,
        subject: input.subject ?? procedure.name,
        sets: input.sets,
        returnMethod: input.returnMethod,
        returnAddress: input.returnMethod === 'post' ? (input.returnAddress ?? null) : null,
        receivedById: receptionistId ?? null,
        searchText: searchText(code, owner, submitter, procedure),
        createdAt: now,
        ...projection(state),
      }),
    )
    send(insertActions(tx, id, actions))
    writeTasks(work, id, actions, actions)
    insertHandedPapers(work, { dossierId: id, procedure, input })
    const fees = dueFees(procedure, input)
    if (fees.length > 0)
      send(
        insertFees(
          tx,
          fees.map(({ kind, name, amount }) => ({ dossierId: id, kind, name, amount, createdAt: now })),
        ),
      )
    work.about({ kind: 'dossier', id }, { code })
    return { dossierId: id, code, dueAt: new Date(promise.dueAt), receivedAt: now }
  },
})

/** The fees that were chosen, else those that depend on nothing. */
export const dueFees = ({ fees }: ReceptionCase, { fees: chosen }: Pick<ReceiveDossier, 'fees'>): ReceptionCase['fees'] =>
  fees.filter((fee, position) => (chosen ? chosen.includes(position) : !fee.condition))

async function getAgencyCode(tx: Transaction, unitId: number): Promise<string> {
  const code = await agencyCodeOf(tx, unitId)
  if (code) return code
  const unit = await getUnit(tx, unitId)
  return dossierErrors.fail('dossier.agency-code-missing', { parameters: { unit: unit.name } })
}

/** What is wrong with a person is said at that person's fields. */
async function saveAs(who: 'owner' | 'submitter', work: Work, choice: PartyChoice): Promise<Party> {
  try {
    return await saveParty(work, choice)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const fields = Object.fromEntries(Object.entries(error.fields).map(([name, sentence]) => [`${who}.${name}`, sentence]))
    throw new AppError(error.code, { fields, parameters: error.parameters })
  }
}

const searchText = (code: string, owner: Party, submitter: Party, procedure: ReceptionCase): string =>
  searchable(
    [code, owner.name, submitter.id === owner.id ? '' : submitter.name, owner.identifier ?? '', owner.phone ?? '', procedure.name].join(
      ' ',
    ),
  )

async function nextDossierId(tx: Transaction): Promise<number> {
  const row = await drawId(tx, {}).first()
  if (!row) throw new Error('The sequence of dossiers gave nothing')
  return row.id
}

const drawId = prepared(() => sql<{ id: number }>`select nextval(pg_get_serial_sequence('dossier', 'id')) as id`)

const insertDossier = prepared((tx, row: Insertable<Dossier>) => tx.insertInto('dossier').values(row))

type Fee = Pick<ReceptionCase['fees'][number], 'kind' | 'name' | 'amount'> & { dossierId: number; createdAt: Date }
const insertFees = preparedRows((tx, rows: Fee[]) => tx.insertInto('dossierFee').values(rows))
