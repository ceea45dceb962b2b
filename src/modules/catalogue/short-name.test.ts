import { expect, test } from 'vitest'
import { shortProcedureName } from './short-name.ts'

test.each([
  ['Thủ tục cấp thẻ hướng dẫn viên', 'Cấp thẻ hướng dẫn viên'],
  ['THỦ TỤC đăng ký di vật', 'Đăng ký di vật'],
  ['Công nhận câu lạc bộ', 'Công nhận câu lạc bộ'],
  ['Thủ tục', 'Thủ tục'],
])('%s', (name, short) => {
  expect(shortProcedureName(name)).toBe(short)
})
