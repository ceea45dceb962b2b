/** Bản tin đầu ngày: today’s, or that of an earlier day, as it was made that morning. */
import { digestsOf, readDigest } from '#modules/watch/index.ts'
import { commonErrors } from '#platform/errors.ts'
import { one } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { formatDate } from '#platform/text/dates.ts'
import { EmptyState } from '#ui/index.ts'
import { consolePage } from '../layout.tsx'
import { DigestPanel } from './digest.tsx'
import { digestWords } from './words.ts'

const URL = '/ban-tin'

export const routes: Route[] = [
  { method: 'GET', url: URL, permission: 'signed-in', handle: page },
  { method: 'POST', url: URL, permission: 'signed-in', handle: read },
]

async function read({ services, viewer, form, language }: PageRequest): Promise<Reply> {
  await services.perform(viewer.actor, readDigest, { day: one(form.day) })
  return redirect(one(form.ve).startsWith('/lam-viec') ? one(form.ve) : URL, digestWords(language).done)
}

async function page(request: PageRequest): Promise<Reply> {
  const { services, viewer, language, query } = request
  if (viewer.actor.kind !== 'officer') return commonErrors.fail('access.sign-in')
  const text = digestWords(language)
  const digests = await digestsOf(services.database, viewer.actor.id)
  const shown = digests.find(({ day }) => day === query.ngay) ?? digests[0]
  const others = digests.filter(({ day }) => day !== shown?.day)
  return consolePage(
    request,
    { title: text.title },
    <>
      <h1>{text.title}</h1>
      {shown ? <DigestPanel digest={shown} language={language} back={URL} /> : <EmptyState title={text.none}>{text.noneHint}</EmptyState>}
      {others.length > 0 && (
        <>
          <h2>{text.earlier}</h2>
          <ul>
            {others.map(({ day }) => (
              <li key={day}>
                <a href={`${URL}?ngay=${day}`}>{formatDate(day)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>,
  )
}
