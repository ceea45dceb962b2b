import { words } from '#platform/language.ts'
import { formatDongWords } from '#platform/money.ts'
import { useWords } from '../language.ts'
import { Field, type FieldProps } from './field.tsx'

const copy = words({ vi: { dong: 'đồng', most: 'Không quá' }, en: { dong: 'đồng', most: 'At most' } })

/** An amount in đồng. What is typed keeps its dots; `readMoney` takes them out. */
export function MoneyField({ most, ...props }: FieldProps & { most?: number }) {
  const text = useWords(copy)
  const hint = props.hint ?? (most === undefined ? undefined : `${text.most} ${formatDongWords(most)}.`)
  return <Field width="medium" inputMode="numeric" code autocomplete="off" suffix={text.dong} {...props} hint={hint} />
}

/** `1.500.000` or `1 500 000` → 1500000; nothing typed → undefined; anything else → `'invalid'`. */
export function readMoney(typed: string | undefined): number | 'invalid' | undefined {
  const plain = (typed ?? '').trim()
  if (plain === '') return undefined
  if (!/^\d{1,3}([.\s]\d{3})*$|^\d+$/.test(plain)) return 'invalid'
  const amount = Number(plain.replace(/[.\s]/g, ''))
  return Number.isSafeInteger(amount) ? amount : 'invalid'
}
