/** What every dossier begins with, whichever way it came: its parties, a code, its row with the first facts, and what was handed in. */
import { type Insertable, sql } from 'kysely'
import type { ReceptionCase } from '#modules/catalogue/index.ts'
import { type DossierFact, dossierErrors, firstFacts, type HeldDossier, insertActions, projection } from '#modules/dossier/index.ts'
import { type Party, saveParty } from '#modules/identity/index.ts'
import { agencyCodeOf, getUnit } from '#modules/organization/index.ts'
import { writeTasks } from '#modules/workflow/index.ts'
import type { Work } from '#platform/action.ts'
import type { Transaction } from '#platform/database.ts'
import { AppError } from '#platform/errors.ts'
import { prepared, preparedRows } from '#platform/prepared.ts'
import { searchable } from '#platform/text/searchable.ts'
import type { Dossier } from '../../../db/schema.ts'
import { insertHandedPapers } from './handed-papers.ts'
import type { PartyChoice } from './party-choice.ts'
import type { HandedDossier } from './schemas.ts'

export interface Parties {
  owner: Party
  /** The owner, who files in person, or somebody else. */
  submitter: Party
}

export interface NewDossier extends Parties {
  id: number
  code: string
  procedure: ReceptionCase
  input: HandedDossier
  facts: DossierFact[]
  receivedById?: number
}

/** @throws AppError `identity.…` at the fields of the person */
export async function savedParties(work: Work, input: Pick<HandedDossier, 'owner' | 'submitter'>): Promise<Parties> {
  const [owner, other] = await Promise.all([
    saveAs('owner', work, input.owner),
    input.submitter && saveAs('submitter', work, input.submitter),
  ])
  return { owner, submitter: other ?? owner }
}

/** Writes the dossier and what was handed in, and gives it as held by this transaction. */
export function openDossier(work: Work, { id, code, procedure, input, owner, submitter, facts, receivedById }: NewDossier): HeldDossier {
  const { tx, now, send } = work
  const units = { receivingUnitId: input.receivingUnitId, settlingUnitId: procedure.settlingUnitId, procedureId: procedure.procedureId }
  const { actions, state } = firstFacts(id, work, facts)
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
      receivedById: receivedById ?? null,
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
  return { id, code, ...units, returnMethod: input.returnMethod, actions, state }
}

/** The fees that were chosen, else those that depend on nothing. */
export const dueFees = ({ fees }: ReceptionCase, { fees: chosen }: Pick<HandedDossier, 'fees'>): ReceptionCase['fees'] =>
  fees.filter((fee, position) => (chosen ? chosen.includes(position) : !fee.condition))

/** @throws AppError `dossier.agency-code-missing` */
export async function getAgencyCode(tx: Transaction, unitId: number): Promise<string> {
  const code = await agencyCodeOf(tx, unitId)
  if (code) return code
  const unit = await getUnit(tx, unitId)
  return dossierErrors.fail('dossier.agency-code-missing', { parameters: { unit: unit.name } })
}

export async function nextDossierId(tx: Transaction): Promise<number> {
  const row = await drawId(tx, {}).first()
  if (!row) throw new Error('The sequence of dossiers gave nothing')
  return row.id
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

const drawId = prepared(() => sql<{ id: number }>`select nextval(pg_get_serial_sequence('dossier', 'id')) as id`)

const insertDossier = prepared((tx, row: Insertable<Dossier>) => tx.insertInto('dossier').values(row))

type Fee = Pick<ReceptionCase['fees'][number], 'kind' | 'name' | 'amount'> & { dossierId: number; createdAt: Date }
const insertFees = preparedRows((tx, rows: Fee[]) => tx.insertInto('dossierFee').values(rows))
