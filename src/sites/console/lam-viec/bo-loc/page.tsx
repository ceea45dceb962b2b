/** Bộ lọc đã lưu: an officer's own filters of the work list, and those an administrator makes for everybody of a role. */
import { stepKindWords } from '#modules/dossier/index.ts'
import { listRoles } from '#modules/identity/index.ts'
import { nearDueHours } from '#modules/organization/index.ts'
import {
  countedViews,
  deleteSharedView,
  deleteView,
  type InboxView,
  MAX_OWN_VIEWS,
  MAX_ROLE_VIEWS,
  saveView,
  sharedViews,
  shareView,
  unitsOfInbox,
} from '#modules/workflow/index.ts'
import { commonErrors } from '#platform/errors.ts'
import { attempt, fieldErrors, one } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import {
  Button,
  blankForm,
  ErrorSummary,
  Field,
  FieldRow,
  Form,
  type FormState,
  failedForm,
  hasErrors,
  Panel,
  Select,
  Table,
} from '#ui/index.ts'
import { roleChoices } from '../../can-bo/officer-page.ts'
import { consolePage } from '../../layout.tsx'
import { nearUntil } from '../../near.ts'
import { unitChoices } from '../../unit-choices.ts'
import { inboxHref, KINDS, LISTS, STANDINGS } from '../filters.ts'
import { copy as workWords } from '../words.ts'
import { copy } from './words.ts'

const URL = '/lam-viec/bo-loc'
const SHARE = 'workflow.share-view'

export const routes: Route[] = [
  { method: 'GET', url: URL, permission: 'signed-in', handle: show },
  { method: 'POST', url: URL, permission: 'signed-in', handle: save },
  { method: 'POST', url: `${URL}/bo`, permission: 'signed-in', handle: remove },
]

/** The filter that stands in the address is offered to be saved. */
function show(request: PageRequest): Promise<Reply> {
  const { ds = '', han = '', buoc, q, dv } = request.query
  return page(request, blankForm({ list: LISTS[ds] ?? 'mine', standing: STANDINGS[han], kind: buoc, text: q, unitId: dv }))
}

async function save(request: PageRequest): Promise<Reply> {
  const { services, viewer, form, language } = request
  const isShared = one(form.roleId) !== ''
  const saved = await attempt(() => services.perform(viewer.actor, isShared ? shareView : saveView, form))
  if (saved.ok) return redirect(URL, copy(language).saved)
  return page(request, failedForm(form, fieldErrors(saved.error, language)), saved.error.status)
}

async function remove({ services, viewer, form, language }: PageRequest): Promise<Reply> {
  await services.perform(viewer.actor, one(form.shared) === 'true' ? deleteSharedView : deleteView, { viewId: one(form.viewId) })
  return redirect(URL, copy(language).removed)
}

async function page(request: PageRequest, state: FormState, status = 200): Promise<Reply> {
  const { services, viewer, language, now } = request
  const { database } = services
  if (viewer.actor.kind !== 'officer') return commonErrors.fail('access.sign-in')
  const text = { ...workWords(language), ...copy(language) }
  const mayShare = viewer.holds(SHARE)
  const kinds = stepKindWords(language)
  const own = await countedViews(database, viewer.actor.id, now, await nearUntil(database, now))
  const hours = await nearDueHours(database)
  const units = await unitsOfInbox(database, viewer.actor.id, now)
  return consolePage(
    request,
    {
      title: text.title,
      hasErrors: hasErrors(state),
      status,
      breadcrumbs: [{ label: text.mine, href: '/lam-viec' }, { label: text.title }],
    },
    <>
      <ErrorSummary state={state} />
      <h1>{text.title}</h1>
      <p>{text.intro(MAX_OWN_VIEWS)}</p>
      <Panel id="moi" title={text.new} boxed>
        <Form state={state} label={text.new}>
          <Field name="name" label={text.name} hint={text.nameHint} width="medium" />
          <FieldRow>
            <Select
              name="list"
              label={text.lists}
              blank={false}
              options={[
                { value: 'mine', label: text.mine },
                { value: 'waiting', label: text.waiting },
                { value: 'all', label: text.all },
              ]}
            />
            <Select
              name="standing"
              label={text.standing}
              blank={text.anyStanding}
              options={Object.entries(STANDINGS).map(([key, value]) => ({
                value: value ?? '',
                label: key === 'sap-den' ? text.dueWithin(hours) : text[key as 'qua-han'],
              }))}
              optional
            />
            <Select
              name="kind"
              label={text.kind}
              blank={text.anyKind}
              options={KINDS.map((value) => ({ value, label: kinds[value] }))}
              optional
            />
          </FieldRow>
          <FieldRow>
            <Field name="text" label={text.words} hint={text.textHint} optional />
            <Select
              name="unitId"
              label={text.unit}
              blank={text.anyUnit}
              options={mayShare ? await unitChoices(request) : units.map(({ id, name }) => ({ value: String(id), label: name }))}
              optional
            />
          </FieldRow>
          {mayShare && (
            <Select
              name="roleId"
              label={text.role}
              hint={text.roleHint(MAX_ROLE_VIEWS)}
              blank={text.onlyMe}
              options={roleChoices(await listRoles(database), language)}
              optional
            />
          )}
          <Button look="primary">{text.save}</Button>
        </Form>
      </Panel>
      <Panel id="cua-toi" title={text.own}>
        <Views rows={own} text={text} isShared={false} />
      </Panel>
      {mayShare && (
        <Panel id="dung-chung" title={text.shared}>
          <Views rows={await sharedViews(database)} text={text} isShared />
        </Panel>
      )}
    </>,
  )
}

type Text = ReturnType<typeof workWords> & ReturnType<typeof copy>

const Views = ({ rows, text, isShared }: { rows: (InboxView & { count?: number })[]; text: Text; isShared: boolean }) => (
  <Table
    caption={isShared ? text.shared : text.own}
    hideCaption
    dense
    rows={rows}
    rowKey={({ id }) => id}
    columns={[
      { key: 'name', head: text.name, cell: (view) => <a href={inboxHref(view)}>{view.name}</a> },
      { key: 'role', head: text.role, cell: ({ roleName }) => roleName ?? text.onlyMe },
      ...(isShared ? [] : [{ key: 'count', head: text.fits, align: 'end' as const, cell: ({ count }: { count?: number }) => count }]),
      {
        key: 'remove',
        head: text.remove,
        cell: ({ id, roleId }) =>
          isShared === (roleId !== undefined) && (
            <Form action={`${URL}/bo`} hidden={{ viewId: String(id), shared: String(isShared) }}>
              <Button small>{text.remove}</Button>
            </Form>
          ),
      },
    ]}
    empty={<p class="muted">{text.none}</p>}
  />
)
