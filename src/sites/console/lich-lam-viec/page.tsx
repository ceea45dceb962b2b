/** Lịch làm việc: a year of the country or of a unit; its exceptional days with their documents, its office hours, and the twelve months. */
import { calendarBook, calendarOf, decidedYears, formatHours, settleYear, type Weekday, weekOf } from '#modules/calendar/index.ts'
import { one } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { words } from '#platform/language.ts'
import { localDate } from '#platform/text/dates.ts'
import { Button, ButtonRow, DefinitionList, Field, FilterBar, Form, PageHead, Panel, Select } from '#ui/index.ts'
import { consolePage } from '../layout.tsx'
import { ExceptionalDays, exceptionalDays } from './exceptional-days.tsx'
import { routes as hours } from './gio/page.tsx'
import { Month, MonthLegend } from './month.tsx'
import { routes as day } from './ngay/page.tsx'
import { calendarHref, mayEdit, ownerOf, unitOptions } from './owner.ts'
import { dayWords } from './words.ts'

export const routes: Route[] = [
  { method: 'GET', url: '/lich-lam-viec', permission: 'signed-in', handle: show },
  { method: 'POST', url: '/lich-lam-viec/lap-nam', permission: 'calendar.edit', handle: settle },
  ...day,
  ...hours,
]

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1)
const FIRST_YEAR = 1900
const LAST_YEAR = 2199

async function show(request: PageRequest): Promise<Reply> {
  const { services, query, now, language } = request
  const text = copy(language)
  const today = localDate(now)
  const year = yearFrom(query.nam, Number(today.slice(0, 4)))
  const owner = await ownerOf(request, query['don-vi'])
  const isEditor = await mayEdit(request, owner)
  const book = await calendarBook(services.database)
  const calendar = await calendarOf(services.database, owner.unitIds)
  const isDecided = decidedYears().includes(year)
  const dayHref = isEditor ? (date: string) => calendarHref('/lich-lam-viec/ngay', owner, { ngay: date }) : undefined
  const yearHref = (to: number) => calendarHref('/lich-lam-viec', owner, { nam: String(to) })
  return consolePage(
    request,
    { title: text.title(year) },
    <>
      <PageHead
        title={text.title(year)}
        kicker={owner.unit?.name ?? text.national}
        actions={
          <ButtonRow>
            {year > FIRST_YEAR && (
              <Button small href={yearHref(year - 1)}>
                {text.yearOf(year - 1)}
              </Button>
            )}
            {year < LAST_YEAR && (
              <Button small href={yearHref(year + 1)}>
                {text.yearOf(year + 1)}
              </Button>
            )}
          </ButtonRow>
        }
      />
      <FilterBar action="/lich-lam-viec" values={{ nam: String(year), 'don-vi': query['don-vi'] ?? '' }} label={text.choose}>
        <Field name="nam" type="number" label={text.year} width="short" maxLength={4} />
        <Select name="don-vi" label={dayWords(language).unit} options={await unitOptions(request)} blank={text.national} />
      </FilterBar>
      {!book.settledYears.includes(year) && (
        <Panel id="du-kien" title={isDecided ? text.decidedTitle : text.proposalTitle} tone={isDecided ? 'info' : 'near'} boxed>
          <p>{isDecided ? text.decided(year) : text.proposal(year)}</p>
          {isEditor && owner.unitId === null && (
            <Form action="/lich-lam-viec/lap-nam" hidden={{ nam: String(year) }} label={text.settle(year)}>
              <Button>{text.settle(year)}</Button>
            </Form>
          )}
        </Panel>
      )}
      <Panel id="ngay-rieng" title={text.exceptional}>
        <ExceptionalDays days={await exceptionalDays(services.database, book, owner, year)} language={language} hrefOf={dayHref} />
        {isEditor && (
          <Form method="get" action="/lich-lam-viec/ngay" hidden={{ 'don-vi': query['don-vi'] || undefined }} label={text.editDay}>
            <Field name="ngay" type="date" label={text.date} width="medium" />
            <Button look="primary">{text.editDay}</Button>
          </Form>
        )}
      </Panel>
      <Panel
        id="gio-lam-viec"
        title={text.hours}
        actions={
          isEditor && (
            <Button small href={calendarHref('/lich-lam-viec/gio', owner)}>
              {text.setHours}
            </Button>
          )
        }
      >
        <DefinitionList
          columns
          rows={weekOf(calendar, today).map((sessions, index) => ({
            term: dayWords(language).weekday((index + 1) as Weekday),
            value: formatHours(sessions) || text.closed,
          }))}
        />
      </Panel>
      <Panel id="thang" title={text.months}>
        <MonthLegend language={language} />
        <div class="months">
          {MONTHS.map((month) => (
            <Month key={month} calendar={calendar} year={year} month={month} today={today} language={language} hrefOf={dayHref} />
          ))}
        </div>
      </Panel>
    </>,
  )
}

async function settle({ services, viewer, form, language }: PageRequest): Promise<Reply> {
  const year = one(form.nam)
  const added = await services.perform(viewer.actor, settleYear, { year })
  return redirect(`/lich-lam-viec?nam=${year}`, copy(language).settled(Number(year), added))
}

function yearFrom(text: string | undefined, otherwise: number): number {
  const year = Number(text)
  return Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR ? year : otherwise
}

const copy = words({
  vi: {
    title: (year: number) => `Lịch làm việc năm ${year}`,
    national: 'Cả nước',
    choose: 'Chọn năm và đơn vị',
    year: 'Năm',
    yearOf: (year: number) => `Năm ${year}`,
    decidedTitle: 'Lịch có sẵn',
    decided: (year: number) =>
      `Ngày nghỉ cả nước của năm ${year} lấy theo các văn bản ghi trong bảng. Lập lịch để ghi thành dữ liệu của hệ thống; sửa một ngày cũng tự lập.`,
    proposalTitle: 'Lịch dự kiến',
    proposal: (year: number) =>
      `Ngày nghỉ cả nước của năm ${year} được lập theo luật, phần chờ quyết định hằng năm là dự kiến. Hệ thống vẫn tính hạn theo lịch này cho đến khi lịch được sửa.`,
    settle: (year: number) => `Lập lịch năm ${year}`,
    settled: (year: number, added: number) => `Đã lập lịch năm ${year} với ${added} ngày riêng.`,
    exceptional: 'Ngày nghỉ và ngày làm bù',
    date: 'Ngày cần sửa',
    editDay: 'Sửa ngày này',
    hours: 'Giờ làm việc hiện nay',
    setHours: 'Đặt giờ làm việc',
    closed: 'Không làm việc',
    months: 'Mười hai tháng',
  },
  en: {
    title: (year: number) => `Working calendar ${year}`,
    national: 'The whole country',
    choose: 'Choose year and unit',
    year: 'Year',
    yearOf: (year: number) => `${year}`,
    decidedTitle: 'Known days',
    decided: (year: number) =>
      `The national days of ${year} follow the documents in the table. Write them down to keep them as data of the system; editing a day does so too.`,
    proposalTitle: 'A proposal',
    proposal: (year: number) =>
      `The national days of ${year} are made by rule; what is decided every year is a proposal. Due dates are counted by this calendar until it is edited.`,
    settle: (year: number) => `Write down ${year}`,
    settled: (year: number, added: number) => `${year} is written down with ${added} exceptional days.`,
    exceptional: 'Days off and make-up days',
    date: 'Day to edit',
    editDay: 'Edit this day',
    hours: 'Office hours at present',
    setHours: 'Set office hours',
    closed: 'Closed',
    months: 'Twelve months',
  },
})
