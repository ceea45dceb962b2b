import { permittedUnitIds, permittedUnitPaths, type Reading } from '#modules/identity/index.ts'
import { recordRead } from '#platform/audit.ts'
import type { Queryable } from '#platform/database.ts'
import { commonErrors } from '#platform/errors.ts'
import type { Pdf } from '#platform/pdf/index.ts'
import type { PaperForm } from '../form-set.ts'
import { type PaperSheet, printPaper, reprinted } from '../sheet.ts'

export interface PaperPrint {
  sheet: PaperSheet
  issuedAt: Date
  fullNumber: string
}

export interface WantedPrint {
  dossierCode: string
  form: PaperForm
  number: number
  year: number
  /** Without it the last one. */
  print?: number
}

/**
 * One print of an issued paper of a dossier, as it came out then.
 * @throws AppError `record.not-found`, also where the reader's units have nothing to do with the dossier
 */
export async function readPrint(db: Queryable, wanted: WantedPrint, reading: Reading): Promise<PaperPrint> {
  const paper = await getReadable(db, wanted, reading)
  const print = printOf(paper, wanted.print)
  await recordReadOf(db, paper, reading)
  return print
}

/** The same as PDF: it is set while the reading is being recorded, and handed out once it is. */
export async function readPrintAsPdf(db: Queryable, pdf: Pdf, wanted: WantedPrint, reading: Reading): Promise<Uint8Array> {
  const paper = await getReadable(db, wanted, reading)
  const { sheet, issuedAt } = printOf(paper, wanted.print)
  const [bytes] = await Promise.all([printPaper(pdf, sheet, issuedAt), recordReadOf(db, paper, reading)])
  return bytes
}

/**
 * One print of any issued paper, by its id: of a dossier for those who print at either of its units, otherwise for those who print at the unit that issued it.
 * @throws AppError `record.not-found`
 */
export async function readIssuedPrint(db: Queryable, paperId: number, print: number | undefined, reading: Reading): Promise<PaperPrint> {
  const [paper, paths] = await Promise.all([
    papers(db).where('p.id', '=', paperId).executeTakeFirst(),
    permittedUnitPaths(db, reading.actor, 'papers.print', reading.now),
  ])
  if (!paper || !isWithin(paper, paths)) return commonErrors.fail('record.not-found')
  const found = printOf(paper, print)
  await recordReadOf(db, paper, reading)
  return found
}

/** One print of an issued register. @throws AppError `record.not-found` */
export async function readRegisterPrint(db: Queryable, paperId: number, print: number | undefined, reading: Reading): Promise<PaperPrint> {
  const paper = await db
    .selectFrom('paper')
    .select(['id', 'data', 'issuedAt', 'number', 'symbol', 'printCount', 'unitId'])
    .where('id', '=', paperId)
    .where('form', '=', 'DOSSIER_REGISTER')
    .executeTakeFirst()
  if (!paper) return commonErrors.fail('record.not-found')
  const unitIds = await permittedUnitIds(db, reading.actor, 'papers.register', reading.now)
  commonErrors.insist(unitIds.includes(paper.unitId), 'record.not-found')
  const found = printOf(paper, print)
  await recordReadOf(db, paper, reading)
  return found
}

async function getReadable(db: Queryable, wanted: WantedPrint, { actor, now }: Reading): Promise<FoundPaper> {
  const [paper, paths] = await Promise.all([findPaper(db, wanted), permittedUnitPaths(db, actor, 'papers.print', now)])
  return paper && isWithin(paper, paths) ? paper : commonErrors.fail('record.not-found')
}

const isWithin = ({ unitPath, receivingPath, settlingPath }: FoundPaper, paths: readonly string[]): boolean =>
  paths.some((path) => [unitPath, receivingPath, settlingPath].some((place) => place !== null && `${place}.`.startsWith(`${path}.`)))

const papers = (db: Queryable) =>
  db
    .selectFrom('paper as p')
    .innerJoin('unit as u', 'u.id', 'p.unitId')
    .leftJoin('dossier as d', 'd.id', 'p.dossierId')
    .leftJoin('unit as r', 'r.id', 'd.receivingUnitId')
    .leftJoin('unit as s', 's.id', 'd.settlingUnitId')
    .select([
      'p.id',
      'p.data',
      'p.issuedAt',
      'p.number',
      'p.symbol',
      'p.printCount',
      'p.unitId',
      'u.path as unitPath',
      'r.path as receivingPath',
      's.path as settlingPath',
    ])

const findPaper = (db: Queryable, wanted: WantedPrint) =>
  papers(db)
    .where('d.code', '=', wanted.dossierCode)
    .where('p.form', '=', wanted.form)
    .where('p.number', '=', wanted.number)
    .where('p.year', '=', wanted.year)
    .executeTakeFirst()

interface FoundPaper extends StoredPaper {
  unitPath: string
  receivingPath: string | null
  settlingPath: string | null
}

interface StoredPaper {
  id: number
  data: unknown
  issuedAt: Date
  number: number
  symbol: string
  printCount: number
  unitId: number
}

/** `print`: 1 is the first, without it the last. */
function printOf(paper: StoredPaper, print = paper.printCount): PaperPrint {
  commonErrors.insist(print >= 1 && print <= paper.printCount, 'record.not-found')
  const sheet = paper.data as PaperSheet
  return {
    sheet: print === 1 ? sheet : reprinted(sheet, print - 1),
    issuedAt: paper.issuedAt,
    fullNumber: `${paper.number}/${paper.symbol}`,
  }
}

const recordReadOf = (db: Queryable, paper: StoredPaper, { actor, now }: Reading): Promise<void> =>
  recordRead(db, { actor, at: now, name: 'papers.read', subject: { kind: 'paper', id: paper.id }, unitId: paper.unitId })
