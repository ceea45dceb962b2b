import { z } from 'zod'
import { appendFacts, type HeldDossier, holdDossier } from '#modules/dossier/index.ts'
import { unitsOfDossier } from '#modules/workflow/index.ts'
import { action, type Work } from '#platform/action.ts'
import type { Transaction } from '#platform/database.ts'
import { localDate } from '#platform/text/dates.ts'
import type { PaperForm } from '../form-set.ts'
import { issuePaper, recordPrint } from '../issue.ts'
import type { PaperSheet } from '../sheet.ts'
import { archiveCoverSheet, archiveIndexSheet, labelSheet } from './archive-sheets.ts'
import { asReceived, dossierFacts, type ReceivedFacts } from './dossier-facts.ts'
import { type DossierForm, ON_REQUEST } from './dossier-forms.ts'
import type { LaidPaper } from './lay-paper.ts'
import { type IssuingOffice, paperOffice } from './paper-office.ts'
import { appointmentOf, receiptSheet, registerPosition } from './receipt-sheet.ts'
import { controlSlipSheet, returnSlipSheet } from './slip-sheets.ts'

export const PrintPaper = z.object({
  dossierId: z.coerce.number().int().positive(),
  form: z.enum(ON_REQUEST),
  reason: z.preprocess((value) => value || undefined, z.string().trim().max(500).optional()),
  /** Public address of the system, from its settings; printed in the receipt's QR code. */
  baseUrl: z.url(),
})
export type PrintPaper = z.infer<typeof PrintPaper>

export interface PrintedPaper {
  paperId: number
  form: DossierForm
  number: number
  year: number
  /** 1: the first print; n: the (n-1)-th reprint, marked so. */
  print: number
}

/**
 * In giấy tờ của hồ sơ: issues the paper under the next number of its book if there is none that says the same, and counts the print. A dossier has one receipt
 * for each appointment and one return slip; the others are issued anew once what they say has moved on.
 */
export const printDossierPaper = action('papers.print', {
  input: PrintPaper,
  scope: (tx, { dossierId }, actor) => unitsOfDossier(tx, dossierId, actor),
  async work(work, { dossierId, form, reason, baseUrl }): Promise<PrintedPaper> {
    const { tx, actor, now } = work
    const dossier = await holdDossier(tx, dossierId)
    const officerId = actor.kind === 'officer' ? actor.id : undefined
    const paper = await issuedOrNew(work, dossier, form, baseUrl, officerId)
    const { number: print } = await recordPrint(tx, { paperId: paper.id, officerId, reason, now })
    work.about({ kind: 'dossier', id: dossierId }, { form, paperId: paper.id, print })
    return { paperId: paper.id, form, number: paper.number, year: paper.year, print }
  },
})

/**
 * Lays a paper that needs no particulars (the receipt with its new appointment, the label) in the transaction of the act that owes it, unless one that says the same is there.
 * The dossier must be held by the transaction. `baseUrl`: public address of the system, for the QR code.
 */
export async function layKnownPaper(work: Work, dossier: HeldDossier, form: DossierForm, baseUrl: string): Promise<LaidPaper> {
  const { id, number, year, symbol } = await issuedOrNew(
    work,
    dossier,
    form,
    baseUrl,
    work.actor.kind === 'officer' ? work.actor.id : undefined,
  )
  return { paperId: id, number, year, fullNumber: `${number}/${symbol}` }
}

async function issuedOrNew(work: Work, dossier: HeldDossier, form: DossierForm, baseUrl: string, officerId: number | undefined) {
  const { tx, now } = work
  const existing = await latestPaper(tx, dossier.id, form)
  if (existing && form === 'RETURN_SLIP') return existing
  const facts = asReceived(await dossierFacts(tx, dossier.id))
  const office = await paperOffice(tx, dossier.receivingUnitId)
  const make = await sheetMaker(tx, { dossier, facts, office, form, baseUrl })
  const holds = form === 'RECEIPT_APPOINTMENT' ? givesTheSameAppointment : saysTheSame
  if (existing && holds(existing.data as unknown as PaperSheet, make({ number: existing.number, issuedAt: existing.issuedAt })))
    return existing
  const issued = await issuePaper(tx, {
    form,
    unitId: dossier.receivingUnitId,
    office,
    dossierId: dossier.id,
    officerId,
    now,
    make,
  })
  appendFacts(work, dossier, { kind: 'paper-issued', paperId: issued.id, form, number: issued.fullNumber })
  return { id: issued.id, number: issued.number, year: Number(localDate(now).slice(0, 4)), symbol: issued.fullNumber.replace(/^\d+\//, '') }
}

const latestPaper = (tx: Transaction, dossierId: number, form: PaperForm) =>
  tx
    .selectFrom('paper')
    .select(['id', 'number', 'year', 'symbol', 'issuedAt', 'data'])
    .where('dossierId', '=', dossierId)
    .where('form', '=', form)
    .where('voidedAt', 'is', null)
    .orderBy('issuedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

interface Sources {
  dossier: HeldDossier
  facts: ReceivedFacts
  office: IssuingOffice
  form: DossierForm
  baseUrl: string
}

async function sheetMaker(tx: Transaction, { dossier, facts, office, form, baseUrl }: Sources) {
  if (form === 'PROCESS_CONTROL_SLIP') return controlSlipSheet(tx, facts, dossier.actions, office)
  if (form === 'RETURN_SLIP') return returnSlipSheet(tx, facts, office)
  if (form === 'BARCODE_LABEL') return labelSheet(facts, office, baseUrl)
  if (form === 'ARCHIVE_COVER') return archiveCoverSheet(tx, facts, office, baseUrl)
  if (form === 'ARCHIVE_INDEX') return archiveIndexSheet(tx, facts, office)
  const position = await registerPosition(tx, facts)
  return (head: { number: number; issuedAt: Date }) =>
    receiptSheet(facts, { office, appointment: appointmentOf(dossier.state, facts.receivedAt), position, baseUrl }, head)
}

/** Whatever else has changed since, a receipt stands as long as its appointment does. */
const givesTheSameAppointment = (stored: PaperSheet, made: PaperSheet): boolean => stored.data.dueAt === made.data.dueAt

/** Compared as JSON with sorted keys, because the stored sheet has been through jsonb. */
const saysTheSame = (stored: PaperSheet, made: PaperSheet): boolean => sorted(stored.data) === sorted(made.data)

const sorted = (value: unknown): string =>
  JSON.stringify(value, (_key, each: unknown) =>
    each && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  )
