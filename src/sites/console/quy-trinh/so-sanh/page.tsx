/** So sánh hai phiên bản: what was added, what is gone, what says something else. */
import { stepKindWords } from '#modules/dossier/index.ts'
import {
  CONDITION_FIELDS,
  compareGraphs,
  conditionText,
  type Flow,
  findDraft,
  type GraphNode,
  isSame,
  type ProcessGraph,
} from '#modules/workflow/index.ts'
import { commonErrors } from '#platform/errors.ts'
import type { PageRequest, Reply, Route } from '#platform/http/route.ts'
import { type Language, words } from '#platform/language.ts'
import { EmptyState, Panel, ProcessDiagram } from '#ui/index.ts'
import { pictureOf } from '../../../process-picture.ts'
import { kindWords, limitText, nodeName } from '../../../process-words.ts'
import { consolePage } from '../../layout.tsx'
import { type Line, RIGHT, readLine } from '../line.ts'
import { readGraph } from '../versions.ts'
import { copy as lineCopy } from '../words.ts'

export const routes: Route[] = [{ method: 'GET', url: '/quy-trinh/:code/so-sanh', permission: RIGHT, handle: page }]

async function page(request: PageRequest): Promise<Reply> {
  const { language, query } = request
  const text = copy(language)
  const line = await readLine(request)
  const [oldNumber, newNumber] = [Number(query.cu), Number(query.moi)]
  const [before, after] = await Promise.all([graphOf(request, line, oldNumber), graphOf(request, line, newNumber)])
  if (!before || !after) return commonErrors.fail('record.not-found')
  const found = compareGraphs(before, after)
  const touched = new Set([...found.added, ...found.changed.map((each) => each.after)].map(({ id }) => id))
  const title = text.title(oldNumber, newNumber)
  const show = (label: string, items: readonly string[]) =>
    items.length > 0 && (
      <Panel title={`${label} (${items.length})`}>
        <ul>
          {items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      </Panel>
    )
  return consolePage(
    request,
    {
      title,
      breadcrumbs: [
        { label: lineCopy(language).title, href: '/quy-trinh' },
        { label: line.title, href: `/quy-trinh/${line.slug}` },
        { label: text.crumb },
      ],
    },
    <>
      <h1>{title}</h1>
      {isSame(found) && <EmptyState title={text.same}>{text.sameHint}</EmptyState>}
      {show(
        text.added,
        found.added.map((node) => sayNode(node, after, language)),
      )}
      {show(
        text.removed,
        found.removed.map((node) => sayNode(node, before, language)),
      )}
      {show(
        text.changed,
        found.changed.map((each) => text.fromTo(sayNode(each.before, before, language), sayNode(each.after, after, language))),
      )}
      {show(
        text.waysAdded,
        found.waysAdded.map((flow) => wayText(flow, after, language)),
      )}
      {show(
        text.waysRemoved,
        found.waysRemoved.map((flow) => wayText(flow, before, language)),
      )}
      {show(
        text.waysChanged,
        found.waysChanged.map((each) => text.fromTo(wayText(each.before, before, language), wayText(each.after, after, language))),
      )}
      {show(
        text.lanes,
        found.lanesChanged.map(({ before: one, after: other }) => text.fromTo(one?.name ?? text.nothing, other?.name ?? text.nothing)),
      )}
      <Panel title={text.picture(newNumber)}>
        <p>{text.marked}</p>
        <ProcessDiagram
          title={text.picture(newNumber)}
          picture={pictureOf(after, { language, fields: CONDITION_FIELDS, wrong: touched })}
        />
      </Panel>
    </>,
  )
}

/** A published version, or the draft when it has that number. */
async function graphOf(request: PageRequest, line: Line, version: number): Promise<ProcessGraph | undefined> {
  const published = line.versions.find((each) => each.version === version)
  if (published) return readGraph(request, published.id)
  const draft = await findDraft(request.services.database, line.procedureId)
  return draft?.version === version ? draft.graph : undefined
}

/** Name, kind, who and how long. */
function sayNode(node: GraphNode, { lanes }: ProcessGraph, language: Language): string {
  const kind = node.kind === 'step' ? stepKindWords(language)[node.step] : kindWords(language)[node.kind]
  const lane = 'lane' in node ? lanes.find(({ key }) => key === node.lane)?.name : undefined
  const limit = 'limit' in node ? limitText(node.limit, language) : node.kind === 'timer' ? limitText(node.wait, language) : undefined
  const legs = node.kind === 'agencies' ? node.legs.map((leg) => `${leg.name}: ${limitText(leg.limit, language)}`).join('; ') : undefined
  const output = node.kind === 'step' ? node.output : undefined
  return [nodeName(node, language), kind, lane, limit, legs, output].filter((part, at, all) => part && all.indexOf(part) === at).join(', ')
}

function wayText(flow: Flow, { nodes }: ProcessGraph, language: Language): string {
  const nameOf = (id: string) => {
    const node = nodes.find((each) => each.id === id)
    return node ? nodeName(node, language) : id
  }
  const when = flow.isDefault ? copy(language).otherwise : flow.condition && conditionText(flow.condition, CONDITION_FIELDS, language)
  return `${nameOf(flow.from)} → ${nameOf(flow.to)}${when ? ` (${when})` : ''}`
}

const copy = words({
  vi: {
    title: (old: number, now: number) => `So sánh phiên bản ${old} và phiên bản ${now}`,
    crumb: 'So sánh phiên bản',
    same: 'Hai phiên bản giống nhau',
    sameHint: 'Không có bước, đường nối hay vai trò nào khác nhau.',
    added: 'Thêm',
    removed: 'Bỏ',
    changed: 'Thay đổi',
    waysAdded: 'Đường nối thêm',
    waysRemoved: 'Đường nối bỏ',
    waysChanged: 'Đường nối thay đổi',
    lanes: 'Vai trò thay đổi',
    nothing: 'không có',
    fromTo: (before: string, after: string) => `Trước: ${before}. Nay: ${after}.`,
    otherwise: 'các trường hợp còn lại',
    picture: (version: number) => `Sơ đồ của phiên bản ${version}`,
    marked: 'Phần tử có dấu chấm than là phần tử mới hoặc có thay đổi.',
  },
  en: {
    title: (old: number, now: number) => `Version ${old} and version ${now} compared`,
    crumb: 'Compare versions',
    same: 'The two versions are the same',
    sameHint: 'No step, way or role is different.',
    added: 'Added',
    removed: 'Removed',
    changed: 'Changed',
    waysAdded: 'Ways added',
    waysRemoved: 'Ways removed',
    waysChanged: 'Ways changed',
    lanes: 'Roles changed',
    nothing: 'none',
    fromTo: (before: string, after: string) => `Before: ${before}. Now: ${after}.`,
    otherwise: 'otherwise',
    picture: (version: number) => `Diagram of version ${version}`,
    marked: 'Parts with an exclamation mark are new or changed.',
  },
})
