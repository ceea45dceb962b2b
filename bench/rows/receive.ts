/** A dossier of a known applicant received at the counter through the action, all at one centre; the reference writes the same rows by prepared SQL. */
import { receiveDossier } from '#modules/intake/index.ts'
import { modelOf, onConnection, receiveByHand } from '../support/by-hand.ts'
import { compare } from '../support/compare.ts'
import { deskOf, IN_FLIGHT, officer } from '../support/desk.ts'
import { load } from '../support/load.ts'
import type { Row } from '../support/row.ts'

const ROUNDS = 5
const DOSSIERS = 400

export const row: Row = {
  name: 'receive',
  unit: '/s',
  reach: '≥ 0.5',
  async run(bench) {
    const province = await bench.province(1_000)
    const { perform } = province.app.services
    const desk = await deskOf(province)
    const [first] = await desk.receive(1)
    const model = await modelOf(province.pool, first?.id ?? 0)
    const receptionist = (run: number) => desk.receptionists[run % desk.receptionists.length] ?? 0
    return compare(
      ROUNDS,
      async (round) => {
        const { perSecond } = await load(DOSSIERS, IN_FLIGHT, (run) =>
          perform(
            officer(receptionist(run)),
            receiveDossier,
            { ...desk.form, channel: 'counter', owner: { id: desk.parties[run % desk.parties.length] }, returnMethod: 'counter' },
            { onceKey: `reception:${round}:${run}` },
          ),
        )
        return perSecond
      },
      async (round) => {
        const { perSecond } = await load(DOSSIERS, IN_FLIGHT, (run) =>
          onConnection(province.pool, (client) =>
            receiveByHand(client, model, {
              now: province.clock.now(),
              key: `by-hand:${round}:${run}`,
              actor: { kind: 'officer', id: receptionist(run) },
            }),
          ),
        )
        return perSecond
      },
    )
  },
}
