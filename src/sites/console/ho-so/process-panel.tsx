/** The process of the dossier as a picture: the way it took, where it stands, and the clock of each step; the same in words below it. */
import { calendarReader, type WorkingCalendar } from '#modules/calendar/index.ts'
import { type DossierDetail, isLate, openHolds, readClock } from '#modules/dossier/index.ts'
import { formatHours, getProcess, hoursOfLimit, type Process, type Task, tasksOf, waitingAt, waysTaken } from '#modules/workflow/index.ts'
import type { PageRequest } from '#platform/http/route.ts'
import { type Language, words } from '#platform/language.ts'
import { Details, Panel, ProcessDiagram, ProcessOutline } from '#ui/index.ts'
import { legId, type NodeState, outlineOf, type ProcessMarks, pictureOf } from '../../process-picture.ts'
import { unitIdsOf } from '../due.tsx'
import { nearUntil } from '../near.ts'

export interface ProcessView {
  process: Process
  marks: ProcessMarks
}

/** Nothing before the reception. */
export async function readProcessView({ services, now, language }: PageRequest, dossier: DossierDetail): Promise<ProcessView | undefined> {
  const { database } = services
  const { processId } = dossier.state
  if (processId === undefined) return undefined
  const [process, calendarOf, near] = await Promise.all([
    getProcess(database, processId),
    calendarReader(database),
    nearUntil(database, now),
  ])
  const calendar = calendarOf(unitIdsOf(dossier.settlingUnit.path))
  return { process, marks: marksOf(process, dossier.actions, { calendar, now, near, language }) }
}

/** Where the actions have brought a dossier, real or of a trial. `near`: what is due before then is due soon. */
export function marksOf(
  process: Process,
  actions: DossierDetail['actions'],
  { calendar, now, near, language }: { calendar: WorkingCalendar; now: Date; near: Date; language: Language },
): ProcessMarks {
  const states = new Map<string, NodeState>()
  // The last visit to a node says how it stands.
  for (const task of tasksOf(actions)) {
    if (task.node === undefined || task.outcome === 'cancelled') continue
    const used = readClock(task.clock, calendar, now).workedMinutes / 60
    const id = task.leg === undefined ? task.node : legId(task.node, task.leg)
    states.set(id, { tone: toneOf(task, now, near), text: usedWords(process, task, used, language) })
  }
  return { taken: takenBy(process, actions), states }
}

function toneOf(task: Task, now: Date, near: Date): NodeState['tone'] {
  if (isLate(task.clock, now)) return 'late'
  if (task.closedAt) return 'done'
  if (openHolds(task.clock).length > 0) return 'paused'
  return task.dueAt < near ? 'near' : 'current'
}

function usedWords(process: Process, { node = '', leg }: Task, used: number, language: Language): string {
  const { limit } = waitingAt(process, node, leg)
  return copy(language).used(formatHours(Math.round(used * 10) / 10), formatHours(hoursOfLimit(limit)))
}

/** The ways that were written down, and the one into the first step, which nothing had to decide. */
function takenBy({ graph }: Process, actions: DossierDetail['actions']): Set<string> {
  const start = graph.nodes.find(({ kind }) => kind === 'start')?.id
  return new Set([...waysTaken(actions), ...graph.flows.filter(({ from }) => from === start).map(({ id }) => id)])
}

export function ProcessPanel({ view, language }: { view: ProcessView; language: Language }) {
  const text = copy(language)
  const { process, marks } = view
  const title = text.title(process.name, process.version)
  const options = { language, marks }
  return (
    <Panel title={title} id="quy-trinh">
      <ProcessDiagram
        id="so-do"
        title={text.diagram(process.name)}
        description={text.description}
        picture={pictureOf(process.graph, options)}
      />
      <Details summary={text.inWords}>
        <ProcessOutline label={title} rows={outlineOf(process.graph, options)} />
      </Details>
    </Panel>
  )
}

const copy = words({
  vi: {
    title: (name: string, version: number) => `Quy trình: ${name}, phiên bản ${version}`,
    diagram: (name: string) => `Sơ đồ: ${name}`,
    description: 'Sơ đồ quy trình với đường đi đã qua, nơi hồ sơ đang ở và thời gian của từng bước',
    inWords: 'Quy trình bằng lời',
    used: (used: string, limit: string) => `đã dùng ${used}/${limit} giờ`,
  },
  en: {
    title: (name: string, version: number) => `Process: ${name}, version ${version}`,
    diagram: (name: string) => `Diagram: ${name}`,
    description: 'The process with the way the dossier took, where it stands, and the time of each step',
    inWords: 'The process in words',
    used: (used: string, limit: string) => `${used} of ${limit} hours used`,
  },
})
