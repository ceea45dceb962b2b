/** Whose time the dossier's life was: as a bar, and minute by minute in a table that adds up; when it is late, who owes how much. */
import { unitCalendars } from '#modules/calendar/index.ts'
import { type DossierDetail, type PayerSum, sumsByPayer } from '#modules/dossier/index.ts'
import { type ChargedLife, chargedLife, type PayerName, payerNames, stepNamesOf, unitsHolding } from '#modules/workflow/index.ts'
import type { PageRequest } from '#platform/http/route.ts'
import { type Language, words } from '#platform/language.ts'
import { formatMoment } from '#platform/text/dates.ts'
import { ClockBar, Details, Table } from '#ui/index.ts'
import { minutesText } from '../minutes-text.ts'

export interface ChargedView {
  life: ChargedLife
  name: PayerName
  steps: ReadonlyMap<number, string>
}

/** Nothing before the reception. */
export async function readCharged(
  { services: { database }, now, language }: PageRequest,
  dossier: DossierDetail,
): Promise<ChargedView | undefined> {
  const charged = { ...dossier, settlingUnitId: dossier.settlingUnit.id }
  const life = chargedLife(charged, await unitCalendars(database, unitsHolding(charged)), now)
  if (!life) return undefined
  const payers = [...life.charge.parts.map(({ payer }) => payer), ...life.owed.shares.map(({ payer }) => payer)]
  return { life, name: await payerNames(database, payers, language), steps: stepNamesOf(dossier.actions) }
}

interface ClockPanelProps {
  view: ChargedView
  language: Language
  /** Where a leader says that minutes were the post's or a broken exchange's. */
  chargeHref?: string
}

export function ClockPanel({ view: { life, name, steps }, language, chargeHref }: ClockPanelProps) {
  const text = copy(language)
  const { bar, charge, owed } = life
  const who = (payer: PayerSum['payer']): string => {
    const step = payer.step === undefined ? undefined : steps.get(payer.step)
    return [name(payer, steps), step && payer.kind !== 'step' ? step : undefined].filter(Boolean).join(', ')
  }
  const segments = bar.parts.map(({ payer, minutes, tone }) => ({ label: payer ? who(payer) : text.left, minutes, tone }))
  const sums = sumsByPayer(charge)
  return (
    <>
      {segments.length > 0 && <ClockBar label={text.bar} segments={segments} limitMinutes={bar.limitMinutes} />}
      {owed.lateMinutes > 0 && (
        <Shares
          caption={text.owed(minutesText(owed.lateMinutes, language))}
          sums={owed.shares}
          total={owed.lateMinutes}
          who={who}
          language={language}
        />
      )}
      {charge.parts.length > 0 && (
        <Details summary={text.minutes}>
          <Shares caption={text.sums} sums={sums} total={charge.elapsedMinutes} who={(payer) => name(payer, steps)} language={language} />
          <Table
            caption={text.parts}
            dense
            rows={charge.parts}
            rowKey={({ from, payer }) => `${from.getTime()}-${payer.kind}`}
            columns={[
              { key: 'from', head: text.from, nowrap: true, cell: ({ from }) => formatMoment(from) },
              { key: 'to', head: text.to, nowrap: true, cell: ({ to }) => formatMoment(to) },
              { key: 'who', head: text.who, width: 'wide', cell: ({ payer }) => who(payer) },
              { key: 'minutes', head: text.time, align: 'end', nowrap: true, cell: ({ minutes }) => minutesText(minutes, language) },
            ]}
            foot={{ from: text.total, minutes: minutesText(charge.elapsedMinutes, language) }}
          />
          <p class="muted">
            {text.rule} {chargeHref && <a href={chargeHref}>{text.chargeTo}</a>}
          </p>
        </Details>
      )}
    </>
  )
}

function Shares({
  caption,
  sums,
  total,
  who,
  language,
}: {
  caption: string
  sums: readonly PayerSum[]
  total: number
  who(payer: PayerSum['payer']): string
  language: Language
}) {
  const text = copy(language)
  return (
    <Table
      caption={caption}
      dense
      rows={[...sums]}
      rowKey={({ payer }) => `${payer.kind}-${payer.id ?? ''}-${payer.step ?? ''}`}
      columns={[
        { key: 'who', head: text.who, width: 'wide', cell: ({ payer }) => who(payer) },
        { key: 'minutes', head: text.time, align: 'end', nowrap: true, cell: ({ minutes }) => minutesText(minutes, language) },
      ]}
      foot={{ who: text.total, minutes: minutesText(total, language) }}
    />
  )
}

const copy = words({
  vi: {
    bar: 'Thời gian làm việc đã dùng, theo người và đơn vị giữ hồ sơ',
    left: 'Thời gian còn lại',
    minutes: 'Từng phút của hồ sơ được tính cho ai',
    chargeTo: 'Ghi nhận thời gian của bưu chính, lỗi kết nối',
    sums: 'Tổng theo người và đơn vị',
    parts: 'Theo thời gian',
    from: 'Từ',
    to: 'Đến',
    who: 'Tính cho',
    time: 'Thời gian',
    total: 'Tổng cộng',
    owed: (late: string) => `Quá hạn ${late} làm việc, trong đó`,
    rule: 'Mỗi phút từ lúc tiếp nhận đến khi có kết quả tính cho đúng một bên; giờ nghỉ không tính cho ai. Phần quá hạn chia theo thời gian mỗi bên dùng vượt thời hạn của bước (quy ước của phần mềm).',
  },
  en: {
    bar: 'Working time used, by who had the dossier',
    left: 'Time left',
    minutes: 'Whose each minute was',
    chargeTo: 'Record time of the post or of a broken exchange',
    sums: 'Sums',
    parts: 'In order of time',
    from: 'From',
    to: 'To',
    who: 'Charged to',
    time: 'Time',
    total: 'Total',
    owed: (late: string) => `Late by ${late} of working time, owed by`,
    rule: 'Each minute between reception and result is charged to exactly one; off hours to nobody. Lateness is shared by what each used over its step’s limit (convention of this program).',
  },
})
