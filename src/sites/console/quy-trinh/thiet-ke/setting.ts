/** What the designer is given: plain data, because it goes to the browser with the page. */
import type { ConditionField, ProcessGraph } from '#modules/workflow/index.ts'
import type { Language } from '#platform/language.ts'
import type { FormState } from '#ui/index.ts'

/** Stays the same while one draws. */
export interface DesignerSetting {
  /** Of the page: `/quy-trinh/chung/thiet-ke`. */
  address: string
  language: Language
  /** Roles that a step may be given to. */
  roles: readonly { code: string; name: string }[]
  fields: readonly ConditionField[]
  /** What a step may keep to itself or leave out. */
  acts: { value: string; label: string }[]
  /** The shortest legal limit of the procedures that run on it: working hours, and in words. None for the general process. */
  legal?: { hours: number; text: string }
}

/** Changes with each press. */
export interface DesignerState {
  graph: ProcessGraph
  /** Counts the saves of the draft; a save tells which one it saw. */
  revision: number
  selected?: string
  form: FormState
  canUndo: boolean
  canRedo: boolean
  /** What has just been done. */
  told?: string
  /** Whether and when it is kept: “Đã lưu lúc 10:32”. */
  kept?: string
  /** Why the draft is not kept; with `revision`, because somebody else has saved. */
  trouble?: { sentence: string; revision?: number; isSignedOut?: boolean }
}
