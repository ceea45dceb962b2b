/**
 * Internal processes of the demonstration: the general line of seven steps, and lines of their own for procedures whose legal limit it does not fit or leaves
 * room in. Each line is the longest of those below that stays within the procedure's shortest limit.
 */
import type { StepKind } from '../../src/modules/dossier/index.ts'
import {
  editProcess,
  hoursOfLimit,
  limitsOn,
  STANDARD_LINE,
  shortest,
  totalHours,
  withUsualRoles,
} from '../../src/modules/workflow/index.ts'
import type { Perform } from '../../src/platform/action.ts'
import { systemActor } from '../../src/platform/actor.ts'
import type { Database } from '../../src/platform/database.ts'
import { SINCE } from './organization/quang-tri.ts'

const DECISION = '2811/QĐ-UBND (minh họa)'
/** At least so many procedures have a line of their own. */
const OWN_LINES = 10

interface Line {
  name: string
  /** Kind, name, working hours. */
  steps: readonly (readonly [kind: StepKind, name: string, limitHours: number])[]
}

const GENERAL: Line = {
  name: 'Quy trình chung',
  steps: STANDARD_LINE.map(({ kind, name, limitHours }) => [kind, name, limitHours] as const),
}

/** From the shortest to the longest. */
const OWN: Line[] = [
  {
    name: 'Quy trình trong ngày',
    steps: [
      ['reception', 'Tiếp nhận hồ sơ', 0.5],
      ['appraisal', 'Thẩm định hồ sơ', 3],
      ['signature', 'Ký duyệt kết quả', 1.5],
      ['issue', 'Cấp số, phát hành', 0.5],
      ['return', 'Trả kết quả', 0.5],
    ],
  },
  {
    name: 'Quy trình rút gọn',
    steps: [
      ['reception', 'Tiếp nhận hồ sơ', 1],
      ['assignment', 'Phân công xử lý', 1],
      ['appraisal', 'Thẩm định hồ sơ', 7],
      ['review', 'Soát xét kết quả thẩm định', 2],
      ['signature', 'Ký duyệt kết quả', 2],
      ['issue', 'Cấp số, phát hành', 1],
      ['return', 'Trả kết quả', 1.5],
    ],
  },
  {
    name: 'Quy trình 3 ngày',
    steps: [
      ['reception', 'Tiếp nhận hồ sơ', 2],
      ['assignment', 'Phân công xử lý', 1],
      ['appraisal', 'Thẩm định hồ sơ', 10],
      ['review', 'Soát xét kết quả thẩm định', 3],
      ['signature', 'Ký duyệt kết quả', 4],
      ['issue', 'Cấp số, phát hành', 1],
      ['return', 'Trả kết quả', 2],
    ],
  },
  {
    name: 'Quy trình có kiểm tra thực tế',
    steps: [
      ['reception', 'Tiếp nhận hồ sơ', 2],
      ['assignment', 'Phân công xử lý', 4],
      ['appraisal', 'Thẩm định hồ sơ', 24],
      ['appraisal', 'Kiểm tra thực tế', 16],
      ['review', 'Soát xét kết quả thẩm định', 8],
      ['signature', 'Ký duyệt kết quả', 8],
      ['issue', 'Cấp số, phát hành', 2],
      ['return', 'Trả kết quả', 4],
    ],
  },
  {
    name: 'Quy trình có thẩm định của hội đồng',
    steps: [
      ['reception', 'Tiếp nhận hồ sơ', 2],
      ['assignment', 'Phân công xử lý', 4],
      ['appraisal', 'Thẩm định hồ sơ', 40],
      ['appraisal', 'Họp hội đồng, kiểm tra thực tế', 40],
      ['review', 'Soát xét kết quả thẩm định', 16],
      ['signature', 'Ký duyệt kết quả', 12],
      ['issue', 'Cấp số, phát hành', 2],
      ['return', 'Trả kết quả', 4],
    ],
  },
]

/** After roles and catalogue, with the clock of `perform` at the province's beginning. */
export async function seedProcesses(database: Database, perform: Perform, since = SINCE): Promise<void> {
  const save = async (line: Line, procedureId?: number) =>
    perform(systemActor('seed'), editProcess, {
      procedureId,
      name: line.name,
      decision: DECISION,
      decisionDate: since,
      validFrom: since,
      steps: await withUsualRoles(
        database,
        line.steps.map(([kind, name, limitHours]) => ({ kind, name, limitHours })),
      ),
    })
  await save(GENERAL)
  for (const [procedureId, line] of await ownLines(database, since)) await save(line, procedureId)
}

/** Every procedure that the general line would keep past its limit, and those with the longest limits until there are enough. */
async function ownLines(database: Database, since: string): Promise<Map<number, Line>> {
  const limits = [...Map.groupBy(await limitsOn(database, since), ({ procedureId }) => procedureId)].flatMap(([procedureId, each]) => {
    const limit = shortest(each)
    return limit ? [{ procedureId, hours: hoursOfLimit(limit) }] : []
  })
  limits.sort((a, b) => a.hours - b.hours || a.procedureId - b.procedureId)
  const tight = limits.filter(({ hours }) => hours < hoursOf(GENERAL))
  const roomy = limits.filter(({ hours }) => hours >= hoursOf(OWN.at(-2) ?? GENERAL)).slice(-Math.max(5, OWN_LINES - tight.length))
  const lines = new Map<number, Line>()
  for (const { procedureId, hours } of [...tight, ...roomy]) {
    const line = OWN.findLast((each) => hoursOf(each) <= hours)
    if (line) lines.set(procedureId, line)
  }
  return lines
}

const hoursOf = ({ steps }: Line): number => totalHours(steps.map(([, , limitHours]) => ({ limitHours })))
