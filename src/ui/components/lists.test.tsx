import { expect, it } from 'vitest'
import { BarChart, ClockBar, DueBadge, EmptyState, Pager, Stat, Table } from '../index.ts'
import { renderHtml } from '../render-page.ts'

const columns = [
  {
    key: 'code',
    head: 'Mã hồ sơ',
    cell: (row: { code: string; days: number }) => row.code,
    sort: { href: '?xep=ma', direction: 'ascending' as const },
  },
  { key: 'days', head: 'Số ngày', cell: (row: { code: string; days: number }) => row.days, align: 'end' as const },
]

it('draws a table that is named, sorted, and opens its rows by a link in the head cell', () => {
  const html = renderHtml(
    <Table caption="Hồ sơ chờ" columns={columns} rows={[{ code: 'H1', days: 3 }]} rowHref={(row) => `/ho-so/${row.code}`} />,
  )
  expect(html).toContain('<caption>Hồ sơ chờ</caption>')
  expect(html).toContain('aria-sort="ascending"')
  expect(html).toMatch(/<th scope="row"[^>]*><a href="\/ho-so\/H1">H1<\/a><\/th>/)
  expect(html).toContain('<td class="table__end" data-label="Số ngày">3</td>')
})

it('says what to do instead of an empty table', () => {
  const html = renderHtml(<Table caption="Hồ sơ chờ" columns={columns} rows={[]} empty={<EmptyState title="Chưa có hồ sơ nào" />} />)
  expect(html).not.toContain('<table')
  expect(html).toContain('Chưa có hồ sơ nào')
})

it('shows a state by word and shape', () => {
  expect(renderHtml(<DueBadge state="late" detail="quá 2 ngày" />)).toMatch(/<svg class="shape".*Quá hạn.*quá 2 ngày/)
})

it('counts in the Vietnamese way, and a figure leads to its list', () => {
  expect(renderHtml(<Pager from={51} to={100} total={1240} noun="hồ sơ" nextHref="?trang=3" />)).toContain('51–100 trong 1.240 hồ sơ')
  expect(renderHtml(<Stat label="Quá hạn" value={1240} href="/ho-so?han=qua" />)).toMatch(
    /<a class="stat" href="\/ho-so\?han=qua">.*1\.240/,
  )
})

it('places the limit of a clock after the pauses before it, and tells each part in words', () => {
  const html = renderHtml(
    <ClockBar
      label="Thời gian"
      limitMinutes={120}
      segments={[
        { label: 'Một cửa', minutes: 60 },
        { label: 'Người nộp', minutes: 60, tone: 'paused' },
        { label: 'Phòng', minutes: 120, tone: 'late' },
      ]}
    />,
  )
  // 60 counted + 60 paused + 60 counted of 240 minutes drawn.
  expect(html).toContain('<line class="clock__limit" x1="75%" x2="75%"')
  expect(html).toMatch(/Phòng.*2 giờ.*\(quá hạn\)/)
})

it('draws bars as a table whose figures lead to their lists', () => {
  const html = renderHtml(
    <BarChart
      caption="Đã giải quyết"
      rowHead="Cơ quan"
      series={[
        { key: 'onTime', label: 'Đúng hạn', tone: 'ok' },
        { key: 'late', label: 'Quá hạn', tone: 'late' },
      ]}
      rows={[
        { label: 'Sở A', values: { onTime: 30, late: 10 }, hrefs: { late: '/ho-so?qua' } },
        { label: 'Sở B', values: { onTime: 10 } },
      ]}
    />,
  )
  expect(html).toContain('<rect class="chart__late" x="75.00%" width="25.00%"')
  expect(html).toContain('<rect class="chart__ok" x="0.00%" width="25.00%"')
  expect(html).toContain('<a href="/ho-so?qua">10</a>')
})
