import { describe, expect, test } from 'vitest'
import { instantAt } from '../../platform/text/dates.ts'
import { MESSAGE_KINDS, type MessageKind } from '../workflow/index.ts'
import { type MessageFacts, smsParts, wordingOf } from './index.ts'

const facts: MessageFacts = {
  code: 'H50-261118-0007',
  procedureName: 'Cấp giấy phép tổ chức triển lãm',
  unitName: 'Trung tâm Phục vụ hành chính công tỉnh',
  unitAddress: '09 Lê Lợi',
  unitPhone: '0233 000 000',
  lookupUrl: 'https://motcua.example/tra-cuu/H50-261118-0007',
  returnMethod: 'counter',
  dueAt: instantAt('2026-11-25', '16:30'),
  dueBefore: instantAt('2026-11-23', '16:30'),
  answerBy: instantAt('2026-12-09', '17:00'),
  supplement: { faults: 2, isBeforeReception: true, guideName: 'Cán bộ Minh Họa', guidePhone: '0233 111 111' },
  reason: 'Giấy tờ không hợp lệ hoặc đã hết hiệu lực',
  payment: { amount: 1_500_000, noticeNumber: '12/TB-CT', payBy: '2026-12-01' },
  trackingNumber: 'VN123456789',
  toUnitName: 'Ủy ban nhân dân phường Đông Hà',
}

const sms = (kind: MessageKind, more: Partial<MessageFacts> = {}) => wordingOf(kind, { ...facts, ...more }).sms
const text = (kind: MessageKind, more: Partial<MessageFacts> = {}) => wordingOf(kind, { ...facts, ...more }).text.join('\n')

describe('every kind of message', () => {
  test.each(MESSAGE_KINDS)('%s names the dossier, says where to look, and is a plain short message', (kind) => {
    const wording = wordingOf(kind, facts)
    for (const said of [wording.title, wording.sms]) expect(said).toContain(facts.code)
    expect(wording.text.at(-1)).toBe(`Tra cứu: ${facts.lookupUrl}`)
    // Characters of GSM-7 alone, so that 160 fit one part.
    expect(wording.sms).toMatch(/^[\x20-\x7e]+$/)
    expect(smsParts(wording.sms)).toBeLessThanOrEqual(2)
    expect(text(kind)).not.toMatch(/undefined|NaN|Invalid|\.\.|null/)
  })

  test.each(MESSAGE_KINDS)('%s is whole where only the dossier is known', (kind) => {
    const { code, procedureName, unitName, lookupUrl, returnMethod } = facts
    const wording = wordingOf(kind, { code, procedureName, unitName, lookupUrl, returnMethod })
    expect([...wording.text, wording.sms].join('\n')).not.toMatch(/undefined|NaN|Invalid|null/)
  })

  test('no two say the same', () => {
    expect(new Set(MESSAGE_KINDS.map((kind) => wordingOf(kind, facts).title)).size).toBe(MESSAGE_KINDS.length)
    expect(new Set(MESSAGE_KINDS.map((kind) => sms(kind))).size).toBe(MESSAGE_KINDS.length)
  })

  test('only what was received says so, and with its date (domain.md §10.2)', () => {
    expect(sms('received')).toMatch(/^Ho so H50-261118-0007 DA DUOC TIEP NHAN, hen tra 16:30, 25\/11\/2026\. Tra cuu: https/)
    for (const kind of MESSAGE_KINDS.filter((each) => each !== 'received')) expect(sms(kind), kind).not.toContain('DA DUOC TIEP NHAN')
  })

  test('a supplement before reception says that it is not received, what, by when, where, and who helps', () => {
    expect(sms('supplement-asked')).toMatch(
      /^Ho so H50-261118-0007 CHUA DUOC TIEP NHAN: can bo sung 2 noi dung truoc 17:00, 09\/12\/2026\./,
    )
    const said = text('supplement-asked')
    expect(said).toContain('chưa được tiếp nhận: cần bổ sung 2 nội dung trước 17:00, 09/12/2026')
    expect(said).toContain('Nộp bổ sung tại Trung tâm Phục vụ hành chính công tỉnh, 09 Lê Lợi')
    expect(said).toContain('Người hướng dẫn: Cán bộ Minh Họa, 0233 111 111.')
  })

  test('a supplement after reception says that the clock stands still and is counted anew', () => {
    const more = { supplement: { faults: 1, isBeforeReception: false } }
    expect(sms('supplement-asked', more)).toContain('TAM DUNG: can bo sung 1 noi dung')
    expect(text('supplement-asked', more)).toContain('được tính lại từ đầu khi bổ sung đủ')
    expect(text('supplement-asked', more)).not.toContain('chưa được tiếp nhận')
  })

  test('where the result is follows how it is returned', () => {
    expect(text('result-available')).toContain('Mời bạn nhận tại Trung tâm Phục vụ hành chính công tỉnh, 09 Lê Lợi.')
    expect(text('result-available', { returnMethod: 'electronic' })).toContain('bản điện tử trên Cổng Dịch vụ công')
    expect(text('result-available', { returnMethod: 'post' })).not.toContain('mang theo giấy tiếp nhận')
    expect(text('result-available', { returnMethod: 'post', cameBack: true })).toContain('bưu chính chuyển hoàn')
  })

  test('money is written as money, an extension with both dates', () => {
    expect(text('payment-asked')).toContain('cần nộp 1.500.000 đồng trước hết ngày 01/12/2026')
    expect(text('extended')).toContain('Ngày hẹn trước: 16:30, 23/11/2026.')
    expect(text('extended')).toContain('Ngày hẹn mới: 16:30, 25/11/2026')
  })
})

test('a short message is counted as operators count', () => {
  expect([160, 161, 306, 307].map((length) => smsParts('x'.repeat(length)))).toEqual([1, 2, 2, 3])
})
