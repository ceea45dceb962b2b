/** What must leave the house is written down in the transaction of what it tells of, as “chờ gửi”; the channels that carry it come later and take it from there. */
import { addWorkingMinutes, unitCalendars } from '#modules/calendar/index.ts'
import type { HeldDossier } from '#modules/dossier/index.ts'
import type { Work } from '#platform/action.ts'
import { prepared } from '#platform/prepared.ts'

/** Each says one thing to the applicant (or a partner) in one way (look.md, Words). */
export const MESSAGE_KINDS = [
  'acknowledged',
  'received',
  'supplement-asked',
  'supplement-accepted',
  'refused-at-reception',
  'refused',
  'extended',
  'apologised',
  'payment-asked',
  'payment-confirmed',
  'result-available',
  'posted',
  'returned',
  'stopped',
  'closed',
  'corrected',
  'lost',
  'passed-on',
  'leg-sent',
  /** To the head of the one-stop unit (NĐ 61/2018/NĐ-CP art. 19(5)). */
  'leg-late',
  'expert-asked',
] as const
export type MessageKind = (typeof MESSAGE_KINDS)[number]

/** A notice goes out the same moment where there is a channel; after this many working minutes it is late. */
const SEND_WITHIN_MINUTES = 120

/** `data`: what the message needs besides the dossier; references and dates, no texts of people. Once for each act and kind. */
export async function announce(
  { tx, send, now }: Pick<Work, 'tx' | 'send' | 'now'>,
  dossier: Pick<HeldDossier, 'id' | 'receivingUnitId' | 'state'>,
  kind: MessageKind,
  data: Record<string, unknown> = {},
): Promise<void> {
  const calendars = await unitCalendars(tx, [dossier.receivingUnitId])
  const sendBy = addWorkingMinutes(calendars(dossier.receivingUnitId), now, SEND_WITHIN_MINUTES)
  send(
    insertMessage(tx, {
      dossierId: dossier.id,
      unitId: dossier.receivingUnitId,
      kind,
      sequence: dossier.state.actionCount,
      data: JSON.stringify(data),
      sendBy,
      createdAt: now,
    }),
  )
}

const insertMessage = prepared(
  (db, row: { dossierId: number; unitId: number; kind: string; sequence: number; data: string; sendBy: Date; createdAt: Date }) =>
    db
      .insertInto('outgoingMessage')
      .values(row)
      .onConflict((conflict) => conflict.columns(['dossierId', 'kind', 'sequence']).doNothing()),
)
