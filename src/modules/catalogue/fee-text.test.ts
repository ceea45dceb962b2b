import { expect, test } from 'vitest'
import { amountsInText, saysFree } from './fee-text.ts'

test.each([
  ['150.000 đồng/giấy', [150_000]],
  ['2.400.000 Đồng (Cấp lại do mất); 15.000.000 Đồng (thay đổi nội dung)', [2_400_000, 15_000_000]],
  ['40.000đ/giấy thông hành', [40_000]],
  ['2 triệu đồng', [2_000_000]],
  ['1,5 triệu', [1_500_000]],
  ['Mức phí giảm 20%: 1.600.000', [1_600_000]],
  ['theo Thông tư số 43/2024/TT-BTC ngày 28/6/2024', []],
  ['Miễn phí', []],
])('%s', (text, amounts) => {
  expect(amountsInText(text)).toEqual(amounts)
})

test.each([
  ['Miễn phí', true],
  ['Không thu lệ phí', true],
  ['- Không', true],
  ['', true],
  ['Theo quy định của Hội đồng nhân dân cấp tỉnh', false],
  ['150.000 đồng/giấy', false],
])('%s says free: %s', (text, free) => {
  expect(saysFree(text)).toBe(free)
})
