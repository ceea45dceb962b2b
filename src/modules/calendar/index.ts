/** Working days and hours, holidays with their source, and the counting of limits. Pure counting in `due.ts` and `working-time.ts`; what is configured in `book.ts`. */
export { confirmDay } from './actions/confirm-day.ts'
export { removeDay } from './actions/remove-day.ts'
export { setDay } from './actions/set-day.ts'
export { setHours } from './actions/set-hours.ts'
export { settleYear } from './actions/settle-year.ts'
export { applyEdit, type CalendarBook, type CalendarEdit, calendarFrom, NATIONAL, ownDay } from './book.ts'
export {
  type CalendarDay,
  type CalendarDayKind,
  type CalendarSource,
  compileCalendar,
  type DayPlan,
  DEFAULT_WEEK,
  nationalCalendar,
  type OfficeWeek,
  type WorkingCalendar,
  weekOf,
} from './calendar.ts'
export { dateOf, dayNumber, type Weekday, weekdayOf } from './day.ts'
export {
  type CountMode,
  type CountRules,
  type Due,
  dueAfterPhases,
  dueAt,
  isCountable,
  type Limit,
  type LimitUnit,
  type StartShift,
} from './due.ts'
export { type DueIo, dueUsage, runDue } from './due-command.ts'
export { calendarErrors } from './errors.ts'
export { calendarChanged } from './events.ts'
export { type CountedDay, type DueExplanation, explainDue } from './explain.ts'
export { decidedYears, holidaysOf, nationalDays } from './holidays.ts'
export { formatHours, hoursText, minutesIn, parseHours, type Session, type Sessions } from './hours.ts'
export { hungKings, lunarToSolar, tetDate } from './lunar.ts'
export { type EditPreview, type MovedClock, type OpenClock, previewEdit } from './preview.ts'
export { calendarBook, calendarOf, calendarReader, calendarVersion, type UnitCalendars, unitCalendars } from './queries.ts'
export { formatRemaining, type Remaining, remaining } from './remaining.ts'
export { calendarRights } from './rights.ts'
export { ConfirmDay, RemoveDay, SetDay, SetHours, SettleYear, weekFromInput } from './schemas.ts'
export {
  addWorkingMinutes,
  isWorking,
  nextWorkingMoment,
  subtractWorkingMinutes,
  workingDaysBetween,
  workingMinutesBetween,
} from './working-time.ts'
