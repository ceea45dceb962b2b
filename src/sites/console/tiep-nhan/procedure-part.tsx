/** The procedure and its case: only what this unit receives. */
import type { OfferedCase } from '#modules/intake/index.ts'
import { type Language, words } from '#platform/language.ts'
import { Radios, Table } from '#ui/index.ts'
import type { Desk } from './desk.ts'
import { text as value } from './form.ts'
import { MainButton, SearchLine } from './parts.tsx'

export function ProcedurePart({ desk, language }: { desk: Desk; language: Language }) {
  const text = copy(language)
  const asked = value(desk.form, 'procedure.find')
  return (
    <>
      <input type="hidden" name="_part" value="procedure" />
      <SearchLine
        name="procedure.find"
        label={text.find}
        hint={text.hint}
        value={asked}
        action="next"
        button={text.button}
        autofocus={!asked || desk.cases.length === 0}
      />
      {desk.cases.length === 0 ? (
        <p role="status">{asked ? text.none(asked) : text.nothingOffered}</p>
      ) : (
        <Table
          caption={asked ? text.found : text.usual}
          dense
          columns={[
            {
              key: 'name',
              head: text.procedure,
              cell: (found: OfferedCase) => (
                <>
                  {found.procedureName}
                  {found.caseCount > 1 && <span class="muted"> – {found.caseName}</span>}
                </>
              ),
            },
            { key: 'code', head: text.code, cell: (found) => found.procedureCode, nowrap: true },
            { key: 'unit', head: text.settles, cell: (found) => found.settlingUnit },
            {
              key: 'pick',
              head: <span class="visually-hidden">{text.pick}</span>,
              label: text.pick,
              cell: (found, index) => (
                <MainButton look="secondary" small value={`pick-case:${found.caseId}`} autofocus={asked !== '' && index === 0}>
                  {text.pick}
                  <span class="visually-hidden">
                    {' '}
                    {found.procedureName}, {found.caseName}
                  </span>
                </MainButton>
              ),
            },
          ]}
          rows={desk.cases}
          rowKey={(found) => found.caseId}
        />
      )}
      <Radios
        name="channel"
        label={text.channel}
        inline
        value={value(desk.form, 'channel') || 'counter'}
        options={[
          { value: 'counter', label: text.counter },
          { value: 'post', label: text.post },
        ]}
      />
    </>
  )
}

const copy = words({
  vi: {
    find: 'Tìm thủ tục',
    hint: 'Gõ vài chữ đầu của tên (không cần dấu) hoặc mã thủ tục, rồi nhấn Enter. Ví dụ: cap phep quang cao.',
    button: 'Tìm',
    none: (asked: string) => `Không có thủ tục nào của đơn vị này khớp với “${asked}”. Hãy thử từ khác hoặc mã thủ tục.`,
    nothingOffered: 'Đơn vị này chưa được giao tiếp nhận thủ tục nào theo hình thức đã chọn.',
    found: 'Thủ tục tìm thấy',
    usual: 'Thường tiếp nhận ở đây',
    procedure: 'Thủ tục, trường hợp',
    code: 'Mã',
    settles: 'Cơ quan giải quyết',
    pick: 'Chọn',
    channel: 'Hồ sơ đến bằng cách nào',
    counter: 'Trực tiếp tại quầy',
    post: 'Qua bưu chính',
  },
  en: {
    find: 'Find the procedure',
    hint: 'Type the beginnings of some words of the name (marks not needed) or the code, then press Enter.',
    button: 'Find',
    none: (asked: string) => `No procedure of this unit fits “${asked}”. Try other words or the code.`,
    nothingOffered: 'This unit receives no procedure this way.',
    found: 'Procedures found',
    usual: 'Often received here',
    procedure: 'Procedure, case',
    code: 'Code',
    settles: 'Settled by',
    pick: 'Choose',
    channel: 'How the dossier came',
    counter: 'At the counter',
    post: 'By post',
  },
})
