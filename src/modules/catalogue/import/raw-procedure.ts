/** A row as it comes: the JSON shape of ../shared/data, which spreadsheets are mapped to as well. Tolerant: what is wrong in it is for the findings to say. */
import { z } from 'zod'

const words = z.string().nullish()
const list = z.array(z.string()).nullish()

const RawFee = z.object({
  kind: words,
  name: words,
  amount_vnd: z.number().nullish(),
  amount: z.number().nullish(),
  currency: words,
  per: words,
  condition: words,
  cap_vnd: z.number().nullish(),
  moment: words,
  text: words,
})
export type RawFee = z.infer<typeof RawFee>

const RawChannel = z.object({
  channel: z.enum(['direct', 'online', 'postal', 'any']),
  time_limit: z.object({ value: z.number().nullish(), unit: words, text: words }).nullish(),
  count_mode: z.enum(['carry', 'end']).nullish(),
  cutoff: words,
  last_hour_rule: z.boolean().nullish(),
  fees: z.array(RawFee).nullish(),
  note: words,
})
export type RawChannel = z.infer<typeof RawChannel>

const RawPaper = z.object({
  code: words,
  group: words,
  name: words,
  forms: list,
  originals: z.number().nullish(),
  copies: z.number().nullish(),
  presented_only: z.boolean().nullish(),
  required: z.boolean().nullish(),
})
export type RawPaper = z.infer<typeof RawPaper>

export const RawProcedure = z.object({
  code: z.union([z.string(), z.number()]).nullish(),
  local_codes: list,
  name: words,
  field: words,
  field_code: words,
  levels: list,
  served_by: words,
  internal_procedure: z.boolean().nullish(),
  non_territorial: z.boolean().nullish(),
  executing_agencies: list,
  deciding_agency: words,
  coordinating_agency: words,
  receiving_place: words,
  service_level: words,
  partial_service_reason: words,
  partial_service_note: words,
  manner: words,
  channels: z.array(RawChannel).nullish(),
  dossier: z.array(RawPaper).nullish(),
  /** own extension: cases with channels and papers of their own */
  cases: z
    .array(z.object({ code: words, name: z.string(), channels: z.array(RawChannel).nullish(), dossier: z.array(RawPaper).nullish() }))
    .nullish(),
  dossier_sets: z.union([z.number(), z.string()]).nullish(),
  applicants: list,
  results: z.array(z.object({ name: words, code: words })).nullish(),
  legal_basis: z.array(z.object({ number: words, title: words })).nullish(),
  steps: list,
  steps_truncated: z.boolean().nullish(),
  requirements: words,
  requirements_truncated: z.boolean().nullish(),
  form_names: list,
  decision: z.object({ number: words, date: words }).nullish(),
  effective_date: words,
  status: words,
  superseded_by: words,
  as_of: words,
  quality_flags: list,
  unverified: z.boolean().nullish(),
  unverified_fields: list,
  sources: z.array(z.object({ repo: words, path: words, commit: words, url: words })).nullish(),
  facts_missing: list,
  illustrative: list,
})
export type RawProcedure = z.infer<typeof RawProcedure>
