import { words } from '#platform/language.ts'
import { useWords } from '../language.ts'

const copy = words({ vi: { total: 'Tổng', chart: 'Biểu đồ' }, en: { total: 'Total', chart: 'Chart' } })

/**
 * Bars in a table: each line has its name, its bar, and its figures, which lead to the lists behind them. The table is the chart, so
 * nothing is lost without sight, without colour or on paper.
 */
export function BarChart({ caption, rowHead, series, rows }: BarChartProps) {
  const text = useWords(copy)
  const sum = (row: BarRow) => series.reduce((total, one) => total + (row.values[one.key] ?? 0), 0)
  const greatest = Math.max(1, ...rows.map(sum))
  const severally = series.length > 1
  return (
    <div class="table-frame chart-frame">
      <table class="table table--dense chart">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{rowHead}</th>
            <th scope="col" class="chart__bars">
              <span class="visually-hidden">{text.chart}</span>
            </th>
            {series.map((one) => (
              <th key={one.key} scope="col" class="table__end">
                <span class="chart__key">
                  {severally && <Swatch tone={one.tone} />}
                  {one.label}
                </span>
              </th>
            ))}
            {severally && (
              <th scope="col" class="table__end">
                {text.total}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.label}>
              <th scope="row">{row.href ? <a href={row.href}>{row.label}</a> : row.label}</th>
              <td class="chart__bars">
                <Bars series={series} row={row} greatest={greatest} />
              </td>
              {series.map((one) => (
                <td key={one.key} class="table__end" data-label={one.label}>
                  <Figure value={row.values[one.key] ?? 0} href={row.hrefs?.[one.key]} />
                </td>
              ))}
              {severally && (
                <td class="table__end" data-label={text.total}>
                  <Figure value={sum(row)} href={row.href} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Bars({ series, row, greatest }: { series: BarSeries[]; row: BarRow; greatest: number }) {
  let start = 0
  return (
    <svg class="chart__bar" width="100%" height="16" aria-hidden="true" focusable="false">
      {series.map((one) => {
        const width = ((row.values[one.key] ?? 0) / greatest) * 100
        const at = start
        start += width
        return (
          width > 0 && (
            <rect
              key={one.key}
              class={`chart__${one.tone ?? 'plain'}`}
              x={`${at.toFixed(2)}%`}
              width={`${width.toFixed(2)}%`}
              height="16"
            />
          )
        )
      })}
    </svg>
  )
}

const Figure = ({ value, href }: { value: number; href?: string }) => {
  const figure = value.toLocaleString('vi-VN')
  return <span>{href ? <a href={href}>{figure}</a> : figure}</span>
}

const Swatch = ({ tone = 'plain' }: { tone?: BarSeries['tone'] }) => (
  <svg class="chart__swatch" width="12" height="12" aria-hidden="true" focusable="false">
    <rect class={`chart__${tone}`} width="12" height="12" />
  </svg>
)

export interface BarSeries {
  key: string
  label: string
  tone?: 'plain' | 'ok' | 'near' | 'late' | 'paused'
}

export interface BarRow {
  label: string
  href?: string
  /** By the key of the series. */
  values: Record<string, number>
  hrefs?: Record<string, string>
}

export interface BarChartProps {
  caption: string
  /** What the lines are: "Cơ quan". */
  rowHead: string
  series: BarSeries[]
  rows: BarRow[]
}
