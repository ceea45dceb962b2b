/** The procedure catalogue: procedures in versions, cases, channels and papers; who offers them; imports. See db/migrations/0005_catalogue.sql. */
export { addProcedure } from './actions/add-procedure.ts'
export { closeProcedure, reopenProcedure } from './actions/close-procedure.ts'
export { decideImportRows } from './actions/decide-import-rows.ts'
export { discardDraft } from './actions/discard-draft.ts'
export { endOffer } from './actions/end-offer.ts'
export { judgeImportRows } from './actions/judge-import-rows.ts'
export { mapImport } from './actions/map-import.ts'
export { offerProcedures } from './actions/offer-procedures.ts'
export { publishImport } from './actions/publish-import.ts'
export { publishVersion } from './actions/publish-version.ts'
export { queueImport } from './actions/queue-import.ts'
export { saveDraft } from './actions/save-draft.ts'
export { addGuidance, removeGuidance } from './actions/save-guidance.ts'
export { stageImportRows } from './actions/stage-import-rows.ts'
export { startDraft } from './actions/start-draft.ts'
export { startImport } from './actions/start-import.ts'
export { IMPORT_CATALOGUE_USAGE, type ImportContext, type ImportIo, runImportCatalogue } from './cli.ts'
export { contentFindings, openFindings } from './content-findings.ts'
export { contentOf } from './content-of.ts'
export { catalogueErrors } from './errors.ts'
export { FINDINGS, type Finding, type FindingCode, findingSentence, isSuspicious, severityOf } from './import/findings.ts'
export type { Verdict } from './import/judge.ts'
export { COLUMN_TARGETS, type ColumnTarget, guessMapping } from './import/mapping.ts'
export type { RawProcedure } from './import/raw-procedure.ts'
export { judgeFile, type Progress, stageFile } from './import/run-import.ts'
export { catalogueJobs } from './job-handlers.ts'
export { catalogueLabels, factWords } from './labels.ts'
export { type ChannelLimit, formatLimit } from './limit.ts'
export {
  MINISTRY_RULE,
  PROVINCE_RULE,
  PUBLICATION_SETTING,
  type PublicationRule,
  type PublicationStanding,
  publicationStanding,
} from './publication.ts'
export {
  type CatalogueEntry,
  type CatalogueFilter,
  type CatalogueState,
  type Field,
  fields,
  listCatalogue,
  type VersionSummary,
  versionsOf,
} from './queries/administration.ts'
export { type Guidance, guidanceOf } from './queries/guidance.ts'
export { findingCounts, getImport, type ImportRow, type ImportSummary, importRows, listImports, stagedRows } from './queries/imports.ts'
export { limitFor } from './queries/limit.ts'
export { findOffer, type Offer, offersOf, receivingUnits } from './queries/offers.ts'
export {
  type CaseDetail,
  type ChannelDetail,
  type ComponentDetail,
  casesOf,
  type FeeDetail,
  findProcedureByCode,
  findVersionForReception,
  getCase,
  getProcedure,
  getProcedureByCode,
  getVersion,
  getVersionForReception,
  type ProcedureIdentity,
  type VersionDetail,
} from './queries/procedure.ts'
export { getReceptionCase, type ReceptionCase, type ReceptionComponent, type ReceptionFee } from './queries/reception.ts'
export {
  type FieldCount,
  type FoundProcedure,
  fieldCounts,
  type ProcedureFilter,
  type ProcedurePage,
  publicProcedures,
  searchProcedures,
} from './queries/search.ts'
export { newestSettlingRules, type SettlingRules, settlingRulesOf } from './queries/settling-rules.ts'
export { catalogueRights } from './rights.ts'
export * from './schemas.ts'
export { shortProcedureName } from './short-name.ts'
