/** Whether a late dossier `d` still owes its applicant an apology, said once for the lists, the figures and the watch. */
import { sql } from 'kysely'

export const APOLOGIES = ['made', 'excused', 'owed'] as const
export type Apology = (typeof APOLOGIES)[number]

/** `APOLOGIES` of a late dossier `d`. */
export const apologyOf = sql<Apology>`case
  when exists (select from apology a where a.dossier_id = d.id and a.kind = 'lateness') then 'made'
  when exists (select from apology_excuse x where x.dossier_id = d.id) then 'excused'
  else 'owed' end`

/** Neither form 04 nor a leader's word that none is owed. */
export const isApologyOwed = sql<boolean>`(not exists (select from apology a where a.dossier_id = d.id and a.kind = 'lateness')
  and not exists (select from apology_excuse x where x.dossier_id = d.id))`
