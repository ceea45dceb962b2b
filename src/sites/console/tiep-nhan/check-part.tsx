/** The last look before a dossier exists: what was handed in, the fee, and the promised date with how it was counted. */
import type { DueExplanation } from '#modules/calendar/index.ts'
import { formatLimit, type ReceptionCase } from '#modules/catalogue/index.ts'
import type { TimePromise } from '#modules/dossier/index.ts'
import { dueFees, type ReceiveDossier } from '#modules/intake/index.ts'
import { type Language, words } from '#platform/language.ts'
import { formatDong } from '#platform/money.ts'
import { formatMomentLong, localDate, localTime } from '#platform/text/dates.ts'
import { Button, ButtonRow, CheckAnswers, Details, Flash } from '#ui/index.ts'
import { DayTable } from '../tinh-han/count-tables.tsx'
import type { Desk } from './desk.ts'
import { MainButton } from './parts.tsx'
import { PersonSummary } from './person-part.tsx'

/** Longer counts are only linked. */
const MOST_DAYS = 62

export interface CheckedReception {
  input: ReceiveDossier
  procedure: ReceptionCase
  promise: TimePromise
  explanation: DueExplanation
}

export function CheckPart({ desk, checked, now, language }: { desk: Desk; checked: CheckedReception; now: Date; language: Language }) {
  const text = copy(language)
  const { input, procedure, promise, explanation } = checked
  const fees = dueFees(procedure, input)
  const total = fees.reduce((sum, { amount }) => sum + amount, 0)
  const names = new Map(procedure.components.map((component) => [component.id, component]))
  const fileCount = (ids: readonly number[]) => (ids.length > 0 ? [text.files(ids.length)] : [])
  const handed = [
    ...input.components.map(({ componentId, originals, copies, documentIds }) => {
      const component = names.get(componentId)
      const counts = [...(component?.isPresentedOnly ? [text.presented] : counted(originals, copies)), ...fileCount(documentIds)]
      return `${component?.name}: ${counts.join(', ')}`
    }),
    ...input.extras.map(
      ({ name, originals, copies, documentIds }) => `${name}: ${[...counted(originals, copies), ...fileCount(documentIds)].join(', ')}`,
    ),
    ...(input.documentIds.length > 0 ? [text.wholeFiles(input.documentIds.length)] : []),
  ]
  const helper = desk.helpers.find(({ id }) => id === input.helperId)
  return (
    <>
      <CheckAnswers
        title={text.title}
        level={3}
        answers={[
          {
            question: text.handed,
            answer: handed.length > 0 && (
              <ul>
                {handed.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            ),
          },
          { question: text.sets, answer: String(input.sets) },
          { question: text.subject, answer: input.subject ?? procedure.name },
          {
            question: text.filedBy,
            answer: input.submitter ? <PersonSummary desk={desk} who="submitter" language={language} canChange={false} /> : text.owner,
          },
          ...(input.submitter ? [{ question: text.authorization, answer: input.authorizationPaper }] : []),
          { question: text.helper, answer: helper?.fullName ?? text.nobody },
          {
            question: text.fees,
            answer:
              total > 0
                ? `${fees.map(({ name, amount }) => `${name} ${formatDong(amount)}`).join('; ')}. ${text.total(formatDong(total))}`
                : text.noFee,
          },
          {
            question: text.returned,
            answer: [text[input.returnMethod], input.returnMethod === 'post' ? input.returnAddress : ''].filter(Boolean).join(': '),
          },
          { question: text.forwards, answer: input.forwards ? text.now : text.later },
        ]}
      />
      {/* Last, because the cursor is on the button below: whoever presses it has the date before their eyes. */}
      <Flash tone={explanation.shift ? 'warning' : 'notice'} title={text.due(formatMomentLong(explanation.due, language))}>
        <p>
          {text.how(formatLimit(procedure.limit, language), formatMomentLong(explanation.clockStart, language))}{' '}
          {explanation.shift && text.shifted}{' '}
          <a href={calculatorHref(promise, procedure.settlingUnitId, now)} target="_blank" rel="noopener">
            {text.howLink}
          </a>
        </p>
      </Flash>
      {explanation.days.length <= MOST_DAYS && (
        <Details summary={text.dayByDay}>
          <DayTable explanation={explanation} language={language} />
        </Details>
      )}
      <ButtonRow>
        <MainButton value="receive" autofocus>
          {text.receive}
        </MainButton>
        <Button name="_action" value="change-papers" formNoValidate>
          {text.back}
        </Button>
      </ButtonRow>
    </>
  )

  function counted(originals: number, copies: number): string[] {
    return [originals && text.originals(originals), copies && text.copies(copies)].filter((part): part is string => Boolean(part))
  }
}

/** The calculator with this very question in it. */
export function calculatorHref({ limit, mode, cutoff, lastHourRule }: TimePromise, unitId: number, receivedAt: Date): string {
  const query = new URLSearchParams({
    ngay: localDate(receivedAt),
    gio: localTime(receivedAt),
    'so-luong': String(limit.amount),
    'don-vi-tinh': limit.unit,
    cach: mode,
    ...(cutoff ? { 'gio-chot': cutoff } : {}),
    ...(lastHourRule ? { 'gio-cuoi': 'on' } : {}),
    'don-vi': String(unitId),
  })
  return `/tinh-han?${query}`
}

const copy = words({
  vi: {
    due: (moment: string) => `Hẹn trả kết quả: ${moment}`,
    how: (limit: string, start: string) => `Thời hạn ${limit}, tính từ ${start}.`,
    shifted: 'Thời điểm nhận rơi ngoài giờ hoặc sau giờ chốt, nên không tính từ lúc này.',
    howLink: 'Xem cách tính',
    dayByDay: 'Cách tính từng ngày',
    title: 'Kiểm tra trước khi tiếp nhận',
    handed: 'Giấy tờ đã nhận',
    presented: 'đã xuất trình',
    originals: (count: number) => `${count} bản chính`,
    copies: (count: number) => `${count} bản sao`,
    files: (count: number) => `${count} tệp`,
    wholeFiles: (count: number) => `${count} tệp của cả hồ sơ`,
    sets: 'Số bộ',
    subject: 'Nội dung yêu cầu giải quyết',
    filedBy: 'Người nộp',
    owner: 'Chủ hồ sơ',
    authorization: 'Giấy tờ ủy quyền',
    helper: 'Người hỗ trợ',
    nobody: 'Không có',
    fees: 'Phí, lệ phí',
    total: (amount: string) => `Cộng ${amount}`,
    noFee: 'Không thu',
    returned: 'Nhận kết quả',
    counter: 'Tại nơi tiếp nhận',
    post: 'Qua bưu chính',
    electronic: 'Trực tuyến (bản điện tử)',
    forwards: 'Chuyển đến cơ quan giải quyết',
    now: 'Ngay khi tiếp nhận',
    later: 'Chuyển sau',
    receive: 'Tiếp nhận hồ sơ',
    back: 'Sửa lại',
  },
  en: {
    due: (moment: string) => `Result promised for ${moment}`,
    how: (limit: string, start: string) => `Limit: ${limit}, counted from ${start}.`,
    shifted: 'It is received outside office hours or after the cut-off, so it does not count from this moment.',
    howLink: 'See how it was counted',
    dayByDay: 'Day by day',
    title: 'Check before receiving',
    handed: 'Papers received',
    presented: 'presented',
    originals: (count: number) => (count === 1 ? '1 original' : `${count} originals`),
    copies: (count: number) => (count === 1 ? '1 copy' : `${count} copies`),
    files: (count: number) => (count === 1 ? '1 file' : `${count} files`),
    wholeFiles: (count: number) => (count === 1 ? '1 file of the whole dossier' : `${count} files of the whole dossier`),
    sets: 'Sets',
    subject: 'What is asked for',
    filedBy: 'Filed by',
    owner: 'The owner',
    authorization: 'Authorisation paper',
    helper: 'Helped by',
    nobody: 'Nobody',
    fees: 'Fees and charges',
    total: (amount: string) => `Total ${amount}`,
    noFee: 'None',
    returned: 'Return of the result',
    counter: 'At the reception point',
    post: 'By post',
    electronic: 'Online (electronic)',
    forwards: 'Forwarded to the competent agency',
    now: 'At once',
    later: 'Later',
    receive: 'Receive the dossier',
    back: 'Change',
  },
})
