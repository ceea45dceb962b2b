/** Processes that tests change. */
import { receiveDossier } from '../../src/modules/intake/index.ts'
import type { ProcessGraph } from '../../src/modules/workflow/index.ts'
import type { TestApp } from './app.ts'
import { aProcedure } from './desk.ts'
import { stepsTo } from './settling.ts'
import { takeStep } from './take-step.ts'
import type { Workplace } from './work.ts'

/** A dossier that has come to what its process, the usual line but for this, has after the appraisal. */
export async function aDossierAfterAppraisal(
  app: TestApp,
  place: Workplace,
  insert: ProcessGraph['nodes'][number],
  lanes: ProcessGraph['lanes'] = [],
  fills: Record<string, { unitId: number }> = {},
) {
  const procedure = await aProcedure(app, place.desk)
  const { pool } = app.handle
  const { rows } = await pool.query(
    `select p.graph, c.id as case_id, v.procedure_id from process p join process_binding b on b.process_template_id = p.process_template_id and b.procedure_id is null and b.unit_id is null,
       procedure_case c join procedure_version v on v.id = c.procedure_version_id where c.id = $1 and p.status = 'published' order by p.version desc limit 1`,
    [procedure.caseId],
  )
  const graph = rows[0].graph as ProcessGraph
  const appraisal = graph.nodes.find((node) => node.kind === 'step' && node.step === 'appraisal')?.id ?? ''
  const out = graph.flows.find(({ from }) => from === appraisal)
  if (!out) throw new Error('No appraisal')
  const changed = {
    lanes: [...graph.lanes, ...lanes],
    nodes: [...graph.nodes, insert],
    flows: [
      ...graph.flows.filter((flow) => flow !== out),
      { id: 'to_insert', from: appraisal, to: insert.id },
      { ...out, from: insert.id },
    ],
  }
  const template = await pool.query(`insert into process_template (name, created_at) values ('Thử liên thông', now()) returning id`)
  await pool.query(
    `insert into process (process_template_id, version, name, decision, decision_date, valid_from, graph, created_at) values ($1, 1, 'Thử liên thông', '1/QĐ', '2026-01-01', '2026-01-01', $2, now())`,
    [template.rows[0].id, JSON.stringify(changed)],
  )
  await pool.query(`insert into process_binding (procedure_id, process_template_id, lanes, created_at) values ($1, $2, $3, now())`, [
    rows[0].procedure_id,
    template.rows[0].id,
    JSON.stringify(fills),
  ])
  const { dossierId, code } = await app.services.perform({ kind: 'officer', id: place.desk.receptionists[0] }, receiveDossier, {
    procedureCaseId: procedure.caseId,
    receivingUnitId: place.desk.unitId,
    owner: { name: 'Trần Văn Thử', phone: '0912345678' },
    components: procedure.componentIds.map((componentId) => ({ componentId, originals: 1, copies: 0 })),
    returnMethod: 'counter',
  })
  await stepsTo(app, dossierId, 'appraisal')
  await takeStep(app, dossierId)
  return { dossierId, code }
}
