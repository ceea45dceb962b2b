/** Mã truy cập của đối tác: tokens limited to rights within a unit; a new one is shown once. */
import { listTokens, makeToken, permittedUnitPaths, revokeToken, type TokenLine } from '#modules/identity/index.ts'
import { attempt, fieldErrors, one } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { allRights } from '#platform/rights.ts'
import { formatDate, formatMoment } from '#platform/text/dates.ts'
import {
  Button,
  blankForm,
  Checkboxes,
  ErrorSummary,
  Field,
  FieldRow,
  Flash,
  Form,
  type FormState,
  failedForm,
  hasErrors,
  PageHead,
  Panel,
  Select,
  Table,
  Tag,
} from '#ui/index.ts'
import { consolePage } from '../layout.tsx'
import { unitChoices } from '../unit-choices.ts'
import { tokenWords } from './words.ts'

const RIGHT = 'identity.manage-tokens'

export const routes: Route[] = [
  { method: 'GET', url: '/ma-truy-cap', permission: RIGHT, handle: (request) => page(request, blankForm()) },
  { method: 'POST', url: '/ma-truy-cap', permission: RIGHT, handle: make },
  { method: 'POST', url: '/ma-truy-cap/thu-hoi', permission: RIGHT, handle: revoke },
]

async function make(request: PageRequest): Promise<Reply> {
  const { services, viewer, form, language } = request
  const text = tokenWords(language)
  const made = await attempt(() => services.perform(viewer.actor, makeToken, form))
  if (!made.ok) return page(request, failedForm(form, fieldErrors(made.error, language)), made.error.status)
  return consolePage(
    request,
    { title: text.madeTitle },
    <>
      <h1>{text.madeTitle}</h1>
      <Flash tone="warning" title={text.once} />
      <p>
        <code>{made.value.token}</code>
      </p>
      <Button look="primary" href="/ma-truy-cap">
        {text.back}
      </Button>
    </>,
  )
}

async function revoke({ services, viewer, form, language }: PageRequest): Promise<Reply> {
  await services.perform(viewer.actor, revokeToken, { tokenId: one(form.tokenId) })
  return redirect('/ma-truy-cap', tokenWords(language).revoked)
}

async function page(request: PageRequest, state: FormState, status = 200): Promise<Reply> {
  const { services, viewer, language, now } = request
  const text = tokenWords(language)
  const paths = await permittedUnitPaths(services.database, viewer.actor, RIGHT, now)
  const tokens = await listTokens(services.database, paths)
  return consolePage(
    request,
    { title: text.title, hasErrors: hasErrors(state), status },
    <>
      <ErrorSummary state={state} />
      <PageHead title={text.title} />
      <Tokens rows={tokens} now={now} language={language} />
      <Panel id="moi" title={text.new} boxed>
        <Form state={state}>
          <FieldRow>
            <Field name="partnerCode" label={text.partnerCode} hint={text.partnerCodeHint} width="medium" code />
            <Field name="partnerName" label={text.partnerName} hint={text.partnerNameHint} width="long" optional />
          </FieldRow>
          <Select name="unitId" label={text.unit} hint={text.unitHint} options={await unitChoices(request, RIGHT)} />
          <Field name="lastDay" type="date" label={text.lastDay} hint={text.lastDayHint} optional />
          <Checkboxes
            name="rights"
            label={text.rights}
            hint={text.rightsHint}
            options={allRights().map(([name, words]) => ({ value: name, label: words[language], hint: <code>{name}</code> }))}
          />
          <Button look="primary">{text.make}</Button>
        </Form>
      </Panel>
    </>,
  )
}

const Tokens = ({ rows, now, language }: { rows: TokenLine[]; now: Date; language: PageRequest['language'] }) => {
  const text = tokenWords(language)
  const isOver = (row: TokenLine) => row.revokedAt !== null || (row.expiresAt !== null && row.expiresAt <= now)
  return (
    <Table
      caption={text.title}
      hideCaption
      dense
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: 'partner', head: text.partner, cell: (row) => `${row.partnerName} (${row.partnerCode})` },
        { key: 'hint', head: text.token, cell: (row) => <code>{row.hint}…</code>, nowrap: true },
        { key: 'unit', head: text.unit, cell: (row) => row.unitName },
        { key: 'rights', head: text.rights, cell: (row) => row.rights.join(', '), width: 'wide' },
        { key: 'used', head: text.lastUsed, cell: (row) => (row.lastUsedAt ? formatMoment(row.lastUsedAt) : text.never) },
        { key: 'until', head: text.lastDay, cell: (row) => (row.expiresAt ? formatDate(row.expiresAt) : '–') },
        {
          key: 'state',
          head: text.state,
          cell: (row) =>
            isOver(row) ? (
              <Tag tone="paused" shape="square">
                {row.revokedAt ? text.wasRevoked : text.over}
              </Tag>
            ) : (
              <Form action="/ma-truy-cap/thu-hoi" hidden={{ tokenId: String(row.id) }}>
                <Button small confirm={text.revoke}>
                  {text.revoke}
                </Button>
              </Form>
            ),
        },
      ]}
      empty={<p class="muted">{text.none}</p>}
    />
  )
}
