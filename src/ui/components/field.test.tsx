import { expect, it } from 'vitest'
import {
  blankForm,
  Checkboxes,
  DateField,
  ErrorSummary,
  Field,
  FileSlot,
  Form,
  failedForm,
  LanguageContext,
  Radios,
  Select,
} from '../index.ts'
import { renderHtml } from '../render-page.ts'

const failed = failedForm(
  { name: '<b>An</b>', kind: 'b', papers: ['x', 'z'], 'born.day': '31' },
  { name: 'Hãy viết họ và tên.', born: 'Không có ngày này.' },
)

it('keeps what was typed, escaped, and ties label, hint and error to the box', () => {
  const html = renderHtml(
    <Form state={failed}>
      <Field name="name" label="Họ và tên" hint="Như trên giấy tờ." />
    </Form>,
  )
  expect(html).toContain('<label class="field__label" for="f-name">Họ và tên</label>')
  expect(html).toContain('aria-describedby="f-name-hint f-name-error"')
  expect(html).toContain('aria-invalid="true"')
  expect(html).toContain('id="f-name-hint"')
  expect(html).toMatch(/id="f-name-error"><span class="visually-hidden">Lỗi: <\/span>Hãy viết họ và tên\./)
  expect(html).toContain('value="&lt;b&gt;An&lt;/b&gt;"')
})

it('has no error or description where all is well', () => {
  const html = renderHtml(
    <Form state={blankForm({ name: 'An' })}>
      <Field name="name" label="Họ và tên" />
    </Form>,
  )
  expect(html).not.toMatch(/aria-|field--wrong/)
  expect(html).toContain('value="An"')
})

it('never fills a password again', () => {
  const html = renderHtml(
    <Form state={blankForm({ password: 'bí mật' })}>
      <Field name="password" type="password" label="Mật khẩu" />
    </Form>,
  )
  expect(html).not.toContain('bí mật')
})

it('ticks the chosen answers only', () => {
  const options = ['x', 'y', 'z'].map((value) => ({ value, label: value }))
  const html = renderHtml(
    <Form state={failed}>
      <Checkboxes name="papers" label="Giấy tờ" options={options} />
      <Radios
        name="kind"
        label="Loại"
        options={[
          { value: 'a', label: 'A' },
          { value: 'b', label: 'B' },
        ]}
      />
      <Select
        name="kind"
        id="again"
        label="Loại"
        options={[
          { value: 'a', label: 'A' },
          { value: 'b', label: 'B' },
        ]}
      />
    </Form>,
  )
  expect([...html.matchAll(/value="(\w)" checked/g)].map(([, value]) => value)).toEqual(['x', 'z', 'b'])
  expect(html).toMatch(/<option[^>]*selected[^>]*value="b"|<option[^>]*value="b"[^>]*selected/)
  expect(html).not.toMatch(/<option[^>]*selected[^>]*value="a"|<option[^>]*value="a"[^>]*selected/)
})

it('leads from the summary to the first box of a date', () => {
  const html = renderHtml(
    <>
      <ErrorSummary state={failed} />
      <Form state={failed}>
        <DateField name="born" label="Ngày sinh" />
      </Form>
    </>,
  )
  expect(html).toContain('Có 2 chỗ cần sửa')
  expect(html).toContain('<a href="#f-born">Không có ngày này.</a>')
  expect(html).toMatch(/<input[^>]*id="f-born"[^>]*name="born\.day"[^>]*value="31"/)
  expect(html).toContain('<fieldset class="field field--wrong" aria-describedby="f-born-error">')
})

it('says nothing at the top when all is well, and does not link an error of no field', () => {
  expect(renderHtml(<ErrorSummary state={blankForm()} />)).toBe('')
  const html = renderHtml(<ErrorSummary state={failedForm({}, { _: 'Hệ thống đang bảo trì.' })} />)
  expect(html).toContain('<li>Hệ thống đang bảo trì.</li>')
})

it('announces kinds and size of files where they are chosen', () => {
  const html = renderHtml(<FileSlot name="form" label="Đơn" maxBytes={1.5 * 1024 ** 2} accept={['pdf', 'docx']} />)
  expect(html).toContain('Một tệp PDF hoặc DOCX, không quá 1,5 MB.')
  expect(html).toMatch(/<input[^>]*aria-describedby="f-form-hint"/)
})

it('speaks the language of the page', () => {
  const html = renderHtml(
    <LanguageContext.Provider value="en">
      <Field name="note" label="Note" optional />
    </LanguageContext.Provider>,
  )
  expect(html).toContain('(optional)')
})
