/**
 * Laying a paper in the transaction of the act that needs it: the number from the unit's book of the year, the facts it is printed from, and the fact in the dossier's list
 * of actions. It is printed later, by `printIssuedPaper`, as often as somebody asks.
 */
import { appendFacts, type HeldDossier } from '#modules/dossier/index.ts'
import { issuingAgency } from '#modules/organization/index.ts'
import type { Work } from '#platform/action.ts'
import type { Queryable } from '#platform/database.ts'
import { localDate } from '#platform/text/dates.ts'
import { type IssuedPaper, issuePaper } from '../issue.ts'
import type { DossierOnPaper, Signer } from '../letters/about.ts'
import { LETTERS, type LetterDetails, type LetterForm } from '../letters/letters.ts'
import type { Person } from '../receipt.ts'
import { aboutDossier } from './about-dossier.ts'
import { dossierFacts } from './dossier-facts.ts'
import { paperOffice } from './paper-office.ts'

export interface PaperToLay<Form extends LetterForm> {
  form: Form
  details: LetterDetails[Form]
  /** Whose letterhead and book of numbers; absent: the receiving unit, or the agency that settles (a division signs nothing), as the form asks. */
  unitId?: number
  /** The officer whose name stands below; absent: who acts. */
  signerId?: number
}

export interface LaidPaper {
  paperId: number
  /** Of the unit's book of the year. */
  number: number
  year: number
  /** `12/PBS-TTPVHCC`, as printed after `Số:`. */
  fullNumber: string
}

/** The dossier must be held by the transaction (`holdDossier`); it moves on by the fact `paper-issued`. */
export async function layPaper<Form extends LetterForm>(work: Work, dossier: HeldDossier, paper: PaperToLay<Form>): Promise<LaidPaper> {
  const { tx } = work
  const [agency, facts] = await Promise.all([issuingAgency(tx, dossier.settlingUnitId), dossierFacts(tx, dossier.id)])
  const about = await aboutDossier(tx, facts, agency.name)
  const unitId = paper.unitId ?? (LETTERS[paper.form].issuer === 'settling' ? agency.id : dossier.receivingUnitId)
  const issued = await issueLetter(work, { ...paper, unitId, about, dossierId: dossier.id })
  appendFacts(work, dossier, { kind: 'paper-issued', paperId: issued.id, form: paper.form, number: issued.fullNumber })
  return laid(issued, work.now)
}

/** A request or a refusal across the counter, where the papers are looked at and no dossier begins (TT 03/2025/TT-VPCP, forms 02 and 03). */
export interface CounterPaper<Form extends 'SUPPLEMENT_REQUEST' | 'REFUSAL'> {
  form: Form
  details: LetterDetails[Form]
  unitId: number
  applicant: Person
  /** Who came, when it is somebody else. */
  submitterName?: string
  procedureName: string
  /** Absent: the procedure's name. */
  subject?: string
  settlingOffice: string
  signerId?: number
}

/** As `layPaper`, where there is no dossier: the paper can be found by its id alone. */
export async function layCounterPaper<Form extends 'SUPPLEMENT_REQUEST' | 'REFUSAL'>(
  work: Work,
  { applicant, submitterName, procedureName, subject, settlingOffice, ...paper }: CounterPaper<Form>,
): Promise<LaidPaper> {
  const { name: receivingOffice } = await paperOffice(work.tx, paper.unitId)
  const about: DossierOnPaper = {
    owner: applicant,
    submitterName: submitterName ?? applicant.name,
    subject: subject ?? procedureName,
    procedureName,
    receivingOffice,
    settlingOffice,
    components: [],
  }
  return laid(await issueLetter(work, { ...paper, about }), work.now)
}

interface LetterToIssue<Form extends LetterForm> extends PaperToLay<Form> {
  unitId: number
  about: DossierOnPaper
  dossierId?: number
}

async function issueLetter<Form extends LetterForm>(
  { tx, actor, now }: Work,
  { form, details, unitId, signerId, about, dossierId }: LetterToIssue<Form>,
): Promise<IssuedPaper> {
  const officerId = actor.kind === 'officer' ? actor.id : undefined
  const [office, signer] = await Promise.all([paperOffice(tx, unitId), signerOf(tx, signerId ?? officerId)])
  return issuePaper(tx, {
    form,
    unitId,
    office,
    dossierId,
    officerId,
    now,
    make: (head) => LETTERS[form].make({ ...head, office, about, signer, officePhone: office.phone ?? undefined, details }),
  })
}

async function signerOf(db: Queryable, officerId: number | undefined): Promise<Signer | undefined> {
  if (officerId === undefined) return undefined
  const officer = await db
    .selectFrom('officer as o')
    .leftJoin('position as p', 'p.id', 'o.positionId')
    .select(['o.fullName', 'p.name as position'])
    .where('o.id', '=', officerId)
    .executeTakeFirst()
  return officer && { name: officer.fullName, position: officer.position ?? undefined }
}

const laid = ({ id, number, fullNumber }: IssuedPaper, now: Date): LaidPaper => ({
  paperId: id,
  number,
  year: Number(localDate(now).slice(0, 4)),
  fullNumber,
})
