import { describe, expect, test } from 'vitest'
import { soundRow } from '../../../../tests/support/sound-procedure-row.ts'
import { findingSentence, severityOf } from './findings.ts'
import { parseRecord } from './parse-record.ts'
import type { RawProcedure } from './raw-procedure.ts'

const codes = (row: unknown) => parseRecord(row).findings.map(({ code }) => code)
const channelWith = (changes: object): RawProcedure['channels'] => [
  { channel: 'direct', time_limit: { value: 7, unit: 'working_day' }, fees: [{ amount_vnd: 0, text: 'Miễn phí' }], ...changes },
]
const feeWith = (fee: object): Partial<RawProcedure> => ({ channels: channelWith({ fees: [fee] }) })
const limitWith = (time_limit: object): Partial<RawProcedure> => ({ channels: channelWith({ time_limit }) })

test('a sound row becomes a record without findings', () => {
  const { record, findings, seen } = parseRecord(soundRow())
  expect(findings).toEqual([])
  expect(seen).toEqual({ code: '9.000001', name: 'Thủ tục cấp thẻ thử nghiệm' })
  expect(record).toMatchObject({ nationalCode: '9.000001', standing: 'in-force', servedBy: 'PROVINCE' })
  const [one] = record?.content.cases ?? []
  expect(one?.code).toBe('9.000001.01')
  expect(one?.channels.map(({ channel, limitAmount, limitUnit, fees }) => [channel, limitAmount, limitUnit, fees[0]?.amount])).toEqual([
    ['counter', 7, 'working-day', 150_000],
    ['online', 5, 'working-day', 0],
  ])
  expect(one?.components).toMatchObject([
    { kind: 'paper', name: 'Đơn đề nghị', originals: 1, copies: 0, isRequired: true, formFile: 'Mẫu 01.docx' },
    { kind: 'paper', originals: 0, copies: 1, isRequired: false },
  ])
})

describe('what is suspicious', () => {
  test.each<[string, Partial<RawProcedure>, string]>([
    ['a number without a unit', limitWith({ value: 7, unit: null, text: null }), 'limit.no-unit'],
    [
      'a limit only in words',
      limitWith({ value: null, unit: null, text: '28 ngày làm việc (cấp mới), 02 ngày làm việc (cấp lại)' }),
      'limit.text-only',
    ],
    ['a limit read from words', limitWith({ value: null, unit: null, text: '15 ngày kể từ ngày nhận hồ sơ' }), 'limit.from-text'],
    ['no limit', limitWith({}), 'limit.missing'],
    ['no channel at all', { channels: [] }, 'limit.missing'],
    ['a limit that the calendar cannot count', limitWith({ value: 1.25, unit: 'working_day' }), 'limit.not-countable'],
    ['the same in words', limitWith({ value: null, unit: null, text: '1,25 ngày làm việc' }), 'limit.text-only'],
    ['money in the column of days', limitWith({ value: 120_000, unit: 'day' }), 'limit.implausible'],
    [
      'two limits for one channel',
      { channels: [...(channelWith({}) ?? []), ...(channelWith({ time_limit: { value: 14, unit: 'day', text: 'phức tạp' } }) ?? [])] },
      'limit.several',
    ],
    ['fee 0 while the text states an amount', feeWith({ amount_vnd: 0, text: '150.000 đồng/giấy' }), 'fee.zero-but-amount'],
    [
      'fee 0 while the text points elsewhere',
      feeWith({ amount_vnd: 0, text: 'Theo quy định của Hội đồng nhân dân cấp tỉnh' }),
      'fee.elsewhere',
    ],
    ['fee under 1,000 đồng', feeWith({ amount_vnd: 20, text: '20.000 đ/tờ khai' }), 'fee.below-1000'],
    ['fee in dollars', feeWith({ amount_vnd: null, amount: 25, currency: 'USD' }), 'fee.foreign'],
    ['damaged code', { code: '1.00324' }, 'code.damaged'],
    ['a code that was a number', { code: 1.00324 }, 'code.damaged'],
    ['no national code', { code: null, local_codes: ['2020.DL.016'] }, 'code.no-national'],
    [
      'heading passed off as a paper',
      { dossier: [...(soundRow().dossier ?? []), { name: 'Lưu ý: nộp bản chính', originals: 0, copies: 0 }] },
      'component.heading',
    ],
    ['paper without counts', { dossier: [{ name: 'Đơn đề nghị', originals: null, copies: null }] }, 'component.no-count'],
    ['repealed', { status: 'repealed' }, 'standing.repealed'],
    ['superseded', { status: 'superseded', superseded_by: '1.014144' }, 'standing.repealed'],
    ['not known to be in force', { status: 'unknown' }, 'standing.unknown'],
    ['only at the abolished district level', { levels: ['district'] }, 'level.abolished'],
    ['a statutory part missing', { steps: [] }, 'part.missing'],
    ['partly online without a reason', { service_level: 'partial' }, 'partial.no-reason'],
    ['unverified by its own source', { unverified: true, unverified_fields: ['code'] }, 'source.unverified'],
  ])('%s', (_, changes, code) => {
    const { record, findings } = parseRecord(soundRow(changes))
    expect(record).toBeDefined()
    const finding = findings.find((one) => one.code === code)
    expect(finding && severityOf(finding)).toBe('suspicious')
    expect(finding && findingSentence(finding, 'vi')).not.toMatch(/[{}]/)
    expect(finding && findingSentence(finding, 'en')).not.toMatch(/[{}]/)
  })

  test('a zero fee that its text contradicts is no amount, so nobody reads "free"', () => {
    const { record } = parseRecord(soundRow(feeWith({ amount_vnd: 0, text: '150.000 đồng/giấy' })))
    expect(record?.content.cases[0]?.channels[0]?.fees[0]).toMatchObject({ amount: null, text: '150.000 đồng/giấy' })
  })

  test('a heading is kept as a note between the papers', () => {
    const { record } = parseRecord(
      soundRow({
        dossier: [
          { name: 'Giấy tờ phải nộp:', originals: 0, copies: 0 },
          { name: 'Đơn', originals: 1, copies: 0 },
        ],
      }),
    )
    expect(record?.content.cases[0]?.components.map(({ kind }) => kind)).toEqual(['note', 'paper'])
  })

  test('the same fault in three channels is one finding', () => {
    const row = soundRow({
      channels: ['direct', 'online', 'postal'].flatMap((channel) => channelWith({ channel, time_limit: { value: 7, unit: null } }) ?? []),
    })
    expect(codes(row).filter((code) => code === 'limit.no-unit')).toHaveLength(1)
  })
})

describe('what is refused', () => {
  test.each<[string, unknown, string]>([
    ['not a row', 'text', 'row.unreadable'],
    ['nothing', null, 'row.unreadable'],
    ['a channel that does not exist', soundRow({ channels: [{ channel: 'pigeon' as never }] }), 'row.unreadable'],
    ['no code of any kind', soundRow({ code: null, local_codes: [] }), 'code.none'],
    ['no name', soundRow({ name: '  ' }), 'name.none'],
  ])('%s', (_, row, code) => {
    const { record, findings } = parseRecord(row)
    expect(record).toBeUndefined()
    expect(findings.map((finding) => finding.code)).toContain(code)
    expect(findings.some((finding) => severityOf(finding) === 'refused')).toBe(true)
  })
})

test('papers only to be shown need no count', () => {
  const row = soundRow({
    dossier: [
      { name: 'Đơn', originals: 1, copies: 0 },
      { group: '* Giấy tờ phải xuất trình:', name: 'Thẻ căn cước', originals: 0, copies: 0 },
    ],
  })
  expect(codes(row)).toEqual([])
  expect(parseRecord(row).record?.content.cases[0]?.components[1]).toMatchObject({ kind: 'paper', isPresentedOnly: true })
})

test('cases keep channels and papers of their own', () => {
  const { channels, dossier, ...row } = soundRow()
  const { record } = parseRecord({
    ...row,
    cases: [
      { name: 'Cấp mới', channels, dossier },
      { code: '9.000001.09', name: 'Cấp lại', channels: [channels?.[0]], dossier: [dossier?.[0]] },
    ],
  })
  expect(record?.content.cases.map(({ code, name, channels, components }) => [code, name, channels.length, components.length])).toEqual([
    ['9.000001.01', 'Cấp mới', 2, 2],
    ['9.000001.09', 'Cấp lại', 1, 1],
  ])
})
