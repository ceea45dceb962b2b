/**
 * The line of steps an installation begins with: the seven steps of issue 2 with a plan that fits five working days. Only a proposal; the administrator's own version is
 * what dossiers run on.
 */
import type { StepKind } from '#modules/dossier/index.ts'
import type { Queryable } from '#platform/database.ts'
import type { ProcessGraph } from './graph/graph.ts'
import { lineGraph } from './graph/line-graph.ts'

export interface StandardStep {
  kind: StepKind
  name: string
  /** Working hours. */
  limitHours: number
}

export const STANDARD_LINE: readonly StandardStep[] = [
  { kind: 'reception', name: 'Tiếp nhận hồ sơ', limitHours: 2 },
  { kind: 'assignment', name: 'Phân công xử lý', limitHours: 2 },
  { kind: 'appraisal', name: 'Thẩm định hồ sơ', limitHours: 12 },
  { kind: 'review', name: 'Soát xét kết quả thẩm định', limitHours: 4 },
  { kind: 'signature', name: 'Ký duyệt kết quả', limitHours: 4 },
  { kind: 'issue', name: 'Cấp số, phát hành', limitHours: 2 },
  { kind: 'return', name: 'Trả kết quả', limitHours: 4 },
]

/** Code of the role that usually does a step of the kind. */
const USUAL_ROLE: Record<StepKind, string> = {
  reception: 'receptionist',
  assignment: 'division-head',
  appraisal: 'specialist',
  review: 'division-head',
  signature: 'agency-leader',
  issue: 'clerk',
  return: 'return-officer',
}

/** Steps with the place and the role that usually do them; no role where the installation has none of that code. */
export async function withUsualRoles<Step extends { kind: StepKind }>(
  db: Queryable,
  steps: readonly Step[],
): Promise<(Step & { roleId: number | undefined; place: 'receiving' | 'settling' })[]> {
  const roles = new Map((await db.selectFrom('role').select(['id', 'code']).execute()).map(({ id, code }) => [code, id]))
  return steps.map((step) => ({
    ...step,
    roleId: roles.get(USUAL_ROLE[step.kind]),
    place: step.kind === 'reception' || step.kind === 'return' ? 'receiving' : 'settling',
  }))
}

/** The standard line as a drawing, for the roles the installation has. */
export async function standardGraph(db: Queryable): Promise<ProcessGraph> {
  const [steps, roles] = await Promise.all([
    withUsualRoles(db, STANDARD_LINE),
    db.selectFrom('role').select(['id', 'code', 'name']).execute(),
  ])
  return lineGraph(
    steps.map(({ roleId, ...step }) => {
      const role = roles.find(({ id }) => id === roleId)
      return { ...step, roleCode: role?.code ?? '', roleName: role?.name ?? '' }
    }),
  )
}
