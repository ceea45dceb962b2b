import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { findingSentence } from './findings.ts'
import { parseRecord } from './parse-record.ts'
import { sourceWords } from './source-words.ts'

test.each([
  ['unknown, 2022-07', 'vi', 'nguồn không ghi, 2022-07'],
  ['superseded → 1.004628', 'vi', 'bị thay thế → 1.004628'],
  ['channels, code', 'vi', 'cách thức, thời hạn, phí, mã thủ tục'],
  ['channels_from_one_locality:Sơn La', 'vi', 'cách thức và thời hạn của một địa phương:Sơn La'],
  ['trình tự thực hiện, cấp thực hiện', 'en', 'steps, level'],
  ['bưu chính', 'en', 'post'],
  ['một cờ chưa biết', 'vi', 'một cờ chưa biết'],
] as const)('%s in %s', (text, language, said) => {
  expect(sourceWords(text, language)).toBe(said)
})

test('a sentence never gives a quotation a second meaning', () => {
  expect(findingSentence({ code: 'limit.text-only', seen: '$& unknown' })).toContain('“$& unknown”')
})

const SHARED = new URL('../../../../../shared/data/', import.meta.url)
const shared = await readFile(new URL('procedures-culture.json', SHARED)).catch(() => undefined)

describe.skipIf(!shared)('the shared catalogue', () => {
  test('shows no code of its makers to anybody', async () => {
    const more = gunzipSync(await readFile(new URL('procedures-other-fields.json.gz', SHARED))).toString()
    const rows = [...JSON.parse(String(shared)), ...JSON.parse(more)] as unknown[]
    const told = new Set(
      rows.flatMap((row) =>
        parseRecord(row)
          .findings.filter(({ code }) => /^(standing|source)/.test(code))
          .map((finding) => findingSentence(finding)),
      ),
    )
    expect([...told].filter((sentence) => /[a-z]+_[a-z]+|\b(unknown|repealed|superseded|channels|code)\b/.test(sentence))).toEqual([])
  })
})
