/** Một đơn vị: what it is, what it was, what stands below it, its counters and who holds roles there. */
import { holdsAt, staffOf } from '#modules/identity/index.ts'
import {
  areaLabel,
  countersOf,
  findUnit,
  getUnit,
  isOpenOn,
  type Unit,
  unitKindWords,
  unitPast,
  unitsBelow,
} from '#modules/organization/index.ts'
import type { PageRequest, Reply, Route } from '#platform/http/route.ts'
import { formatDate, localDate } from '#platform/text/dates.ts'
import { Button, ButtonRow, DefinitionList, PageHead, Panel, Table, Tag } from '#ui/index.ts'
import { consolePage } from '../../layout.tsx'
import { withRoleName } from '../../role-name.ts'
import { idFrom } from '../../unit-choices.ts'
import { routes as move } from '../chuyen/page.tsx'
import { crumbsOf } from '../crumbs.ts'
import { routes as close } from '../ket-thuc/page.tsx'
import { routes as counter } from '../quay/page.tsx'
import { routes as edit } from '../sua/page.tsx'
import { routes as add } from '../them/page.tsx'
import { unitColumns } from '../unit-columns.tsx'
import { type UnitText, unitWords } from '../words.ts'

export const routes: Route[] = [
  { method: 'GET', url: '/to-chuc/:id', permission: 'organization.read', handle: show },
  ...add,
  ...edit,
  ...move,
  ...close,
  ...counter,
]

async function show(request: PageRequest): Promise<Reply> {
  const { services, params, viewer, language, now } = request
  const { database } = services
  const text = unitWords(language)
  const unit = await getUnit(database, idFrom(params.id))
  const today = localDate(now)
  const isOpen = isOpenOn(unit, today)
  const mayEdit =
    viewer.holds('organization.edit-unit') && (await holdsAt(database, viewer.actor, 'organization.edit-unit', unit.path, now))
  const mayEditCounter =
    viewer.holds('organization.edit-counter') && (await holdsAt(database, viewer.actor, 'organization.edit-counter', unit.path, now))
  return consolePage(
    request,
    { title: unit.name, breadcrumbs: await crumbsOf(request, unit) },
    <>
      <PageHead
        title={unit.name}
        kicker={unit.code}
        state={
          <Tag tone={isOpen ? 'ok' : 'paused'} shape={isOpen ? 'circle' : 'square'}>
            {isOpen ? text.open : text.closed}
          </Tag>
        }
        facts={unitKindWords(language)[unit.kind]}
        actions={
          mayEdit && (
            <ButtonRow>
              <Button small href={`/to-chuc/${unit.id}/sua`}>
                {text.edit}
              </Button>
              {isOpen && (
                <Button small href={`/to-chuc/${unit.id}/them`}>
                  {text.addBelow}
                </Button>
              )}
              {isOpen && unit.parentId !== null && (
                <Button small href={`/to-chuc/${unit.id}/chuyen`}>
                  {text.move}
                </Button>
              )}
              {isOpen && (
                <Button small href={`/to-chuc/${unit.id}/ket-thuc`}>
                  {text.close}
                </Button>
              )}
            </ButtonRow>
          )
        }
      />
      <Facts
        unit={unit}
        text={text}
        area={unit.areaCode ? await areaLabel(database, unit.areaCode) : undefined}
        successor={await nameOf(request, unit.successorId)}
      />
      <Below request={request} text={text} rows={await unitsBelow(database, unit.id, { on: today, withClosed: true })} />
      <Counters unit={unit} text={text} mayEdit={mayEditCounter && isOpen} rows={await countersOf(database, unit.id, today)} />
      <Staff
        text={text}
        rows={withRoleName(await staffOf(database, unit.id, now), language)}
        isLinked={viewer.holds('identity.manage-officers')}
      />
      <Past text={text} rows={await unitPast(database, unit.id)} />
    </>,
  )
}

async function nameOf({ services }: PageRequest, id: number | null): Promise<string | undefined> {
  return id === null ? undefined : (await findUnit(services.database, id))?.name
}

const Facts = ({ unit, text, area, successor }: { unit: Unit; text: UnitText; area?: string; successor?: string }) => (
  <DefinitionList
    rows={[
      { term: text.agencyCode, value: unit.agencyCode ? <code>{unit.agencyCode}</code> : text.noAgencyCode },
      { term: text.agencyCodeSource, value: unit.agencyCodeSource },
      { term: text.shortName, value: unit.shortName },
      { term: text.areaCode, value: area && `${unit.areaCode} – ${area}` },
      { term: text.address, value: unit.address },
      { term: text.phone, value: unit.phone },
      { term: text.email, value: unit.email },
      { term: text.website, value: unit.website && <a href={unit.website}>{unit.website}</a> },
      { term: text.headTitle, value: unit.headTitle },
      { term: text.validFrom, value: formatDate(unit.validFrom) },
      { term: text.validTo, value: unit.validTo && formatDate(unit.validTo) },
      { term: text.decision, value: unit.decision },
      { term: text.successor, value: successor && <a href={`/to-chuc/${unit.successorId}`}>{successor}</a> },
    ]}
  />
)

const Below = ({ request, text, rows }: { request: PageRequest; text: UnitText; rows: (Unit & { below: number })[] }) => {
  const today = localDate(request.now)
  return (
    <Panel id="cap-duoi" title={text.below}>
      <Table
        caption={text.below}
        hideCaption
        dense
        rows={rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `/to-chuc/${row.id}`}
        columns={[
          ...unitColumns<(typeof rows)[number]>(request.language),
          { key: 'state', head: text.until, cell: (row) => (isOpenOn(row, today) ? text.open : text.closed) },
        ]}
        empty={<p class="muted">{text.noneBelow}</p>}
      />
    </Panel>
  )
}

const Counters = ({
  unit,
  text,
  rows,
  mayEdit,
}: {
  unit: Unit
  text: UnitText
  rows: Awaited<ReturnType<typeof countersOf>>
  mayEdit: boolean
}) => (
  <Panel
    id="quay"
    title={text.counters}
    actions={
      mayEdit && (
        <Button small href={`/to-chuc/${unit.id}/quay`}>
          {text.addCounter}
        </Button>
      )
    }
  >
    <Table
      caption={text.counters}
      hideCaption
      dense
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={mayEdit ? (row) => `/to-chuc/${unit.id}/quay?so=${row.id}` : undefined}
      columns={[
        { key: 'number', head: text.counter, cell: (row) => String(row.number) },
        { key: 'name', head: text.counterName, cell: (row) => row.name },
      ]}
      empty={<p class="muted">{text.noCounter}</p>}
    />
  </Panel>
)

const Staff = ({ text, rows, isLinked }: { text: UnitText; rows: Awaited<ReturnType<typeof staffOf>>; isLinked: boolean }) => (
  <Panel id="can-bo" title={text.staff}>
    <Table
      caption={text.staff}
      hideCaption
      dense
      rows={rows}
      rowHref={isLinked ? (row) => `/can-bo/${row.officerId}` : undefined}
      columns={[
        { key: 'name', head: text.officer, cell: (row) => row.fullName },
        { key: 'role', head: text.role, cell: (row) => row.roleName },
        { key: 'to', head: text.validTo, cell: (row) => (row.validTo ? formatDate(row.validTo) : '–') },
      ]}
      empty={<p class="muted">{text.noStaff}</p>}
    />
  </Panel>
)

const Past = ({ text, rows }: { text: UnitText; rows: Awaited<ReturnType<typeof unitPast>> }) =>
  rows.length > 0 && (
    <Panel id="truoc-day" title={text.past}>
      <Table
        caption={text.past}
        hideCaption
        dense
        rows={rows}
        columns={[
          { key: 'time', head: text.until, cell: (row) => `${formatDate(row.validFrom)} – ${formatDate(row.validTo)}`, nowrap: true },
          { key: 'name', head: text.name, cell: (row) => row.name },
          { key: 'code', head: text.agencyCode, cell: (row) => row.agencyCode ?? '–' },
          { key: 'decision', head: text.decision, cell: (row) => row.decision ?? '–' },
        ]}
      />
    </Panel>
  )
