/** A step completed over `/api/v1`; the reference is a bare server that writes the same rows. */
import { askFor } from '../support/ask.ts'
import { bareJson } from '../support/bare.ts'
import { completeByHand, onConnection } from '../support/by-hand.ts'
import { compare } from '../support/compare.ts'
import { deskOf, IN_FLIGHT, STEPS } from '../support/desk.ts'
import { load } from '../support/load.ts'
import type { Row } from '../support/row.ts'
import { steppedModel } from '../support/stepped-model.ts'

const ROUNDS = 5
const DOSSIERS = 160

export const row: Row = {
  name: 'api-step',
  unit: '/s',
  reach: '≥ 0.3',
  async run(bench) {
    const province = await bench.province(100_000)
    const desk = await deskOf(province)
    const model = await steppedModel(province, desk)
    const authorization = await province.token(['workflow.complete'])
    let requests = 0

    /** All dossiers take the first step, then all the second, then the third: two requests for one dossier never meet. */
    const round = async (base: string): Promise<number> => {
      const dossiers = await desk.receive(DOSSIERS)
      const { perSecond } = await load(DOSSIERS * STEPS.length, IN_FLIGHT, (run) => {
        const step = Math.floor(run / DOSSIERS)
        return askFor(200, `${base}/dossiers/${dossiers[run % DOSSIERS]?.code}/tasks/${step + 2}/completion`, {
          method: 'POST',
          headers: { authorization, 'content-type': 'application/json', 'idempotency-key': `complete-${++requests}` },
          body: JSON.stringify({ comment: 'Đủ điều kiện.', ...(step === 0 ? { assigneeId: desk.specialistId } : {}) }),
        })
      })
      return perSecond
    }
    const bare = await province.bareServer(
      bareJson(async (_body, request) => {
        const [, , code = ''] = request.url?.split('/') ?? []
        const given = {
          now: province.clock.now(),
          actor: { kind: 'partner' as const, id: 1 },
          key: String(request.headers['idempotency-key']),
        }
        return { openTask: await onConnection(province.pool, (client) => completeByHand(client, model, { code }, given)) }
      }),
    )
    return compare(
      ROUNDS,
      () => round(`${province.url}/api/v1`),
      () => round(bare),
    )
  },
}
