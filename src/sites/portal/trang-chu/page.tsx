/** Trang đầu: the search as the first thing, then ways in by who you are and by field; any procedure is three clicks away. */
import { catalogueLabels, fieldCounts, SUBJECT_GROUPS } from '#modules/catalogue/index.ts'
import type { PageRequest, Reply, Route } from '#platform/http/route.ts'
import { words } from '#platform/language.ts'
import { localDate } from '#platform/text/dates.ts'
import { Panel, SearchBox } from '#ui/index.ts'
import { officeOf } from '../../office.ts'
import { portalPage } from '../layout.tsx'
import { listHref } from '../thu-tuc/list-query.ts'

export const routes: Route[] = [{ method: 'GET', url: '/', permission: 'public', limit: { perMinute: 240 }, handle: show }]

async function show(request: PageRequest): Promise<Reply> {
  const { services, language, now } = request
  const text = copy(language)
  const labels = catalogueLabels(language)
  const fields = await fieldCounts(services.database, localDate(now))
  const { name } = await officeOf(services.database)
  return portalPage(
    request,
    { title: name },
    <>
      <h1>{text.title}</h1>
      <SearchBox action="/thu-tuc" label={text.search} hint={text.hint} id="tim-thu-tuc" />
      <Panel id="ai" title={text.who}>
        <ul class="flow">
          {SUBJECT_GROUPS.filter((subject) => subject !== 'official').map((subject) => (
            <li key={subject}>
              <a href={listHref({ 'doi-tuong': subject })}>{labels.subject[subject]}</a>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel id="linh-vuc" title={text.fields}>
        {fields.length === 0 ? (
          <p>{text.none}</p>
        ) : (
          <ul class="flow">
            {fields.map((field) => (
              <li key={field.id}>
                <a href={listHref({ 'linh-vuc': String(field.id) })}>{field.name}</a> <span class="muted">({field.procedures})</span>
              </li>
            ))}
          </ul>
        )}
        <p>
          <a href="/thu-tuc">{text.all}</a>
        </p>
      </Panel>
      <Panel id="da-nop" title={text.filed}>
        <p>
          <a href="/tra-cuu">{text.lookup}</a>
        </p>
      </Panel>
    </>,
  )
}

const copy = words({
  vi: {
    title: 'Bạn cần làm thủ tục gì?',
    search: 'Tìm thủ tục',
    hint: 'Ghi tên việc, tên hoặc mã thủ tục; không cần dấu.',
    who: 'Bạn là ai?',
    fields: 'Theo lĩnh vực',
    none: 'Chưa có thủ tục nào được công khai.',
    all: 'Xem tất cả thủ tục',
    filed: 'Bạn đã nộp hồ sơ?',
    lookup: 'Xem hồ sơ đang ở đâu và ngày trả kết quả',
  },
  en: {
    title: 'What do you need to do?',
    search: 'Find a procedure',
    hint: 'What you need to do, or the name or code of a procedure.',
    who: 'Who are you?',
    fields: 'By field',
    none: 'No procedure has been published yet.',
    all: 'All procedures',
    filed: 'Have you filed already?',
    lookup: 'See where your dossier is and when the result is due',
  },
})
