/** Whose system this is: name, address and contacts on every page, kept as a setting. */
import { readOffice } from '#modules/organization/index.ts'
import type { Queryable } from '#platform/database.ts'
import type { Office } from '#ui/index.ts'

/** Where the setting is not made yet, or cannot be read. */
export const unnamedOffice: Office = { name: 'Hệ thống thông tin giải quyết thủ tục hành chính' }

export const officeOf = async (db: Queryable): Promise<Office> => (await readOffice(db)) ?? unnamedOffice
