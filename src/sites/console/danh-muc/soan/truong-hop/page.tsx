/** Writing one case of a draft: ways of filing with limits, fees, papers. */
import {
  CHANNELS,
  COUNT_MODES,
  catalogueLabels,
  contentOf,
  FEE_KINDS,
  FEE_MOMENTS,
  LIMIT_UNITS,
  saveDraft,
} from '#modules/catalogue/index.ts'
import { commonErrors } from '#platform/errors.ts'
import { attempt, fieldErrors, one } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import {
  Button,
  ButtonRow,
  blankForm,
  Checkbox,
  Details,
  ErrorSummary,
  Field,
  FieldRow,
  Form,
  type FormState,
  hasErrors,
  MoneyField,
  PageHead,
  Panel,
  pressFormButton,
  RepeatingGroup,
  Select,
} from '#ui/index.ts'
import { consolePage } from '../../../layout.tsx'
import { catalogueHref, crumbs, draftOf, findDraftOf, procedureOf } from '../../procedure.ts'
import { blankCase, caseErrors, caseFrom, caseValues, chosenChannels } from '../case-form.ts'
import { copy } from './words.ts'

export const routes: Route[] = [
  { method: 'GET', url: '/danh-muc/:code/soan/truong-hop/:position', permission: 'catalogue.edit', handle: show },
  { method: 'POST', url: '/danh-muc/:code/soan/truong-hop/:position', permission: 'catalogue.edit', handle: send },
]

const MOST_PAPERS = 100
const MOST_FEES = 60

async function show(request: PageRequest): Promise<Reply> {
  const procedure = await procedureOf(request)
  const draft = await findDraftOf(request, procedure)
  if (!draft) return redirect(catalogueHref(procedure.code))
  const { cases } = contentOf(draft)
  const index = indexOf(request, cases.length)
  return page(
    request,
    { index, versionId: draft.id, isNew: index === cases.length, isOnly: cases.length === 1 },
    blankForm(caseValues(cases[index] ?? blankCase(procedure.code, index + 1))),
  )
}

/** Position of the address, from 1; one past the last is a new case. */
function indexOf({ params }: PageRequest, cases: number): number {
  const position = Number(params.position)
  return Number.isInteger(position) && position >= 1 && position <= cases + 1 ? position - 1 : commonErrors.fail('record.not-found')
}

async function send(request: PageRequest): Promise<Reply> {
  const { services, viewer, form, language } = request
  const text = copy(language)
  const procedure = await procedureOf(request)
  const draft = await draftOf(request, procedure)
  const content = contentOf(draft)
  const index = indexOf(request, content.cases.length)
  const place = { index, versionId: Number(one(form.versionId)), isNew: index === content.cases.length, isOnly: content.cases.length === 1 }
  const again = pressFormButton(form)
  if (again) return page(request, place, blankForm(again))
  const isRemoval = one(form._action) === 'remove'
  const cases = [...content.cases.slice(0, index), ...(isRemoval ? [] : [caseFrom(form)]), ...content.cases.slice(index + 1)]
  const done = await attempt(() =>
    services.perform(viewer.actor, saveDraft, { versionId: place.versionId, content: { ...content, cases } }),
  )
  if (!done.ok)
    return page(request, place, { values: form, errors: caseErrors(fieldErrors(done.error, language), index, chosenChannels(form)) })
  return redirect(catalogueHref(procedure.code, '/soan'), isRemoval ? text.removed : text.saved)
}

interface Place {
  index: number
  versionId: number
  isNew: boolean
  isOnly: boolean
}

async function page(request: PageRequest, { versionId, isNew, isOnly }: Place, state: FormState): Promise<Reply> {
  const { language } = request
  const text = copy(language)
  const labels = catalogueLabels(language)
  const { code } = await procedureOf(request)
  const title = isNew ? text.newTitle : text.title
  return consolePage(
    request,
    {
      title,
      breadcrumbs: [...crumbs(language, code), { label: text.draft, href: catalogueHref(code, '/soan') }],
      hasErrors: hasErrors(state),
      status: hasErrors(state) ? 422 : 200,
    },
    <>
      <ErrorSummary state={state} />
      <PageHead title={title} kicker={<span class="code">{code}</span>} />
      <Form state={state} hidden={{ versionId: String(versionId) }} defaultAction="save" label={title}>
        <Field name="name" label={text.name} hint={text.nameHint} />
        <Field name="code" label={text.code} width="medium" code />
        {CHANNELS.map((channel) => (
          <Panel key={channel} id={channel} title={labels.channel[channel]} boxed>
            <Checkbox name={`${channel}.on`} label={text.offered(labels.channel[channel].toLocaleLowerCase('vi'))} />
            <FieldRow>
              <Field name={`${channel}.limitAmount`} label={text.limit} width="short" inputMode="decimal" />
              <Select
                name={`${channel}.limitUnit`}
                label={text.unit}
                width="medium"
                options={LIMIT_UNITS.map((value) => ({ value, label: labels.limitUnit[value] }))}
              />
            </FieldRow>
            <Details summary={text.more}>
              <Select
                name={`${channel}.countMode`}
                label={text.countMode}
                blank={text.usual}
                options={COUNT_MODES.map((value) => ({ value, label: labels.countMode[value] }))}
              />
              <Field name={`${channel}.cutoff`} label={text.cutoff} hint={text.cutoffHint} width="short" code optional />
              <Checkbox name={`${channel}.hasLastHourRule`} label={text.lastHour} />
              <Field name={`${channel}.limitText`} type="textarea" rows={2} label={text.limitText} optional />
              <Field name={`${channel}.note`} type="textarea" rows={2} label={text.note} optional />
            </Details>
          </Panel>
        ))}
        <RepeatingGroup name="fees" label={text.fees} noun={text.fee} least={0} most={MOST_FEES}>
          {(item) => (
            <>
              <FieldRow>
                <Select
                  name={`${item}.kind`}
                  label={text.feeKind}
                  blank={false}
                  width="short"
                  options={FEE_KINDS.map((value) => ({ value, label: labels.feeKind[value] }))}
                />
                <Select
                  name={`${item}.channel`}
                  label={text.feeChannel}
                  blank={text.everyChannel}
                  width="medium"
                  options={CHANNELS.map((value) => ({ value, label: labels.channel[value] }))}
                />
              </FieldRow>
              <Field name={`${item}.name`} label={text.feeName} />
              <FieldRow>
                <MoneyField name={`${item}.amount`} label={text.amount} hint={text.amountHint} />
                <Field name={`${item}.per`} label={text.per} width="medium" optional />
              </FieldRow>
              <Details summary={text.more}>
                <Field name={`${item}.condition`} label={text.condition} optional />
                <MoneyField name={`${item}.cap`} label={text.cap} optional />
                <Select
                  name={`${item}.moment`}
                  label={text.moment}
                  blank={false}
                  options={FEE_MOMENTS.map((value) => ({ value, label: labels.feeMoment[value] }))}
                />
                <Field name={`${item}.text`} label={text.feeText} optional />
              </Details>
            </>
          )}
        </RepeatingGroup>
        <RepeatingGroup name="components" label={text.papers} noun={text.paper} least={0} most={MOST_PAPERS}>
          {(item) => (
            <>
              <Field name={`${item}.name`} type="textarea" rows={2} label={text.paperName} />
              <FieldRow>
                <Field name={`${item}.originals`} type="number" label={text.originals} width="short" />
                <Field name={`${item}.copies`} type="number" label={text.copies} width="short" />
                <Select
                  name={`${item}.kind`}
                  label={text.kind}
                  blank={false}
                  width="medium"
                  options={[
                    { value: 'paper', label: text.isPaper },
                    { value: 'note', label: text.isNote },
                  ]}
                />
              </FieldRow>
              <Checkbox name={`${item}.isRequired`} label={text.required} />
              <Checkbox name={`${item}.isPresentedOnly`} label={text.presented} />
              <Details summary={text.more}>
                <Field name={`${item}.formName`} label={text.formName} optional />
                <Field name={`${item}.formFile`} label={text.formFile} optional />
                <Field name={`${item}.groupName`} label={text.group} optional />
                <Field name={`${item}.code`} label={text.paperCode} width="medium" code optional />
              </Details>
            </>
          )}
        </RepeatingGroup>
        <ButtonRow>
          <Button look="primary" name="_action" value="save">
            {text.save}
          </Button>
          {!isNew && !isOnly && (
            <Button look="danger" name="_action" value="remove">
              {text.remove}
            </Button>
          )}
        </ButtonRow>
      </Form>
    </>,
  )
}
