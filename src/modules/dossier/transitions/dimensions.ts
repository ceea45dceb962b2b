/**
 * Four things that are true of a dossier at the same time and never merged into one status (domain.md §2.2): how far the matter is, what is paid, where the result is, and
 * whether each partner knows. The business dimension is the life state itself; the other three move by their own steps, whatever the state.
 */
import { LIFE_STATES } from './life-states.ts'

export interface DimensionState {
  vi: string
  en: string
  /** Where it may go from here. */
  next: readonly string[]
}

export const FINANCIAL_STATES = {
  none: { vi: 'Không có khoản phải nộp', en: 'Nothing to pay', next: ['due'] },
  due: { vi: 'Chờ nộp', en: 'Due', next: ['partly', 'paid', 'none'] },
  partly: { vi: 'Đã nộp một phần', en: 'Partly paid', next: ['paid', 'refunded'] },
  /** A further fee may fall due with the result. */
  paid: { vi: 'Đã nộp đủ', en: 'Paid', next: ['refunded', 'due', 'partly'] },
  refunded: { vi: 'Đã hoàn trả', en: 'Refunded', next: ['due'] },
} as const satisfies Record<string, DimensionState>

export const DELIVERY_STATES = {
  none: { vi: 'Chưa có kết quả', en: 'No result yet', next: ['at-counter', 'in-post', 'electronic'] },
  'at-counter': { vi: 'Chờ nhận tại quầy', en: 'Waiting at the counter', next: ['in-post', 'electronic', 'delivered'] },
  'in-post': { vi: 'Đang chuyển qua bưu chính công ích', en: 'In the post', next: ['delivered', 'undelivered'] },
  electronic: { vi: 'Đã gửi bản điện tử', en: 'Sent electronically', next: ['delivered', 'at-counter'] },
  undelivered: { vi: 'Bưu chính chuyển hoàn', en: 'Sent back by the post', next: ['at-counter', 'in-post'] },
  /** A corrected result is delivered anew. */
  delivered: { vi: 'Đã trả', en: 'Delivered', next: ['at-counter', 'in-post', 'electronic'] },
} as const satisfies Record<string, DimensionState>

/** Of each partner and each message. */
export const EXCHANGE_STATES = {
  pending: { vi: 'Chờ gửi', en: 'To be sent', next: ['sent', 'failed'] },
  sent: { vi: 'Đã gửi, chờ xác nhận', en: 'Sent', next: ['acknowledged', 'failed'] },
  acknowledged: { vi: 'Đã xác nhận', en: 'Acknowledged', next: ['pending'] },
  failed: { vi: 'Lỗi, sẽ gửi lại', en: 'Failed', next: ['pending', 'sent'] },
} as const satisfies Record<string, DimensionState>

export const DIMENSIONS = {
  business: { vi: 'Giải quyết', en: 'Settlement', states: LIFE_STATES },
  financial: { vi: 'Nghĩa vụ tài chính', en: 'Payment', states: FINANCIAL_STATES },
  delivery: { vi: 'Trả kết quả', en: 'Delivery', states: DELIVERY_STATES },
  exchange: { vi: 'Đồng bộ với đối tác', en: 'Exchange', states: EXCHANGE_STATES },
} as const

export type Dimension = keyof typeof DIMENSIONS
export type FinancialState = keyof typeof FINANCIAL_STATES
export type DeliveryState = keyof typeof DELIVERY_STATES
export type ExchangeState = keyof typeof EXCHANGE_STATES

/** Whether one of the three may go from one state to another; the business dimension asks the transitions. */
export function mayMove(dimension: Exclude<Dimension, 'business'>, from: string, to: string): boolean {
  const states: Record<string, DimensionState> = DIMENSIONS[dimension].states
  return states[from]?.next.includes(to) ?? false
}
