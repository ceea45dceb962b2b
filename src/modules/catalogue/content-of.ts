/** A stored version as the content that actions take: to copy it into the next draft, or to change one part of it. Pure. */
import type { VersionDetail } from './queries/procedure.ts'
import type { VersionContent } from './schemas.ts'

export const contentOf = (version: VersionDetail): VersionContent => ({
  name: version.name,
  fieldName: version.field?.name ?? null,
  fieldCode: version.field?.code ?? null,
  levels: version.levels,
  steps: version.steps,
  manner: version.manner,
  sets: version.sets,
  subjects: version.subjects,
  decidingAgency: version.decidingAgency,
  executingAgencies: version.executingAgencies,
  coordinatingAgency: version.coordinatingAgency,
  receivingPlace: version.receivingPlace,
  requirements: version.requirements,
  forms: version.forms,
  serviceLevel: version.serviceLevel,
  partialServiceReason: version.partialServiceReason,
  partialServiceNote: version.partialServiceNote,
  decisionNumber: version.decisionNumber,
  decisionDate: version.decisionDate,
  effectiveDate: version.effectiveDate,
  results: version.results,
  legalBasis: version.legalBasis,
  cases: version.cases.map(({ code, name, channels, components }) => ({
    code,
    name,
    channels,
    components: components.map(({ id: _, ...component }) => component),
  })),
  source: version.source,
  factsMissing: version.factsMissing,
  illustrative: version.illustrative,
})
