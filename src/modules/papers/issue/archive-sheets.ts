/** Barcode label, archive cover and index, from what the dossier holds. */
import type { Queryable } from '#platform/database.ts'
import { localDate } from '#platform/text/dates.ts'
import { type ArchivedDocument, archiveCoverPaper, archiveIndexPaper } from '../archive.ts'
import { barcodeLabelPaper } from '../barcode-label.ts'
import type { PaperForm } from '../form-set.ts'
import { handedInCount } from '../receipt.ts'
import type { PaperSheet } from '../sheet.ts'
import type { DossierFacts } from './dossier-facts.ts'
import { paperName } from './dossier-forms.ts'
import { lookupUrl } from './lookup-url.ts'
import type { IssuingOffice } from './paper-office.ts'

type Head = { number: number; issuedAt: Date }

export const labelSheet =
  (facts: DossierFacts, office: IssuingOffice, baseUrl: string) =>
  (head: Head): PaperSheet =>
    barcodeLabelPaper({
      ...head,
      office,
      dossierCode: facts.code,
      procedureName: facts.procedureName,
      settlingOffice: facts.settlingOffice,
      receivedAt: facts.receivedAt ?? undefined,
      dueAt: facts.dueAt ?? undefined,
      lookupUrl: lookupUrl(baseUrl, facts.code),
    })

export async function archiveCoverSheet(db: Queryable, facts: DossierFacts, office: IssuingOffice, baseUrl: string) {
  const [documents, field] = await Promise.all([documentsOf(db, facts), fieldOf(db, facts)])
  return (head: Head): PaperSheet =>
    archiveCoverPaper({
      ...head,
      ...archived(facts, office),
      procedureCode: facts.procedureCode,
      fieldName: field,
      documentCount: documents.length,
      lookupUrl: lookupUrl(baseUrl, facts.code),
    })
}

export async function archiveIndexSheet(db: Queryable, facts: DossierFacts, office: IssuingOffice) {
  const documents = await documentsOf(db, facts)
  return (head: Head): PaperSheet => archiveIndexPaper({ ...head, ...archived(facts, office), documents })
}

function archived(facts: DossierFacts, office: IssuingOffice) {
  const last = facts.returnedAt ?? facts.finishedAt
  return {
    office,
    dossierCode: facts.code,
    ownerName: facts.ownerName,
    procedureName: facts.procedureName,
    settlingOffice: facts.settlingOffice,
    from: localDate(facts.createdAt),
    to: last ? localDate(last) : undefined,
  }
}

/** The cover, the index and the label are the wrapping and are not listed in it. */
const WRAPPING: PaperForm[] = ['BARCODE_LABEL', 'ARCHIVE_COVER', 'ARCHIVE_INDEX']

/** First what was handed in, then what was written about it in the order of its days, then the result. */
async function documentsOf(db: Queryable, facts: DossierFacts): Promise<ArchivedDocument[]> {
  const [papers, files, results] = await Promise.all([
    db
      .selectFrom('paper as p')
      .innerJoin('unit as u', 'u.id', 'p.unitId')
      .select(['p.form', 'p.formSet', 'p.number', 'p.symbol', 'p.issuedAt', 'u.name as author'])
      .where('p.dossierId', '=', facts.id)
      .where('p.form', 'not in', WRAPPING)
      .execute(),
    db
      .selectFrom('dossierDocument as dd')
      .innerJoin('document as d', 'd.id', 'dd.documentId')
      .select(['d.name', 'dd.createdAt'])
      .where('dd.dossierId', '=', facts.id)
      .where('dd.kind', '=', 'working')
      .execute(),
    db
      .selectFrom('dossierResult as r')
      .innerJoin('unit as u', 'u.id', 'r.issuingUnitId')
      .select(['r.name', 'r.number', 'r.symbol', 'r.issuedAt', 'u.name as author'])
      .where('r.dossierId', '=', facts.id)
      .where('r.number', 'is not', null)
      .execute(),
  ])
  const handedIn = facts.components
    .filter(({ isPresentedOnly, originalsReturnedAt, copies }) => !isPresentedOnly && (!originalsReturnedAt || copies > 0))
    .map((component) => ({
      at: facts.receivedAt ?? facts.createdAt,
      author: facts.ownerName,
      name: component.name,
      note: handedInCount(component.originalsReturnedAt ? { ...component, originals: 0 } : component),
    }))
  const written = [
    ...papers.map(({ form, formSet, number, symbol, issuedAt, author }) => ({
      number: `${number}/${symbol}`,
      at: issuedAt,
      author,
      name: paperName(form as PaperForm, formSet, 'vi'),
    })),
    ...files.map(({ name, createdAt }) => ({ at: createdAt, name, note: 'Bản điện tử' })),
  ].sort((a, b) => a.at.getTime() - b.at.getTime())
  return [
    ...handedIn,
    ...written,
    ...results.map(({ name, number, symbol, issuedAt, author }) => ({
      number: `${number}/${symbol}`,
      at: issuedAt ?? undefined,
      author,
      name,
    })),
  ]
}

async function fieldOf(db: Queryable, { procedureVersionId }: DossierFacts): Promise<string> {
  const row = await db
    .selectFrom('procedureVersion as v')
    .innerJoin('field as f', 'f.id', 'v.fieldId')
    .select('f.name')
    .where('v.id', '=', procedureVersionId)
    .executeTakeFirst()
  return row?.name ?? ''
}
