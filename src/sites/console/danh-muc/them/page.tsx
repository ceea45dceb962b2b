/** A new procedure: its code and name; the rest is written in its draft. */
import { addProcedure, catalogueLabels, SERVED_BY } from '#modules/catalogue/index.ts'
import { attempt, fieldErrors } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { words } from '#platform/language.ts'
import { Button, blankForm, Checkbox, ErrorSummary, Field, Form, type FormState, hasErrors, Select } from '#ui/index.ts'
import { consolePage } from '../../layout.tsx'
import { catalogueHref, crumbs } from '../procedure.ts'

export const routes: Route[] = [
  {
    method: 'GET',
    url: '/danh-muc/them',
    permission: 'catalogue.edit',
    handle: (request) => page(request, blankForm({ servedBy: 'PROVINCE' })),
  },
  { method: 'POST', url: '/danh-muc/them', permission: 'catalogue.edit', handle: send },
]

async function send(request: PageRequest): Promise<Reply> {
  const { services, viewer, form, language } = request
  const done = await attempt(() => services.perform(viewer.actor, addProcedure, form))
  if (!done.ok) return page(request, { values: form, errors: fieldErrors(done.error, language) })
  return redirect(catalogueHref(done.value.code, '/soan'), copy(language).added)
}

function page(request: PageRequest, state: FormState): Promise<Reply> {
  const { language } = request
  const text = copy(language)
  const labels = catalogueLabels(language)
  return consolePage(
    request,
    { title: text.title, breadcrumbs: crumbs(language), hasErrors: hasErrors(state), status: hasErrors(state) ? 422 : 200 },
    <>
      <ErrorSummary state={state} />
      <h1>{text.title}</h1>
      <Form state={state}>
        <Field name="nationalCode" label={text.code} hint={text.codeHint} width="medium" code />
        <Field name="name" type="textarea" rows={2} label={text.name} />
        <Select
          name="servedBy"
          label={text.servedBy}
          hint={text.servedByHint}
          blank={false}
          options={SERVED_BY.map((value) => ({ value, label: labels.servedBy[value] }))}
        />
        <Checkbox name="isInternal" label={text.internal} />
        <Checkbox name="isNonTerritorial" label={text.nonTerritorial} />
        <Button look="primary">{text.add}</Button>
      </Form>
    </>,
  )
}

const copy = words({
  vi: {
    title: 'Thêm thủ tục',
    code: 'Mã quốc gia',
    codeHint: 'Một chữ số, dấu chấm, sáu chữ số. Ví dụ: 1.004628.',
    name: 'Tên thủ tục',
    servedBy: 'Hồ sơ do hệ thống nào tiếp nhận',
    servedByHint:
      'Hệ thống của tỉnh chỉ tiếp nhận thủ tục chưa có trên hệ thống của bộ và Cổng Dịch vụ công quốc gia (NĐ 224/2026 Điều 15).',
    internal: 'Thủ tục nội bộ giữa các cơ quan, không hiện cho người dân',
    nonTerritorial: 'Tiếp nhận không phụ thuộc nơi cư trú',
    add: 'Thêm và soạn nội dung',
    added: 'Đã thêm thủ tục. Hãy soạn nội dung rồi công khai.',
  },
  en: {
    title: 'Add a procedure',
    code: 'National code',
    codeHint: 'One digit, a dot, six digits. Example: 1.004628.',
    name: 'Name',
    servedBy: 'Which system receives its dossiers',
    servedByHint: 'The province receives only what no ministry system and not the national portal receives (Decree 224/2026 art. 15).',
    internal: 'Between agencies only, not shown to citizens',
    nonTerritorial: 'Received wherever people live',
    add: 'Add and write its content',
    added: 'Added. Write its content, then publish it.',
  },
})
