import { permittedUnitIds, type Reading } from '#modules/identity/index.ts'
import { recordRead } from '#platform/audit.ts'
import type { Queryable } from '#platform/database.ts'
import { commonErrors } from '#platform/errors.ts'
import { type PaperForm, type PaperSheet, reprinted } from '../sheet.ts'

export interface PaperPrint {
  sheet: PaperSheet
  issuedAt: Date
  fullNumber: string
}

/**
 * One print of an issued paper of a dossier, as it came out then; without `print` the last one.
 * @throws AppError `record.not-found`, also where the reader's units have nothing to do with the dossier
 */
export async function readPrint(
  db: Queryable,
  wanted: { dossierCode: string; form: PaperForm; number: number; year: number; print?: number },
  reading: Reading,
): Promise<PaperPrint> {
  const paper = await db
    .selectFrom('paper as p')
    .innerJoin('dossier as d', 'd.id', 'p.dossierId')
    .select(['p.id', 'p.data', 'p.issuedAt', 'p.number', 'p.symbol', 'p.printCount', 'p.unitId', 'd.settlingUnitId'])
    .where('d.code', '=', wanted.dossierCode)
    .where('p.form', '=', wanted.form)
    .where('p.number', '=', wanted.number)
    .where('p.year', '=', wanted.year)
    .executeTakeFirst()
  if (!paper) return commonErrors.fail('record.not-found')
  const unitIds = await permittedUnitIds(db, reading.actor, 'papers.print', reading.now)
  commonErrors.insist(unitIds.includes(paper.unitId) || unitIds.includes(paper.settlingUnitId), 'record.not-found')
  return printOf(db, paper, wanted.print, reading)
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
  return printOf(db, paper, print, reading)
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

async function printOf(db: Queryable, paper: StoredPaper, print: number | undefined, { actor, now }: Reading): Promise<PaperPrint> {
  const times = print ?? paper.printCount
  commonErrors.insist(times >= 1 && times <= paper.printCount, 'record.not-found')
  await recordRead(db, { actor, at: now, name: 'papers.read', subject: { kind: 'paper', id: paper.id }, unitId: paper.unitId })
  const sheet = paper.data as PaperSheet
  return {
    sheet: times === 1 ? sheet : reprinted(sheet, times - 1),
    issuedAt: paper.issuedAt,
    fullNumber: `${paper.number}/${paper.symbol}`,
  }
}
