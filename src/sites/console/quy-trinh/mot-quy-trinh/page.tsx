/** One line: its steps in a version, what the law gives, and the versions with the dossiers that run on them. */
import { stepKindWords } from '#modules/dossier/index.ts'
import {
  CONDITION_FIELDS,
  findDraft,
  formatHours,
  getProcess,
  hoursOfLimit,
  longestWay,
  type Process,
  type ProcessVersion,
  type StepNode,
  stepNodes,
} from '#modules/workflow/index.ts'
import type { PageRequest, Reply, Route } from '#platform/http/route.ts'
import { formatDate, formatMoment, localDate } from '#platform/text/dates.ts'
import { Button, DefinitionList, Details, EmptyState, Flash, PageHead, Panel, ProcessDiagram, ProcessOutline, Table } from '#ui/index.ts'
import { outlineOf, pictureOf } from '../../../process-picture.ts'
import { consolePage } from '../../layout.tsx'
import { type Line, legalTime, RIGHT, readLine } from '../line.ts'
import { copy as trialCopy } from '../thu/words.ts'
import { copy } from '../words.ts'

export const routes: Route[] = [{ method: 'GET', url: '/quy-trinh/:code', permission: RIGHT, handle: page }]

const HOURS_A_DAY = 8

async function page(request: PageRequest): Promise<Reply> {
  const { services, language, query, now } = request
  const text = copy(language)
  const line = await readLine(request)
  const shown = line.versions.find(({ version }) => version === Number(query['phien-ban'])) ?? line.current
  if (!shown) return withoutLine(request, line)
  const process = await getProcess(services.database, shown.id)
  const steps = stepNodes(process.graph)
  const total = longestWay(process.runnable.structure)?.hours ?? 0
  const [legal, draft] = await Promise.all([legalTime(request, line, total), findDraft(services.database, line.procedureId)])
  const picture = { language, fields: CONDITION_FIELDS }
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
          <>
            <Button href={`/quy-trinh/${line.slug}/tep-bpmn?phien-ban=${shown.version}`} download>
              {text.bpmn}
            </Button>
            <Button href={`/quy-trinh/${line.slug}/thu`}>{trialCopy(language).title}</Button>
            <Button look="primary" href={`/quy-trinh/${line.slug}/thiet-ke`}>
              {draft ? text.goOn : line.usesGeneral ? text.makeOwn : text.edit}
            </Button>
          </>
        }
      />
      {draft && (
        <p>
          {text.draft(draft.version, draft.savedBy ?? '', formatMoment(draft.savedAt))}{' '}
          <a href={`/quy-trinh/${line.slug}/so-sanh?cu=${shown.version}&moi=${draft.version}`}>{text.compareWith(shown.version)}</a>
        </p>
      )}
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
      <Panel title={text.diagram} id="so-do">
        <ProcessDiagram title={`${text.diagram}: ${shown.name}`} picture={pictureOf(process.graph, picture)} />
        <Details summary={text.inWords}>
          <ProcessOutline label={text.inWords} rows={outlineOf(process.graph, picture)} />
        </Details>
      </Panel>
      <Table
        caption={text.rows}
        hideCaption
        rows={steps}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', head: text.step, isRowHead: true, cell: ({ name }: StepNode) => name },
          { key: 'kind', head: text.kind, cell: ({ step }: StepNode) => kinds[step] },
          { key: 'role', head: text.role, cell: ({ lane }: StepNode) => laneOf(process, lane)?.name ?? '' },
          { key: 'place', head: text.place, cell: ({ lane }: StepNode) => text[laneOf(process, lane)?.place ?? 'settling'] },
          { key: 'limit', head: text.limit, align: 'end', cell: ({ limit }: StepNode) => formatHours(hoursOfLimit(limit)) },
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
              {
                key: 'compare',
                head: text.compare,
                cell: ({ version }: ProcessVersion) => {
                  const before = line.versions.find((each) => each.version < version)
                  return (
                    before && (
                      <a href={`/quy-trinh/${line.slug}/so-sanh?cu=${before.version}&moi=${version}`}>{text.compareWith(before.version)}</a>
                    )
                  )
                },
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
          <Button look="primary" href={`/quy-trinh/${line.slug}/thiet-ke`}>
            {line.procedureId === null ? text.makeGeneral : text.makeOwn}
          </Button>
        }
      />
      <EmptyState title={text.noGeneral}>{text.noGeneralHint}</EmptyState>
    </>,
  )
}

type Text = ReturnType<typeof copy>

const laneOf = ({ graph }: Process, key: string) => graph.lanes.find((lane) => lane.key === key)

const spanOf = ({ validFrom, validTo }: ProcessVersion, text: Text): string =>
  validTo ? text.span(formatDate(validFrom), formatDate(validTo)) : text.from(formatDate(validFrom))

const standing = (version: ProcessVersion, current: ProcessVersion | undefined, today: string, text: Text): string =>
  version.validFrom > today ? text.waiting : version.id === current?.id ? text.inForce : text.past
