/** Tính ngày hẹn trả: the same counting as at reception, shown day by day. A GET form, so that a calculation can be kept and sent as a link. */
import { calendarOf, type DueExplanation, explainDue } from '#modules/calendar/index.ts'
import { parseInput } from '#platform/action.ts'
import { attempt } from '#platform/http/forms.ts'
import type { PageRequest, Reply, Route } from '#platform/http/route.ts'
import { words } from '#platform/language.ts'
import { localDate, localTime } from '#platform/text/dates.ts'
import { Button, Checkbox, ErrorSummary, Field, FieldRow, Form, type FormState, hasErrors, Radios, Select } from '#ui/index.ts'
import { consolePage } from '../layout.tsx'
import { type Owner, ownerOf, unitOptions } from '../lich-lam-viec/owner.ts'
import { Answer } from './answer.tsx'
import { type Question, questionSchema } from './question.ts'

export const routes: Route[] = [{ method: 'GET', url: '/tinh-han', permission: 'signed-in', handle: show }]

async function show(request: PageRequest): Promise<Reply> {
  const { query, now, language } = request
  const text = copy(language)
  const isAsked = query['so-luong'] !== undefined
  const values = isAsked ? query : { ngay: localDate(now), gio: localTime(now), 'don-vi-tinh': 'working-day', cach: 'carry', ...query }
  const owner = await ownerOf(request, query['don-vi'])
  const counted = isAsked ? await attempt(() => count(request, owner)) : undefined
  const state: FormState = {
    values,
    errors: counted && !counted.ok ? errorsOf(counted.error.fields, counted.error.sentence(language)) : {},
  }
  const units = await unitOptions(request)
  return consolePage(
    request,
    { title: text.title, hasErrors: hasErrors(state) },
    <>
      <ErrorSummary state={state} />
      <h1>{text.title}</h1>
      <p>{text.intro}</p>
      <Form method="get" action="/tinh-han" state={state} label={text.title}>
        <FieldRow>
          <Field name="ngay" type="date" label={text.date} width="medium" />
          <Field name="gio" label={text.time} hint={text.timeHint} width="short" code />
        </FieldRow>
        <FieldRow>
          <Field name="so-luong" label={text.amount} hint={text.amountHint} inputMode="decimal" width="short" />
          <Select name="don-vi-tinh" label={text.unit} options={unitsOfTime(language)} blank={false} width="medium" />
        </FieldRow>
        <Radios
          name="cach"
          label={text.mode}
          options={[
            { value: 'carry', label: text.carry, hint: text.carryHint },
            { value: 'end', label: text.end, hint: text.endHint },
          ]}
        />
        <FieldRow>
          <Field name="gio-chot" label={text.cutoff} hint={text.cutoffHint} width="short" code optional />
          <Select name="don-vi" label={text.calendar} options={units} blank={text.national} />
        </FieldRow>
        <Checkbox name="gio-cuoi" label={text.lastHour} />
        <Button look="primary">{text.count}</Button>
      </Form>
      {counted?.ok && (
        <Answer question={counted.value.question} explanation={counted.value.explanation} owner={owner} language={language} />
      )}
    </>,
  )
}

/** @throws input.invalid with the fields · calendar.* */
async function count(
  { services, query, language }: PageRequest,
  owner: Owner,
): Promise<{ question: Question; explanation: DueExplanation }> {
  const question = parseInput(questionSchema(language), query)
  const calendar = await calendarOf(services.database, owner.unitIds)
  return { question, explanation: explainDue(calendar, question.start, question.limit, question.rules) }
}

/** A limit that cannot be counted is a matter of its amount. */
const errorsOf = (fields: Record<string, string>, sentence: string): Record<string, string> =>
  Object.keys(fields).length > 0 ? fields : { 'so-luong': sentence }

const unitsOfTime = (language: PageRequest['language']) => {
  const text = copy(language)
  return [
    { value: 'hour', label: text.hour },
    { value: 'working-day', label: text.workingDay },
    { value: 'calendar-day', label: text.calendarDay },
    { value: 'month', label: text.month },
  ]
}

const copy = words({
  vi: {
    title: 'Tính ngày hẹn trả',
    intro: 'Tính như khi tiếp nhận hồ sơ và cho thấy đã đếm từng ngày ra sao.',
    date: 'Ngày tiếp nhận',
    time: 'Giờ tiếp nhận',
    timeHint: 'Ví dụ: 10:00',
    amount: 'Thời hạn',
    amountHint: 'Ví dụ: 3 hoặc 3,5',
    unit: 'Đơn vị tính',
    hour: 'giờ làm việc',
    workingDay: 'ngày làm việc',
    calendarDay: 'ngày',
    month: 'tháng',
    mode: 'Cách tính lúc hẹn',
    carry: 'Giữ giờ tiếp nhận',
    carryHint: 'Nhận 10:00 thì hẹn 10:00 của ngày cuối.',
    end: 'Hết giờ làm việc của ngày cuối',
    endHint: 'Theo cách tính thời hạn bằng ngày của Bộ luật Dân sự.',
    cutoff: 'Giờ chốt',
    cutoffHint: 'Nhận sau giờ này tính từ ngày làm việc tiếp theo. Ví dụ: 15:00.',
    calendar: 'Lịch làm việc của',
    national: 'Cả nước',
    lastHour: 'Nhận trong giờ làm việc cuối thì tính từ ngày làm việc tiếp theo',
    count: 'Tính ngày hẹn',
  },
  en: {
    title: 'Due date calculator',
    intro: 'Counts as at reception, and shows how each day was counted.',
    date: 'Day of receipt',
    time: 'Time of receipt',
    timeHint: 'Example: 10:00',
    amount: 'Limit',
    amountHint: 'Example: 3 or 3.5',
    unit: 'Unit',
    hour: 'working hours',
    workingDay: 'working days',
    calendarDay: 'days',
    month: 'months',
    mode: 'The promised time',
    carry: 'Keep the time of receipt',
    carryHint: 'Received at 10:00, promised for 10:00 on the last day.',
    end: 'End of office hours on the last day',
    endHint: 'As the Civil Code counts limits in days.',
    cutoff: 'Cut-off',
    cutoffHint: 'Received after this time counts from the next working day. Example: 15:00.',
    calendar: 'Working calendar of',
    national: 'The whole country',
    lastHour: 'Received in the last working hour counts from the next working day',
    count: 'Count the due date',
  },
})
