/** What stands above the work list when the day begins: the unread morning digest, and for who answers for a unit what the watchdog finds now. */
import { type Digest, type FindingFigures, findDigest, totalOf } from '#modules/watch/index.ts'
import type { PageRequest } from '#platform/http/route.ts'
import type { Language } from '#platform/language.ts'
import { localDate } from '#platform/text/dates.ts'
import { WatchFigures } from '../canh-bao/figures.tsx'
import { watchWords } from '../canh-bao/words.ts'
import { railFacts } from '../rail-facts.ts'
import { DigestPanel } from './digest.tsx'

export interface Morning {
  digest?: Digest
  findings?: FindingFigures
}

export async function morningOf(request: PageRequest): Promise<Morning> {
  const { services, viewer, now } = request
  const { findings, hasDigest } = await railFacts(request)
  const digest =
    hasDigest && viewer.actor.kind === 'officer' ? await findDigest(services.database, viewer.actor.id, localDate(now)) : undefined
  return { digest, findings: findings && totalOf(findings) > 0 ? findings : undefined }
}

export const MorningPart = ({ morning: { digest, findings }, language }: { morning: Morning; language: Language }) => (
  <>
    {findings && (
      <section aria-label={watchWords(language).title}>
        <WatchFigures figures={findings} text={watchWords(language)} />
      </section>
    )}
    {digest && <DigestPanel digest={digest} language={language} back="/lam-viec" />}
  </>
)
