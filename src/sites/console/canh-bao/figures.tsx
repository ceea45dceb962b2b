/** How much the watchdog has found, by kind; each figure opens the list that makes it. */
import { FINDING_KINDS, type FindingFigures } from '#modules/watch/index.ts'
import { Stat, Stats } from '#ui/index.ts'
import { watchHref } from './kinds.ts'
import type { WatchText } from './words.ts'

export const WatchFigures = ({ figures, text }: { figures: FindingFigures; text: WatchText }) => (
  <Stats>
    {FINDING_KINDS.map((kind) => {
      const count = figures[kind] ?? 0
      return count > 0 && <Stat key={kind} label={text.kinds[kind]} value={count} href={watchHref(kind)} tone="late" shape="square" />
    })}
  </Stats>
)
