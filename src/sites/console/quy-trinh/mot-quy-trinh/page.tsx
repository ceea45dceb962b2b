/** One line: its steps in a version, what the law gives, and the versions with the dossiers that run on them. */
import { stepKindWords } from '#modules/dossier/index.ts'
import { formatHours, getProcess, type ProcessStep, type ProcessVersion, stepRoles, totalHours } from '#modules/workflow/index.ts'
import type { PageRequest, Reply, Route } from '#platform/http/route.ts'
import { formatDate, localDate } from '#platform/text/dates.ts'
import { Button, DefinitionList, EmptyState, Flash, PageHead, Panel, Table } from '#ui/index.ts'
import { consolePage } from '../../layout.tsx'
import { type Line, legalTime, RIGHT, readLine } from '../line.ts'
import { copy } from '../words.ts'

export const routes: Route[] = [{ method: 'GET', url: '/quy-trinh/:code', permission: RIGHT, handle: page }]

const HOURS_A_DAY = 8

async function page(request: PageRequest): Promise<Reply> {
  const { services, language, query, now } = request
  const text = copy(language)
  const line = await readLine(request)
  const shown = line.versions.find(({ version }) => version === Number(query['phien-ban'])) ?? line.current
  if (!shown) return withoutLine(request, line)
  const { steps } = await getProcess(services.database, shown.id)
  const total = totalHours(steps)
  const legal = await legalTime(request, line, total)
  const roles = new Map((await stepRoles(services.database)).map(({ id, name, nameEn }) => [id, language === 'vi' ? name : nameEn]))
  const kinds = stepKindWords(language)
  return consolePage(
    request,
    { title: line.title, breadcrumbs: [{ label: text.title, href: '/quy-trinh' }, { label: line.title }] },
    <>
      <PageHead
        kicker={text.title}
        title={line.title}
        facts={`${shown.name}, ${text.numberOf(shown.version).toLocaleLowerCase('vi')}, ${spanOf(shown, text)}`}
        actions={
          <Button look="primary" href={`/quy-trinh/${line.slug}/sua`}>
            {line.usesGeneral ? text.makeOwn : text.edit}
          </Button>
        }
      />
      {line.usesGeneral && <p>{text.noOwn}</p>}
      {legal.warning && <Flash tone="warning" title={legal.warning} />}
      <DefinitionList
        rows={[
          {
            term: text.decision,
            value:
              shown.decision && (shown.decisionDate ? text.decisionOf(shown.decision, formatDate(shown.decisionDate)) : shown.decision),
          },
          { term: text.total, value: text.totalHours(formatHours(total), formatHours(total / HOURS_A_DAY)) },
          { term: text.legal, value: line.procedureId === null ? undefined : (legal.limit ?? text.legalNone) },
        ]}
      />
      <Table
        caption={text.rows}
        hideCaption
        rows={steps}
        rowKey={({ id }) => id}
        columns={[
          { key: 'number', head: '#', align: 'end', width: 'narrow', label: text.step, cell: ({ position }: ProcessStep) => position },
          { key: 'name', head: text.step, isRowHead: true, cell: ({ name }: ProcessStep) => name },
          { key: 'kind', head: text.kind, cell: ({ kind }: ProcessStep) => kinds[kind] },
          { key: 'role', head: text.role, cell: ({ roleId }: ProcessStep) => roles.get(roleId) ?? '' },
          { key: 'place', head: text.place, cell: ({ place }: ProcessStep) => text[place] },
          { key: 'limit', head: text.limit, align: 'end', cell: ({ limitHours }: ProcessStep) => formatHours(limitHours) },
        ]}
        foot={{ name: text.total, limit: formatHours(total) }}
      />
      {line.versions.length > 0 && (
        <Panel title={text.versions} id="phien-ban">
          <p>{text.stays}</p>
          <Table
            caption={text.versions}
            hideCaption
            dense
            rows={line.versions}
            rowKey={({ id }) => id}
            rowHref={({ version }) => `/quy-trinh/${line.slug}?phien-ban=${version}`}
            columns={[
              { key: 'version', head: text.version, cell: ({ version }: ProcessVersion) => text.numberOf(version) },
              { key: 'name', head: text.name, cell: ({ name }: ProcessVersion) => name },
              { key: 'decision', head: text.decision, cell: ({ decision }: ProcessVersion) => decision },
              {
                key: 'span',
                head: text.validFrom,
                cell: (version: ProcessVersion) => `${spanOf(version, text)} (${standing(version, line.current, localDate(now), text)})`,
              },
              {
                key: 'running',
                head: text.runningOn,
                align: 'end',
                cell: ({ running }: ProcessVersion) => running.toLocaleString('vi-VN'),
              },
            ]}
          />
        </Panel>
      )}
    </>,
  )
}

/** Of a new installation: there is no line at all yet, so nothing can be received. */
function withoutLine(request: PageRequest, line: Line): Promise<Reply> {
  const text = copy(request.language)
  return consolePage(
    request,
    { title: line.title, breadcrumbs: [{ label: text.title, href: '/quy-trinh' }, { label: line.title }] },
    <>
      <PageHead
        kicker={text.title}
        title={line.title}
        actions={
          <Button look="primary" href={`/quy-trinh/${line.slug}/sua`}>
            {line.procedureId === null ? text.makeGeneral : text.makeOwn}
          </Button>
        }
      />
      <EmptyState title={text.noGeneral}>{text.noGeneralHint}</EmptyState>
    </>,
  )
}

type Text = ReturnType<typeof copy>

const spanOf = ({ validFrom, validTo }: ProcessVersion, text: Text): string =>
  validTo ? text.span(formatDate(validFrom), formatDate(validTo)) : text.from(formatDate(validFrom))

const standing = (version: ProcessVersion, current: ProcessVersion | undefined, today: string, text: Text): string =>
  version.validFrom > today ? text.waiting : version.id === current?.id ? text.inForce : text.past
