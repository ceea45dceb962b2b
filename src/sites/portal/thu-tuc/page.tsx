/** Danh mục thủ tục: search and filters over what is in force today. */
import {
  catalogueLabels,
  type FoundProcedure,
  fieldCounts,
  LEVELS,
  type ProcedurePage,
  receivingUnits,
  SERVICE_LEVELS,
  SUBJECT_GROUPS,
  searchProcedures,
} from '#modules/catalogue/index.ts'
import type { PageRequest, Reply, Route } from '#platform/http/route.ts'
import { type Language, words } from '#platform/language.ts'
import { localDate } from '#platform/text/dates.ts'
import { Details, EmptyState, Field, FilterBar, Pager, Select, Tag } from '#ui/index.ts'
import { portalPage } from '../layout.tsx'
import { filterFrom, type ListQuery, listHref, PAGE_SIZE, pageFrom } from './list-query.ts'

export const routes: Route[] = [{ method: 'GET', url: '/thu-tuc', permission: 'public', limit: { perMinute: 240 }, handle: show }]

/** The tier that ended is no choice any more. */
const OFFERED_LEVELS = LEVELS.filter((level) => level !== 'district' && level !== 'other')

async function show(request: PageRequest): Promise<Reply> {
  const { services, language, now } = request
  const query: ListQuery = request.query
  const text = copy(language)
  const labels = catalogueLabels(language)
  const day = localDate(now)
  const { database } = services
  const [fields, units] = await Promise.all([fieldCounts(database, day), receivingUnits(database, day)])
  const page = pageFrom(query)
  const found = await searchProcedures(database, filterFrom(query), { day, limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE })
  const field = fields.find(({ id }) => String(id) === query['linh-vuc'])
  const unit = units.find(({ id }) => String(id) === query['noi-nop'])
  const chosen = [
    query.q && { label: `“${query.q}”`, removeHref: listHref(query, { q: undefined }) },
    field && { label: field.name, removeHref: listHref(query, { 'linh-vuc': undefined }) },
    query.cap &&
      query.cap in labels.level && {
        label: labels.level[query.cap as keyof typeof labels.level],
        removeHref: listHref(query, { cap: undefined }),
      },
    query['muc-do'] &&
      query['muc-do'] in labels.serviceLevel && {
        label: labels.serviceLevel[query['muc-do'] as keyof typeof labels.serviceLevel],
        removeHref: listHref(query, { 'muc-do': undefined }),
      },
    query['doi-tuong'] &&
      query['doi-tuong'] in labels.subject && {
        label: labels.subject[query['doi-tuong'] as keyof typeof labels.subject],
        removeHref: listHref(query, { 'doi-tuong': undefined }),
      },
    unit && { label: unit.name, removeHref: listHref(query, { 'noi-nop': undefined }) },
  ].filter((one) => !!one)
  return portalPage(
    request,
    { title: query.q ? text.titleFor(query.q) : field ? text.titleField(field.name) : text.title },
    <>
      <h1>{field && !query.q ? field.name : text.title}</h1>
      <FilterBar
        action="/thu-tuc"
        values={request.query}
        clearHref={chosen.length > 0 ? '/thu-tuc' : undefined}
        active={chosen}
        label={text.filter}
      >
        <Field name="q" type="search" label={text.what} hint={text.whatHint} />
        <Details summary={text.more} open={chosen.length > (query.q ? 1 : 0)}>
          <Select
            name="linh-vuc"
            label={text.field}
            blank={text.all}
            options={fields.map(({ id, name, procedures }) => ({ value: String(id), label: `${name} (${procedures})` }))}
          />
          <Select
            name="doi-tuong"
            label={text.subject}
            blank={text.all}
            options={SUBJECT_GROUPS.map((value) => ({ value, label: labels.subject[value] }))}
          />
          <Select
            name="cap"
            label={text.level}
            blank={text.all}
            options={OFFERED_LEVELS.map((value) => ({ value, label: labels.level[value] }))}
          />
          <Select
            name="muc-do"
            label={text.service}
            blank={text.all}
            options={SERVICE_LEVELS.map((value) => ({ value, label: labels.serviceLevel[value] }))}
          />
          <Select
            name="noi-nop"
            label={text.unit}
            blank={text.all}
            options={units.map(({ id, name }) => ({ value: String(id), label: name }))}
          />
        </Details>
      </FilterBar>
      <Results found={found} query={query} page={page} language={language} />
    </>,
  )
}

function Results({ found, query, page, language }: { found: ProcedurePage; query: ListQuery; page: number; language: Language }) {
  const text = copy(language)
  if (found.items.length === 0)
    return (
      <EmptyState title={text.none}>
        <p>{text.noneHelp}</p>
      </EmptyState>
    )
  const from = (page - 1) * PAGE_SIZE + 1
  const to = from + found.items.length - 1
  return (
    <section id="ket-qua" aria-labelledby="ket-qua-title" class="flow">
      <h2 class="visually-hidden" id="ket-qua-title">
        {text.results}
      </h2>
      {found.isNearest && <p role="status">{text.nearest}</p>}
      <ul class="flow">
        {found.items.map((item) => (
          <li key={item.code}>
            <FoundLine item={item} language={language} />
          </li>
        ))}
      </ul>
      <Pager
        from={from}
        to={to}
        total={found.total}
        noun={text.noun}
        previousHref={page > 1 ? listHref(query, { trang: page > 2 ? String(page - 1) : undefined }) : undefined}
        nextHref={to < found.total ? listHref(query, { trang: String(page + 1) }) : undefined}
      />
    </section>
  )
}

function FoundLine({ item, language }: { item: FoundProcedure; language: Language }) {
  const labels = catalogueLabels(language)
  return (
    <>
      <h3>
        <a href={`/thu-tuc/${encodeURIComponent(item.code)}`}>{item.name}</a>
      </h3>
      <p class="muted">
        <span class="code">{item.code}</span>
        {[item.fieldName, ...item.levels.map((level) => labels.level[level]), item.decidingAgency]
          .filter(Boolean)
          .map((part) => ` · ${part}`)}{' '}
        <Tag tone={item.serviceLevel === 'info' ? 'neutral' : 'info'}>{labels.serviceLevel[item.serviceLevel]}</Tag>
      </p>
    </>
  )
}

const copy = words({
  vi: {
    title: 'Thủ tục hành chính',
    titleFor: (text: string) => `Tìm “${text}” trong thủ tục hành chính`,
    titleField: (name: string) => `Thủ tục lĩnh vực ${name}`,
    filter: 'Tìm và lọc thủ tục',
    what: 'Bạn cần làm việc gì?',
    whatHint: 'Ghi tên việc, tên hoặc mã thủ tục; không cần dấu. Ví dụ: the huong dan vien.',
    more: 'Lọc theo lĩnh vực, đối tượng, cấp, nơi nộp',
    field: 'Lĩnh vực',
    subject: 'Ai nộp hồ sơ',
    level: 'Cấp giải quyết',
    service: 'Mức độ trực tuyến',
    unit: 'Nơi nộp hồ sơ',
    all: 'Tất cả',
    results: 'Kết quả',
    noun: 'thủ tục',
    nearest: 'Không có thủ tục nào đúng như bạn ghi. Dưới đây là những thủ tục gần nhất.',
    none: 'Không tìm thấy thủ tục nào',
    noneHelp: 'Hãy thử từ ngắn hơn, bỏ bớt điều kiện lọc, hoặc hỏi nơi tiếp nhận hồ sơ ở cuối trang.',
  },
  en: {
    title: 'Administrative procedures',
    titleFor: (text: string) => `Procedures for “${text}”`,
    titleField: (name: string) => `Procedures: ${name}`,
    filter: 'Find and filter procedures',
    what: 'What do you need to do?',
    whatHint: 'The name or code of a procedure, marks not needed. Example: the huong dan vien.',
    more: 'Filter by field, person, level, place',
    field: 'Field',
    subject: 'Who files',
    level: 'Decided at',
    service: 'Online service',
    unit: 'Where to file',
    all: 'All',
    results: 'Results',
    noun: 'procedures',
    nearest: 'Nothing fits exactly what you wrote. These are the nearest.',
    none: 'No procedure found',
    noneHelp: 'Try a shorter word or fewer filters, or ask the office at the foot of the page.',
  },
})
