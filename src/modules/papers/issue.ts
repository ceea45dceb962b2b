/** The book of papers: each issued paper is numbered in its unit and year, kept with its facts, and every print of it is counted. */
import type { Queryable, Transaction } from '#platform/database.ts'
import { defineErrors } from '#platform/errors.ts'
import { nextNumber } from '#platform/running-number.ts'
import { localDate } from '#platform/text/dates.ts'
import { formSetOn, type PaperForm, paperSymbol, type SigningOffice } from './form-set.ts'
import { type PaperSheet, reprinted } from './sheet.ts'

export interface PaperToIssue {
  form: PaperForm
  unitId: number
  office: SigningOffice
  /** Left out for papers about many dossiers, and for those given at the counter before there is a dossier. */
  dossierId?: number
  officerId?: number
  now: Date
  /** Makes the sheet once the number is known. */
  make(head: { number: number; issuedAt: Date }): PaperSheet
}

export interface IssuedPaper {
  id: number
  number: number
  /** As printed after `Số:`. */
  fullNumber: string
  sheet: PaperSheet
}

const errors = defineErrors({
  'papers.voided': {
    status: 409,
    vi: 'Giấy tờ này đã hủy do việc lập ra nó được hoàn tác; số vẫn giữ trong sổ.',
    en: 'This paper is void because the act it was made by was undone; its number stays in the book.',
  },
  'papers.not-found': { status: 404, vi: 'Không tìm thấy giấy tờ cần in.', en: 'The paper to print could not be found.' },
})

/** Numbers the paper in its unit's book of the year and keeps it. The number's row stays locked until the transaction ends. */
export async function issuePaper(
  tx: Transaction,
  { form, unitId, office, dossierId, officerId, now, make }: PaperToIssue,
): Promise<IssuedPaper> {
  const year = Number(localDate(now).slice(0, 4))
  const number = await nextNumber(tx, `paper/${form}/${unitId}/${year}`)
  const set = formSetOn(now)
  const symbol = paperSymbol(form, office, set)
  const sheet = make({ number, issuedAt: now })
  const { id } = await tx
    .insertInto('paper')
    .values({
      form,
      formSet: set.name,
      dossierId: dossierId ?? null,
      unitId,
      year,
      number,
      symbol,
      data: JSON.stringify(sheet),
      officerId: officerId ?? null,
      issuedAt: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, number, fullNumber: `${number}/${symbol}`, sheet }
}

/**
 * Counts a print and returns the sheet to print: the first as issued, each later one marked `BẢN IN LẠI LẦN n`.
 * @throws AppError `papers.not-found`
 */
export async function recordPrint(
  tx: Transaction,
  { paperId, officerId, reason, now }: { paperId: number; officerId?: number; reason?: string; now: Date },
): Promise<{ sheet: PaperSheet; number: number; dossierId: number | null; issuedAt: Date }> {
  const paper = await tx
    .updateTable('paper')
    .set((update) => ({ printCount: update('printCount', '+', 1) }))
    .where('id', '=', paperId)
    .returning(['printCount', 'data', 'dossierId', 'issuedAt', 'voidedAt'])
    .executeTakeFirst()
  if (!paper) return errors.fail('papers.not-found')
  if (paper.voidedAt) return errors.fail('papers.voided')
  const number = paper.printCount
  await tx
    .insertInto('paperPrint')
    .values({ paperId, number, officerId: officerId ?? null, reason: reason ?? null, printedAt: now })
    .execute()
  const sheet = paper.data as unknown as PaperSheet
  return { sheet: number === 1 ? sheet : reprinted(sheet, number - 1), number, dossierId: paper.dossierId, issuedAt: paper.issuedAt }
}

export interface PaperOfDossier {
  id: number
  form: PaperForm
  /** Its set of forms, `TT-03-2025`. */
  formSet: string
  fullNumber: string
  issuedAt: Date
  issuedBy: string | null
  printCount: number
  /** The act it was made by was taken back. */
  voidedAt: Date | null
  /** The log of its prints, oldest first. */
  prints: PrintOfPaper[]
}

export interface PrintOfPaper {
  /** 1: as issued; n: the (n-1)-th reprint. */
  number: number
  printedAt: Date
  printedBy: string | null
  reason: string | null
}

/** The papers of a dossier, oldest first. */
export async function papersOfDossier(database: Queryable, dossierId: number): Promise<PaperOfDossier[]> {
  const [papers, prints] = await Promise.all([
    database
      .selectFrom('paper')
      .leftJoin('officer', 'officer.id', 'paper.officerId')
      .select([
        'paper.id',
        'paper.form',
        'paper.formSet',
        'paper.number',
        'paper.symbol',
        'paper.issuedAt',
        'paper.printCount',
        'paper.voidedAt',
        'officer.fullName as issuedBy',
      ])
      .where('paper.dossierId', '=', dossierId)
      .orderBy('paper.issuedAt')
      .orderBy('paper.id')
      .execute(),
    database
      .selectFrom('paperPrint as print')
      .innerJoin('paper', 'paper.id', 'print.paperId')
      .leftJoin('officer', 'officer.id', 'print.officerId')
      .select(['print.paperId', 'print.number', 'print.printedAt', 'print.reason', 'officer.fullName as printedBy'])
      .where('paper.dossierId', '=', dossierId)
      .orderBy('print.number')
      .execute(),
  ])
  return papers.map(({ number, symbol, form, ...row }) => ({
    ...row,
    form: form as PaperForm,
    fullNumber: `${number}/${symbol}`,
    prints: prints.filter(({ paperId }) => paperId === row.id).map(({ paperId: _paper, ...print }) => print),
  }))
}
