import { action } from '#platform/action.ts'
import { writeSetting } from '#platform/settings.ts'
import {
  ALONE_SETTING,
  dueLights,
  LIGHTS_SETTING,
  NEAR_DUE_SETTING,
  nearDueHours,
  OFFICE_SETTING,
  Parameters,
  readOffice,
  settlesAlone,
  UNDO_SETTING,
  undoMinutes,
} from '../parameters.ts'

/** Sửa tham số hệ thống: for the whole installation, so the right must be held at its root. */
export const saveParameters = action('system.settings', {
  input: Parameters,
  scope: () => undefined,
  async work({ tx, now, about }, { nearDueHours: hours, halfPercent, nearPercent, settlesAlone: alone, undoMinutes: minutes, ...office }) {
    const before = {
      office: await readOffice(tx),
      nearDueHours: await nearDueHours(tx),
      lights: await dueLights(tx),
      settlesAlone: await settlesAlone(tx),
      undoMinutes: await undoMinutes(tx),
    }
    await writeSetting(tx, OFFICE_SETTING, office, now)
    await writeSetting(tx, NEAR_DUE_SETTING, hours, now)
    const lights = { half: halfPercent, near: nearPercent }
    await writeSetting(tx, LIGHTS_SETTING, lights, now)
    await writeSetting(tx, ALONE_SETTING, alone, now)
    await writeSetting(tx, UNDO_SETTING, minutes, now)
    about(
      { kind: 'setting', id: OFFICE_SETTING },
      { before, after: { office, nearDueHours: hours, lights, settlesAlone: alone, undoMinutes: minutes } },
    )
  },
})
