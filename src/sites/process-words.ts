/** Parts of a drawn process in the words of its pages. */
import type { GraphLimit, GraphNode } from '#modules/workflow/index.ts'
import { formatHours } from '#modules/workflow/index.ts'
import { type Language, words } from '#platform/language.ts'

export const kindWords = words({
  vi: {
    start: 'Bắt đầu',
    end: 'Kết thúc',
    step: 'Bước xử lý',
    choice: 'Rẽ nhánh theo điều kiện',
    fork: 'Tách nhánh song song',
    join: 'Hợp nhánh',
    timer: 'Chờ đủ thời gian',
    agencies: 'Liên thông cơ quan khác',
    outside: 'Hỏi chuyên gia ngoài',
  },
  en: {
    start: 'Start',
    end: 'End',
    step: 'Step',
    choice: 'Choice by conditions',
    fork: 'Parallel branches part',
    join: 'Branches join',
    timer: 'Wait for a time',
    agencies: 'Other agencies',
    outside: 'Outside expert',
  },
} satisfies Record<Language, Record<GraphNode['kind'], string>>)

const limitWords = words({
  vi: {
    hour: (amount: string) => `${amount} giờ làm việc`,
    'working-day': (amount: string) => `${amount} ngày làm việc`,
    open: 'chưa có thời hạn',
  },
  en: {
    hour: (amount: string) => `${amount} working hours`,
    'working-day': (amount: string) => `${amount} working days`,
    open: 'no limit yet',
  },
})

export function limitText({ amount, unit }: GraphLimit, language: Language): string {
  const text = limitWords(language)
  return amount > 0 ? text[unit](formatHours(amount)) : text.open
}

const nameless = words({ vi: { none: '(chưa đặt tên)' }, en: { none: '(no name yet)' } })

/** Of a fork or a join that has no name, what it is. */
export function nodeName({ kind, name }: Pick<GraphNode, 'kind' | 'name'>, language: Language): string {
  if (name !== '') return name
  return kind === 'fork' || kind === 'join' ? kindWords(language)[kind] : nameless(language).none
}
