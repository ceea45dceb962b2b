/** The drawing of a published version. */
import { getProcess, type ProcessGraph } from '#modules/workflow/index.ts'
import type { PageRequest } from '#platform/http/route.ts'

export const readGraph = async ({ services }: PageRequest, processId: number): Promise<ProcessGraph> =>
  (await getProcess(services.database, processId)).graph
