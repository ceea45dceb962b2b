/** After a reception: the code, the promised date, and what comes next at the desk. */
import type { DossierState } from '#modules/dossier/index.ts'
import { paperSlug } from '#modules/papers/index.ts'
import { type Language, words } from '#platform/language.ts'
import { formatMomentLong } from '#platform/text/dates.ts'
import { Button, ButtonRow, DefinitionList, Flash } from '#ui/index.ts'

export interface Received {
  code: string
  procedureName: string
  ownerId: number
  ownerName: string
  state: DossierState
  fees: { name: string; amount: number }[]
}

export function ReceivedPart({ received, unitId, counterId, language }: ReceivedProps) {
  const text = copy(language)
  const { code, state } = received
  const due = state.clock ? formatMomentLong(state.clock.dueAt, language) : ''
  return (
    <>
      <Flash tone="done" title={text.done(code)}>
        <p>{text.due(due)}</p>
      </Flash>
      <DefinitionList
        rows={[
          { term: text.code, value: <strong>{code}</strong> },
          { term: text.promised, value: <strong>{due}</strong> },
          { term: text.procedure, value: received.procedureName },
          { term: text.owner, value: received.ownerName },
        ]}
      />
      <ButtonRow>
        <form method="post" action={`/ho-so/${code}/giay-to/${paperSlug('RECEIPT_APPOINTMENT')}`} target="_blank" rel="noopener">
          <button class="button button--primary" type="submit" autofocus>
            {text.print}
          </button>
        </form>
        <form method="post" action="/tiep-nhan">
          <input type="hidden" name="ownerId" value={received.ownerId} />
          <input type="hidden" name="unitId" value={unitId} />
          <input type="hidden" name="counterId" value={counterId ?? ''} />
          <Button>{text.again}</Button>
        </form>
        <Button href="/tiep-nhan">{text.another}</Button>
        <Button look="link" href={`/ho-so/${code}`}>
          {text.open}
        </Button>
      </ButtonRow>
    </>
  )
}

interface ReceivedProps {
  received: Received
  unitId: number
  counterId: number | null
  language: Language
}

const copy = words({
  vi: {
    done: (code: string) => `Đã tiếp nhận hồ sơ ${code}`,
    due: (moment: string) => `Hẹn trả kết quả: ${moment}.`,
    code: 'Mã hồ sơ',
    promised: 'Hẹn trả kết quả',
    procedure: 'Thủ tục',
    owner: 'Chủ hồ sơ',
    print: 'In giấy tiếp nhận',
    again: 'Tiếp nhận hồ sơ khác của người này',
    another: 'Hồ sơ mới',
    open: 'Mở hồ sơ',
  },
  en: {
    done: (code: string) => `Dossier ${code} has been received`,
    due: (moment: string) => `Result promised for ${moment}.`,
    code: 'Code',
    promised: 'Promised for',
    procedure: 'Procedure',
    owner: 'Owner',
    print: 'Print the receipt',
    again: 'Receive another dossier of this person',
    another: 'New dossier',
    open: 'Open the dossier',
  },
})
