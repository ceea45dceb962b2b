/** What an installation says of itself and how it warns: kept as settings, changed on a page, never by a release. */
import { z } from 'zod'
import type { Queryable } from '#platform/database.ts'
import { readSetting } from '#platform/settings.ts'
import { optionalText, text } from './fields.ts'

export const OFFICE_SETTING = 'office'
export const NEAR_DUE_SETTING = 'near-due-hours'
export const LIGHTS_SETTING = 'due-lights'

/** Whose system it is: the head and the foot of every page (TT 32/2017/TT-BTTTT art. 16). */
export const OfficeFacts = z.object({
  name: text(200, 'Hãy điền tên cơ quan. Ví dụ: Trung tâm Phục vụ hành chính công tỉnh Quảng Trị.'),
  parent: optionalText(200),
  owner: optionalText(200),
  responsiblePerson: optionalText(200),
  address: optionalText(300),
  phone: optionalText(40),
  email: z.preprocess((value) => value || undefined, z.email('Địa chỉ thư chưa đúng. Ví dụ: motcua@quangtri.gov.vn.').optional()),
  /** A strip above everything, in both languages: that data are invented, that there will be maintenance. */
  notice: optionalText(300),
  noticeEn: optionalText(300),
})
export type OfficeFacts = z.infer<typeof OfficeFacts>

export const ALONE_SETTING = 'settles-alone'
export const UNDO_SETTING = 'workflow.undo-minutes'

const MOST_HOURS = 720
const DEFAULT_HOURS = 24
const DEFAULT_UNDO_MINUTES = 30
const MOST_UNDO_MINUTES = 480
const DEFAULT_LIGHTS: DueLights = { half: 50, near: 75 }

const percent = z.coerce
  .number({ error: 'Hãy điền số từ 1 đến 99.' })
  .int('Hãy điền số nguyên.')
  .min(1, 'Từ 1 trở lên.')
  .max(99, 'Không quá 99: từ 100 trở đi là quá hạn theo luật.')

export const Parameters = OfficeFacts.extend({
  /** Hours of the clock before its due time from which a step counts as near; the law names no threshold (domain.md §2.7). */
  nearDueHours: z.coerce
    .number({ error: `Hãy điền số giờ từ 1 đến ${MOST_HOURS}.` })
    .int('Hãy điền số nguyên.')
    .min(1, 'Từ 1 giờ trở lên.')
    .max(MOST_HOURS, `Không quá ${MOST_HOURS} giờ.`),
  /** Percent of a limit that is used from which it is shown as past its half, and as near. */
  halfPercent: percent,
  nearPercent: percent,
  /** Who received may approve too, in the “four on the spot” lane and where a result is given at once (NĐ 61/2018 art. 17(5)). */
  settlesAlone: z.preprocess((value) => value === true || value === 'on', z.boolean()),
  /** Minutes of the clock for which whoever did something may take it back without a leader; 0: never. No law names a time. */
  undoMinutes: z.coerce
    .number({ error: `Hãy điền số phút từ 0 đến ${MOST_UNDO_MINUTES}.` })
    .int('Hãy điền số nguyên.')
    .min(0, 'Từ 0 trở lên.')
    .max(MOST_UNDO_MINUTES, `Không quá ${MOST_UNDO_MINUTES} phút (8 giờ).`),
}).refine(({ halfPercent, nearPercent }) => halfPercent < nearPercent, {
  path: ['nearPercent'],
  message: 'Phải lớn hơn mức thứ nhất.',
})
export type Parameters = z.infer<typeof Parameters>

/** Whether who received may approve too, where a dossier is settled on the spot or at once; the law lets one person do it all. */
export const settlesAlone = async (db: Queryable): Promise<boolean> => (await readSetting<boolean>(db, ALONE_SETTING)) ?? true

/** For how long, in minutes, whoever did something may take it back without a leader. */
export const undoMinutes = async (db: Queryable): Promise<number> => (await readSetting<number>(db, UNDO_SETTING)) ?? DEFAULT_UNDO_MINUTES

export const readOffice = (db: Queryable): Promise<OfficeFacts | undefined> => readSetting<OfficeFacts>(db, OFFICE_SETTING)

export const nearDueHours = async (db: Queryable): Promise<number> => (await readSetting<number>(db, NEAR_DUE_SETTING)) ?? DEFAULT_HOURS

/** In percent of the limit that is used; `half` is below `near`. */
export interface DueLights {
  half: number
  near: number
}

export const dueLights = async (db: Queryable): Promise<DueLights> => (await readSetting<DueLights>(db, LIGHTS_SETTING)) ?? DEFAULT_LIGHTS
