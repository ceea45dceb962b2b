/** How a dossier stands against its date: running, standing still, ended; or, before reception, by when the desk must decide. */
import type { WorkingCalendar } from '#modules/calendar/index.ts'
import { type DossierDetail, isLate, type LightThresholds, lightOf, pausedSince, readClock } from '#modules/dossier/index.ts'
import type { Language } from '#platform/language.ts'
import { formatMoment } from '#platform/text/dates.ts'
import { DueBadge } from '#ui/index.ts'
import { Due, type LeftWords } from '../due.tsx'
import { copy } from './words.ts'

interface DossierDueProps {
  dossier: DossierDetail
  left: LeftWords
  now: Date
  /** Of the unit that settles. */
  calendar: WorkingCalendar
  thresholds: LightThresholds
  language: Language
}

export function DossierDue({ dossier, left, now, calendar, thresholds, language }: DossierDueProps) {
  const text = copy(language)
  const { state } = dossier
  const { clock, receptionClock, finishedAt, timeliness } = state
  if (!clock) {
    if (!receptionClock || receptionClock.finishedAt) return null
    const due = receptionClock.dueAt
    return (
      <>
        <span>{text.decideBy}</span> <Due light={now > due ? 'late' : 'near'} due={due} left={left(dossier.receivingUnit.path, due)} />
      </>
    )
  }
  const paused = pausedSince(state)
  if (paused) return <DueBadge state="paused" detail={text.pausedSince(formatMoment(paused))} />
  const light = finishedAt
    ? timeliness === 'late'
      ? 'late'
      : 'within'
    : lightOf({ usedShare: readClock(clock, calendar, now).usedShare, isLate: isLate(clock, now), isPaused: false }, thresholds)
  return <Due light={light} due={clock.dueAt} left={finishedAt ? undefined : left(dossier.settlingUnit.path, clock.dueAt)} />
}
