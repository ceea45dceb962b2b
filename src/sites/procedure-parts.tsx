/** How the content of a procedure's version is shown, to citizens and to those who write it. */
import {
  type CaseDetail,
  type ChannelDetail,
  type ComponentDetail,
  catalogueLabels,
  type FeeDetail,
  formatLimit,
  type VersionDetail,
} from '#modules/catalogue/index.ts'
import { type Language, words } from '#platform/language.ts'
import { formatDong } from '#platform/money.ts'
import { type Column, Table } from '#ui/index.ts'

type Version = Pick<VersionDetail, 'cases'>

/** The papers of each case; cases that ask for the same papers are shown once, under all their names. */
export function CasePapers({ version, language }: { version: Version; language: Language }) {
  const text = copy(language)
  const groups = [
    ...Map.groupBy(version.cases, ({ components }) => JSON.stringify(components.map(({ id: _, ...paper }) => paper))).values(),
  ]
  return (
    <>
      {groups.map((cases) => {
        const [one] = cases
        return (
          one && (
            <section key={one.code} class="flow">
              {version.cases.length > 1 && <h3>{groups.length === 1 ? text.everyCase : cases.map(({ name }) => name).join('; ')}</h3>}
              <Papers one={one} language={language} />
              {one.components.length === 0 && <p>{text.noPapers}</p>}
            </section>
          )
        )
      })}
    </>
  )
}

function Papers({ one, language }: { one: CaseDetail; language: Language }) {
  const text = copy(language)
  const columns: Column<ComponentDetail>[] = [
    { key: 'name', head: text.paper, cell: (paper) => <PaperName paper={paper} language={language} />, isRowHead: true },
    {
      key: 'originals',
      head: text.originals,
      cell: (paper) => (paper.isPresentedOnly ? text.shown : paper.originals),
      align: 'end',
      width: 'narrow',
      nowrap: true,
    },
    {
      key: 'copies',
      head: text.copies,
      cell: (paper) => (paper.isPresentedOnly ? '–' : paper.copies),
      align: 'end',
      width: 'narrow',
      nowrap: true,
    },
  ]
  const papers = one.components.filter(({ kind }) => kind === 'paper')
  const notes = one.components.filter(({ kind }) => kind === 'note')
  return (
    <>
      {papers.length > 0 && <Table caption={text.papers} hideCaption columns={columns} rows={papers} rowKey={({ id }) => String(id)} />}
      {notes.length > 0 && (
        <ul class="flow muted">
          {notes.map((note) => (
            <li key={note.id}>{note.name}</li>
          ))}
        </ul>
      )}
    </>
  )
}

function PaperName({ paper, language }: { paper: ComponentDetail; language: Language }) {
  const text = copy(language)
  const more = [paper.groupName, paper.formName && text.form(paper.formName), paper.formFile, !paper.isRequired && text.ifAny].filter(
    Boolean,
  )
  return (
    <>
      {paper.name}
      {more.length > 0 && (
        <>
          <br />
          <span class="muted">{more.join(' · ')}</span>
        </>
      )}
    </>
  )
}

interface CaseChannel {
  /** Names of the cases, where they differ in what the table tells. */
  cases: string
  channel: ChannelDetail
}

/** A line for each way of filing, and for each case where cases differ in what is told about it. */
function caseChannels(version: Version, told: (channel: ChannelDetail) => unknown): CaseChannel[] {
  const all = version.cases.flatMap((one) => one.channels.map((channel) => ({ one, channel })))
  const groups = Map.groupBy(all, ({ channel }) => JSON.stringify([channel.channel, told(channel)]))
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    return first
      ? [{ cases: group.length === version.cases.length ? '' : group.map(({ one }) => one.name).join('; '), channel: first.channel }]
      : []
  })
}

const differs = (rows: CaseChannel[]): boolean => rows.some(({ cases }) => cases !== '')

/** How long it takes, by case and way of filing. */
export function Limits({ version, language }: { version: Version; language: Language }) {
  const text = copy(language)
  const rows = caseChannels(version, ({ fees: _, ...limit }) => limit)
  const labels = catalogueLabels(language)
  const columns: Column<CaseChannel>[] = [
    { key: 'way', head: text.way, cell: ({ channel }) => labels.channel[channel.channel], isRowHead: true },
    ...(differs(rows) ? [{ key: 'case', head: text.case, cell: ({ cases }: CaseChannel) => cases || text.everyCase }] : []),
    {
      key: 'limit',
      head: text.limit,
      cell: ({ channel }) => (
        <>
          <strong>{limitOf(channel, language) ?? text.noLimit}</strong>
          {channel.limitText && <span class="muted"> {channel.limitText}</span>}
          {channel.cutoff && <span class="muted"> {text.cutoff(channel.cutoff)}</span>}
          {channel.hasLastHourRule && <span class="muted"> {text.lastHour}</span>}
          {channel.note && <span class="muted"> {channel.note}</span>}
        </>
      ),
      width: 'wide',
    },
  ]
  return <Table caption={text.limits} hideCaption columns={columns} rows={rows} empty={<p>{text.noLimit}</p>} />
}

/** `7 ngày làm việc`; undefined where the law or the source gives no number. */
export const limitOf = ({ limitAmount, limitUnit }: ChannelDetail, language: Language): string | undefined =>
  limitAmount === null || limitUnit === null ? undefined : formatLimit({ amount: limitAmount, unit: limitUnit }, language)

/** What it costs: in one sentence where it is free everywhere or unknown everywhere, else by case and way of filing. */
export function Fees({ version, language }: { version: Version; language: Language }) {
  const text = copy(language)
  const labels = catalogueLabels(language)
  const rows = caseChannels(version, ({ fees }) => fees)
  const fees = rows.flatMap(({ channel }) => channel.fees)
  if (fees.length === 0) return <p>{text.feesUnknown}</p>
  if (fees.every(({ amount }) => amount === 0)) return <p>{text.free}</p>
  const columns: Column<CaseChannel>[] = [
    { key: 'way', head: text.way, cell: ({ channel }) => labels.channel[channel.channel], isRowHead: true },
    ...(differs(rows) ? [{ key: 'case', head: text.case, cell: ({ cases }: CaseChannel) => cases || text.everyCase }] : []),
    {
      key: 'fees',
      head: text.fee,
      cell: ({ channel }) =>
        channel.fees.length === 0
          ? text.feesUnknown
          : channel.fees.map((fee, index) => (
              <p key={index}>
                <FeeLine fee={fee} language={language} />
              </p>
            )),
      width: 'wide',
    },
  ]
  return <Table caption={text.fees} hideCaption columns={columns} rows={rows} />
}

export function FeeLine({ fee, language }: { fee: FeeDetail; language: Language }) {
  const text = copy(language)
  const amount = fee.amount === null ? text.amountElsewhere : fee.amount === 0 ? text.nothing : formatDong(fee.amount)
  const more = [
    fee.condition,
    fee.cap !== null && text.cap(formatDong(fee.cap)),
    fee.amount === 0 ? null : fee.text,
    fee.moment !== 'reception' && catalogueLabels(language).feeMoment[fee.moment],
  ].filter(Boolean)
  return (
    <>
      <strong>
        {amount}
        {fee.amount ? fee.per && ` / ${fee.per}` : ''}
      </strong>{' '}
      {fee.name}
      {more.length > 0 && <span class="muted"> ({more.join('; ')})</span>}
    </>
  )
}

const copy = words({
  vi: {
    paper: 'Giấy tờ',
    originals: 'Bản chính',
    copies: 'Bản sao',
    shown: 'Chỉ xuất trình',
    papers: 'Thành phần hồ sơ',
    form: (name: string) => `Mẫu: ${name}`,
    ifAny: 'nếu có',
    noPapers: 'Nguồn chưa nêu thành phần hồ sơ.',
    way: 'Cách nộp',
    case: 'Trường hợp',
    everyCase: 'Mọi trường hợp',
    limit: 'Thời hạn',
    limits: 'Thời hạn giải quyết',
    noLimit: 'Chưa nêu thời hạn.',
    cutoff: (time: string) => `Nộp từ ${time} được tính từ ngày làm việc tiếp theo.`,
    lastHour: 'Nộp trong giờ làm việc cuối cùng của ngày được tính từ ngày làm việc tiếp theo.',
    fee: 'Phí, lệ phí',
    fees: 'Phí, lệ phí',
    feesUnknown: 'Nguồn chưa nêu phí, lệ phí. Hãy hỏi nơi tiếp nhận trước khi nộp.',
    free: 'Bạn không phải nộp phí, lệ phí.',
    nothing: 'Không thu',
    amountElsewhere: 'Theo quy định',
    cap: (amount: string) => `tối đa ${amount}`,
  },
  en: {
    paper: 'Paper',
    originals: 'Originals',
    copies: 'Copies',
    shown: 'Only shown',
    papers: 'Papers',
    form: (name: string) => `Form: ${name}`,
    ifAny: 'if you have it',
    noPapers: 'The source does not list the papers.',
    way: 'How you file',
    case: 'Case',
    everyCase: 'Every case',
    limit: 'Time limit',
    limits: 'Time limits',
    noLimit: 'No time limit is given.',
    cutoff: (time: string) => `Filed from ${time} on, it counts from the next working day.`,
    lastHour: 'Filed in the last office hour, it counts from the next working day.',
    fee: 'Fees',
    fees: 'Fees',
    feesUnknown: 'The source gives no fee. Ask the reception point before you file.',
    free: 'You pay no fee.',
    nothing: 'Nothing',
    amountElsewhere: 'By regulation',
    cap: (amount: string) => `at most ${amount}`,
  },
})
