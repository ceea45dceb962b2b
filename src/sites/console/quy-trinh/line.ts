/** Which line a page is about: the general one, or that of the procedure whose code stands in the address. */
import { findProcedureByCode, findVersionForReception, formatLimit } from '#modules/catalogue/index.ts'
import { channelWords } from '#modules/dossier/index.ts'
import {
  countTighterThan,
  formatHours,
  hoursOfLimit,
  inForceOn,
  type ProcessVersion,
  processVersions,
  shortestLimitOf,
} from '#modules/workflow/index.ts'
import { commonErrors } from '#platform/errors.ts'
import type { PageRequest } from '#platform/http/route.ts'
import { localDate } from '#platform/text/dates.ts'
import { copy } from './words.ts'

export const RIGHT = 'workflow.edit-process'
export const GENERAL_SLUG = 'chung'

export interface Line {
  slug: string
  /** null: the general line. */
  procedureId: number | null
  title: string
  /** Newest first; none where the procedure runs on the general line. */
  versions: ProcessVersion[]
  /** The version in force today, else the one that will be; the general one's where the procedure has none of its own, and none before there is any line. */
  current?: ProcessVersion
  usesGeneral: boolean
}

/** @throws AppError `record.not-found` */
export async function readLine({ services, params, now, language }: PageRequest): Promise<Line> {
  const { database } = services
  const today = localDate(now)
  const slug = params.code ?? ''
  const procedure = slug === GENERAL_SLUG ? null : await findProcedureByCode(database, slug)
  if (procedure === undefined) return commonErrors.fail('record.not-found')
  const own = await processVersions(database, procedure?.id ?? null)
  const usesGeneral = own.length === 0 && procedure !== null
  const versions = usesGeneral ? await processVersions(database, null) : own
  const current = inForceOn(versions, today) ?? versions[0]
  const name = procedure && (await findVersionForReception(database, procedure.id, today))?.name
  return {
    slug,
    procedureId: procedure?.id ?? null,
    title: procedure ? `${procedure.code} ${name ?? ''}`.trim() : copy(language).general,
    versions: own,
    current,
    usesGeneral,
  }
}

export interface LegalTime {
  /** The shortest limit in words; absent for the general line and where the law gives no number. */
  limit?: string
  /** Working hours of it. */
  hours?: number
  /** What somebody should know before leaving the plan as it is. */
  warning?: string
}

/** The plan of a line held against the law: the procedure's shortest limit, or, for the general line, how many procedures are tighter. */
export async function legalTime({ services, language, now }: PageRequest, line: Line, totalHours: number): Promise<LegalTime> {
  const text = copy(language)
  const today = localDate(now)
  if (line.procedureId === null) {
    const count = await countTighterThan(services.database, totalHours, today)
    return count > 0 ? { warning: text.tighter(count.toLocaleString('vi-VN'), formatHours(totalHours)) } : {}
  }
  const limit = await shortestLimitOf(services.database, line.procedureId, today)
  if (!limit) return {}
  const hours = hoursOfLimit(limit)
  return {
    hours,
    limit: text.legalIs(formatLimit(limit, language), channelWords(language)[limit.channel].toLocaleLowerCase('vi'), formatHours(hours)),
    ...(totalHours > hours ? { warning: text.longer(formatHours(totalHours), formatHours(hours)) } : {}),
  }
}
