/** A dossier of a new person received over `/api/v1`; the reference is a bare server that writes the same rows. */

import { askFor } from '../support/ask.ts'
import { bareJson } from '../support/bare.ts'
import { modelOf, onConnection, receiveByHand } from '../support/by-hand.ts'
import { compare } from '../support/compare.ts'
import { deskOf, IN_FLIGHT } from '../support/desk.ts'
import { load } from '../support/load.ts'
import type { Row } from '../support/row.ts'

const ROUNDS = 5
const DOSSIERS = 400

export const row: Row = {
  name: 'api-receive',
  unit: '/s',
  reach: '≥ 0.3',
  async run(bench) {
    const province = await bench.province(100_000)
    const desk = await deskOf(province)
    const authorization = await province.token(['intake.receive'])
    let people = 0
    const receive = (url: string) => {
      const number = ++people
      const owner = {
        name: `Người Đo Đạc ${number}`,
        identifierKind: 'personal-id',
        identifier: `044085${String(number).padStart(6, '0')}`,
        birthDate: '1985-02-03',
        sex: 'male',
        phone: `09${String(number).padStart(8, '0')}`,
        address: 'Thôn Đo Đạc',
      }
      const body = JSON.stringify({ ...desk.form, channel: 'counter', owner, returnMethod: 'counter' })
      return askFor(201, url, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json', 'idempotency-key': `receive-${number}` },
        body,
      })
    }
    const round = async (url: string) => (await load(DOSSIERS, IN_FLIGHT, () => receive(url))).perSecond

    const first = JSON.parse((await receive(`${province.url}/api/v1/dossiers`)).body) as { code: string }
    const { rows } = await province.pool.query<{ id: number; actor_id: number }>(
      'select d.id, a.actor_id from dossier d join dossier_action a on a.dossier_id = d.id and a.sequence = 1 where d.code = $1',
      [first.code],
    )
    const model = await modelOf(province.pool, rows[0]?.id ?? 0)
    const partner = { kind: 'partner' as const, id: rows[0]?.actor_id ?? 0 }
    const bare = await province.bareServer(
      bareJson(async (body, request) => {
        const { owner } = body as { owner: { name: string; identifier: string; phone: string } }
        const key = String(request.headers['idempotency-key'])
        const code = await onConnection(province.pool, (client) =>
          receiveByHand(client, model, { now: province.clock.now(), key, actor: partner, person: owner }),
        )
        return { code, receivedAt: model.dossier.received_at, dueAt: model.dossier.due_at }
      }, 201),
    )
    return compare(
      ROUNDS,
      () => round(`${province.url}/api/v1/dossiers`),
      () => round(bare),
    )
  },
}
