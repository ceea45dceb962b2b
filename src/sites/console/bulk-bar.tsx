/** What can be done with several ticked tasks of a list at once; the ticks belong to this form from where they stand. */
import { type Language, words } from '#platform/language.ts'
import { Button, Form, SelectionBar } from '#ui/index.ts'

export const BULK_URL = '/lam-viec/hang-loat'
/** Field of the ticks: `<dossier id>-<task number>`. */
export const TICK = 'viec'
const FORM_ID = 'hang-loat'

/** The ticks of a table of tasks. */
export const selectionOf = (language: Language) => ({
  name: TICK,
  form: FORM_ID,
  value: ({ dossierId, taskNumber }: { dossierId: number; taskNumber: number }) => `${dossierId}-${taskNumber}`,
  label: ({ code }: { code: string }) => copy(language).choose(code),
})

/** Stands under the table. `back`: the list as it is seen now. */
export function BulkBar({ back, canClaim, language }: { back: string; canClaim: boolean; language: Language }) {
  const text = copy(language)
  return (
    <Form action={BULK_URL} id={FORM_ID} hidden={{ ve: back }} label={text.label}>
      <SelectionBar noun={text.noun}>
        {canClaim && (
          <Button small name="lam" value="nhan">
            {text.claim}
          </Button>
        )}
        <Button small name="lam" value="giao">
          {text.assign}
        </Button>
        <Button small name="lam" value="chia">
          {text.spread}
        </Button>
      </SelectionBar>
    </Form>
  )
}

const copy = words({
  vi: {
    label: 'Làm với các việc đã chọn',
    noun: 'việc',
    claim: 'Nhận các việc đã chọn',
    assign: 'Giao cho đồng nghiệp',
    spread: 'Chia đều',
    choose: (code: string) => `Chọn hồ sơ ${code}`,
  },
  en: {
    label: 'With the chosen tasks',
    noun: 'tasks',
    claim: 'Claim the chosen tasks',
    assign: 'Give to a colleague',
    spread: 'Spread evenly',
    choose: (code: string) => `Choose dossier ${code}`,
  },
})
