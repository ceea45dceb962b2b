/** A procedure for its administrators: what is in force, its versions, who receives it, its guides, and what can be done. */
import {
  addGuidance,
  catalogueLabels,
  closeProcedure,
  type Guidance,
  getVersion,
  guidanceOf,
  type Offer,
  offersOf,
  removeGuidance,
  reopenProcedure,
  startDraft,
  type VersionSummary,
  versionsOf,
} from '#modules/catalogue/index.ts'
import { attempt, fieldErrors, one } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import type { Language } from '#platform/language.ts'
import { formatDate, localDate } from '#platform/text/dates.ts'
import {
  Button,
  ButtonRow,
  blankForm,
  type Column,
  DefinitionList,
  Details,
  ErrorSummary,
  Field,
  Form,
  type FormState,
  hasErrors,
  PageHead,
  Panel,
  Select,
  Table,
  Tag,
} from '#ui/index.ts'
import { consolePage } from '../../layout.tsx'
import { FindingsList } from '../findings-list.tsx'
import { catalogueHref, crumbs, procedureOf } from '../procedure.ts'
import { publicationTimeliness, type Timeliness } from '../timeliness.ts'
import { copy } from './words.ts'

export const routes: Route[] = [
  { method: 'GET', url: '/danh-muc/:code', permission: 'catalogue.read', handle: (request) => page(request, blankForm()) },
  { method: 'POST', url: '/danh-muc/:code/ban-moi', permission: 'catalogue.edit', handle: newDraft },
  { method: 'POST', url: '/danh-muc/:code/dong', permission: 'catalogue.publish', handle: close },
  { method: 'POST', url: '/danh-muc/:code/mo-lai', permission: 'catalogue.publish', handle: reopen },
  { method: 'POST', url: '/danh-muc/:code/huong-dan', permission: 'catalogue.edit', handle: guide },
]

const PLACES_SHOWN = 5

async function page(request: PageRequest, state: FormState): Promise<Reply> {
  const { services, language, viewer, now } = request
  const { database } = services
  const text = copy(language)
  const labels = catalogueLabels(language)
  const procedure = await procedureOf(request)
  const versions = await versionsOf(database, procedure.id)
  const newest = versions[0] && (await getVersion(database, versions[0].id))
  const [offers, guidance, inTime] = await Promise.all([
    offersOf(database, procedure.id, localDate(now)),
    guidanceOf(database, procedure.id),
    publicationTimeliness(database, newest?.levels.every((level) => level === 'ministry') ?? false),
  ])
  const hasDraft = newest?.status === 'draft'
  const isOpen = procedure.status === 'active'
  const mayEdit = viewer.holds('catalogue.edit')
  const mayPublish = viewer.holds('catalogue.publish')
  return consolePage(
    request,
    {
      title: newest?.name ?? procedure.code,
      breadcrumbs: crumbs(language),
      hasErrors: hasErrors(state),
      status: hasErrors(state) ? 422 : 200,
    },
    <>
      <ErrorSummary state={state} />
      <PageHead
        kicker={<span class="code">{procedure.code}</span>}
        title={newest?.name ?? procedure.code}
        state={<Tag tone={isOpen ? 'ok' : 'paused'}>{isOpen ? text.active : labels.state.closed}</Tag>}
        facts={newest?.field?.name}
        actions={
          <ButtonRow>
            {isOpen && !hasDraft && mayEdit && (
              <Form action={catalogueHref(procedure.code, '/ban-moi')} label={text.newDraft}>
                <Button look="primary">{text.newDraft}</Button>
              </Form>
            )}
            {isOpen && hasDraft && mayPublish && (
              <Button look="primary" href={catalogueHref(procedure.code, '/cong-khai')}>
                {text.publish}
              </Button>
            )}
            {isOpen && hasDraft && mayEdit && <Button href={catalogueHref(procedure.code, '/soan')}>{text.write}</Button>}
            {versions.some(({ status }) => status === 'published') && isOpen && !procedure.isInternal && (
              <Button href={`/thu-tuc/${encodeURIComponent(procedure.code)}`}>{text.seePublic}</Button>
            )}
          </ButtonRow>
        }
      />
      {procedure.closedReason && <p>{text.closedBecause(procedure.closedReason)}</p>}
      {hasDraft && newest.findings.length > 0 && (
        <Panel id="dang-ngo" title={text.findings} tone="near" boxed>
          <FindingsList findings={newest.findings} language={language} />
        </Panel>
      )}
      <DefinitionList
        rows={[
          { term: text.servedBy, value: labels.servedBy[procedure.servedBy] },
          { term: text.localCodes, value: procedure.localCodes.join(', ') },
          {
            term: text.flags,
            value: [procedure.isInternal && text.internal, procedure.isNonTerritorial && text.nonTerritorial].filter(Boolean).join(', '),
          },
        ]}
      />
      <Panel id="cac-ban" title={text.versions}>
        <Table
          caption={text.versions}
          hideCaption
          columns={versionColumns(procedure.code, inTime, language)}
          rows={versions}
          rowKey={({ id }) => String(id)}
          empty={<p>{text.noVersion}</p>}
        />
      </Panel>
      <Panel
        id="noi-tiep-nhan"
        title={text.offers}
        actions={
          viewer.holds('catalogue.edit-offers') && (
            <Button small href={catalogueHref(procedure.code, '/noi-tiep-nhan')}>
              {text.editOffers}
            </Button>
          )
        }
      >
        <Offers offers={offers} language={language} />
      </Panel>
      <Panel id="huong-dan" title={text.guidance}>
        <GuidanceEditor code={procedure.code} guidance={guidance} state={state} mayEdit={mayEdit} language={language} />
      </Panel>
      {mayPublish && (
        <Panel id="dong" title={isOpen ? text.closeTitle : text.reopenTitle}>
          {isOpen ? (
            <Form action={catalogueHref(procedure.code, '/dong')} state={state} label={text.closeTitle}>
              <p>{text.closeHelp}</p>
              <Field name="reason" label={text.reason} hint={text.reasonHint} />
              <Button look="danger">{text.close}</Button>
            </Form>
          ) : (
            <Form action={catalogueHref(procedure.code, '/mo-lai')} label={text.reopenTitle}>
              <Button>{text.reopen}</Button>
            </Form>
          )}
        </Panel>
      )}
    </>,
  )
}

function versionColumns(code: string, inTime: (version: VersionSummary) => Timeliness, language: Language): Column<VersionSummary>[] {
  const text = copy(language)
  return [
    {
      key: 'number',
      head: text.number,
      cell: ({ number }) => <a href={catalogueHref(code, `/ban/${number}`)}>{text.version(number)}</a>,
      nowrap: true,
    },
    {
      key: 'status',
      head: text.status,
      cell: ({ status }) => (
        <Tag tone={status === 'published' ? 'ok' : 'neutral'}>{status === 'published' ? text.published : text.draft}</Tag>
      ),
    },
    {
      key: 'days',
      head: text.inForce,
      cell: ({ status, validFrom, validBefore }) =>
        status === 'draft' ? '' : text.days(formatDate(validFrom), validBefore ? formatDate(validBefore) : undefined),
    },
    {
      key: 'decision',
      head: text.decision,
      cell: ({ decisionNumber, decisionDate }) => [decisionNumber, decisionDate && formatDate(decisionDate)].filter(Boolean).join(', '),
    },
    { key: 'publishedOn', head: text.publishedOn, cell: ({ publishedOn }) => publishedOn && formatDate(publishedOn), nowrap: true },
    {
      key: 'inTime',
      head: text.inTime,
      cell: (version) => {
        if (version.status === 'draft') return ''
        const { announced, published } = inTime(version)
        const late = [announced === 'late' && text.announcedLate, published === 'late' && text.publishedLate].filter((one) => one !== false)
        if (late.length > 0)
          return late.map((sentence) => (
            <Tag key={sentence} tone="late" shape="square">
              {sentence}
            </Tag>
          ))
        return published === 'unknown' ? (
          <span class="muted">{text.unknownTime}</span>
        ) : (
          <Tag tone="ok" shape="circle">
            {text.onTime}
          </Tag>
        )
      },
    },
  ]
}

function Offers({ offers, language }: { offers: Offer[]; language: Language }) {
  const text = copy(language)
  const labels = catalogueLabels(language)
  const columns: Column<Offer>[] = [
    { key: 'receiving', head: text.receiving, cell: ({ receivingUnitName }) => receivingUnitName },
    { key: 'settling', head: text.settling, cell: ({ settlingUnitName }) => settlingUnitName },
    { key: 'channels', head: text.channels, cell: ({ channels }) => channels.map((channel) => labels.channel[channel]).join(', ') },
    { key: 'from', head: text.from, cell: ({ validFrom }) => formatDate(validFrom), nowrap: true },
  ]
  const table = (
    <Table
      caption={text.offers}
      hideCaption
      dense
      columns={columns}
      rows={offers}
      rowKey={({ id }) => String(id)}
      empty={<p>{text.noOffer}</p>}
    />
  )
  return offers.length > PLACES_SHOWN ? <Details summary={text.manyOffers(offers.length)}>{table}</Details> : table
}

function GuidanceEditor({
  code,
  guidance,
  state,
  mayEdit,
  language,
}: {
  code: string
  guidance: Guidance[]
  state: FormState
  mayEdit: boolean
  language: Language
}) {
  const text = copy(language)
  const labels = catalogueLabels(language)
  return (
    <>
      {guidance.length === 0 && <p class="muted">{text.noGuidance}</p>}
      {guidance.map((item) => (
        <Form key={item.id} action={catalogueHref(code, '/huong-dan')} hidden={{ guidanceId: String(item.id) }} label={item.name}>
          <p>
            {labels.guidance[item.kind]}: {item.url ? <a href={item.url}>{item.name}</a> : item.name}{' '}
            {mayEdit && (
              <Button small look="link" name="_action" value="remove">
                {text.removeGuidance}
              </Button>
            )}
          </p>
        </Form>
      ))}
      {mayEdit && (
        <Details summary={text.addGuidance} open={hasErrors(state) && 'kind' in state.values}>
          <Form action={catalogueHref(code, '/huong-dan')} state={state} label={text.addGuidance}>
            <Select
              name="kind"
              label={text.guidanceKind}
              blank={false}
              options={(['sample', 'guide', 'video'] as const).map((value) => ({ value, label: labels.guidance[value] }))}
            />
            <Field name="name" label={text.guidanceName} />
            <Field name="url" type="url" label={text.url} hint={text.urlHint} optional />
            <Field name="content" type="textarea" label={text.content} optional />
            <Button name="_action" value="add">
              {text.addGuidance}
            </Button>
          </Form>
        </Details>
      )}
    </>
  )
}

async function newDraft(request: PageRequest): Promise<Reply> {
  const procedure = await procedureOf(request)
  await request.services.perform(request.viewer.actor, startDraft, { procedureId: procedure.id })
  return redirect(catalogueHref(procedure.code, '/soan'))
}

async function close(request: PageRequest): Promise<Reply> {
  const { services, viewer, form, language } = request
  const procedure = await procedureOf(request)
  const done = await attempt(() => services.perform(viewer.actor, closeProcedure, { procedureId: procedure.id, reason: one(form.reason) }))
  if (!done.ok) return page(request, { values: form, errors: fieldErrors(done.error, language) })
  return redirect(catalogueHref(procedure.code), copy(language).closed)
}

async function reopen(request: PageRequest): Promise<Reply> {
  const procedure = await procedureOf(request)
  await request.services.perform(request.viewer.actor, reopenProcedure, { procedureId: procedure.id })
  return redirect(catalogueHref(procedure.code), copy(request.language).reopened)
}

async function guide(request: PageRequest): Promise<Reply> {
  const { services, viewer, form, language } = request
  const procedure = await procedureOf(request)
  const done = await attempt(async () => {
    if (one(form._action) === 'remove') await services.perform(viewer.actor, removeGuidance, { guidanceId: one(form.guidanceId) })
    else await services.perform(viewer.actor, addGuidance, { ...form, procedureId: procedure.id })
  })
  if (!done.ok) return page(request, { values: form, errors: fieldErrors(done.error, language) })
  return redirect(catalogueHref(procedure.code), copy(language).guidanceSaved)
}
