/** Ý kiến chỉ đạo on the dossier's page: those given, and the form of whoever may give one. */
import type { DossierDetail } from '#modules/dossier/index.ts'
import { holdsAt } from '#modules/identity/index.ts'
import { type Instruction, instruct, instructionsOf } from '#modules/workflow/index.ts'
import type { PageRequest } from '#platform/http/route.ts'
import { Button, blankForm, Details, Field, FieldRow, Form, type FormState, type Option, Panel, Select } from '#ui/index.ts'
import { Instructions } from '../chi-dao/parts.tsx'
import { instructionWords } from '../chi-dao/words.ts'

export interface Steering {
  instructions: Instruction[]
  mayInstruct: boolean
}

export async function readSteering({ services, viewer, now }: PageRequest, dossier: DossierDetail): Promise<Steering> {
  const { database } = services
  const [instructions, ...may] = await Promise.all([
    instructionsOf(database, dossier.id, now),
    ...(viewer.holds(instruct.name)
      ? [dossier.settlingUnit, dossier.receivingUnit].map(({ path }) => holdsAt(database, viewer.actor, instruct.name, path, now))
      : []),
  ])
  return { instructions, mayInstruct: may.some(Boolean) }
}

interface SteeringProps extends Steering {
  request: PageRequest
  dossier: DossierDetail
  /** Who may be asked, beside the two units. */
  officers: Option[]
  /** Of a refused form. */
  state?: FormState
}

export function SteeringPanel({ request, dossier, instructions, mayInstruct, officers, state }: SteeringProps) {
  const text = instructionWords(request.language)
  if (instructions.length === 0 && !mayInstruct) return null
  const units = [dossier.settlingUnit, ...(dossier.receivingUnit.id === dossier.settlingUnit.id ? [] : [dossier.receivingUnit])]
  return (
    <Panel id="chi-dao" title={text.title}>
      {instructions.length > 0 && <Instructions rows={instructions} text={text} withDossier={false} />}
      {mayInstruct && (
        <Details summary={text.give} open={state !== undefined}>
          <Form
            action={`/ho-so/${dossier.code}/chi-dao`}
            state={state ?? blankForm({ amount: '2', limitUnit: 'working-day' })}
            label={text.give}
          >
            <Field name="content" type="textarea" rows={3} label={text.giveText} />
            <FieldRow>
              <Select name="addresseeId" label={text.toOfficer} blank={text.none} options={officers} optional />
              <Select
                name="addresseeUnitId"
                label={text.toUnit}
                blank={text.none}
                options={units.map(({ id, name }) => ({ value: String(id), label: name }))}
                optional
              />
            </FieldRow>
            <FieldRow>
              <Field name="amount" type="number" label={text.amount} hint={text.dueHint} width="short" />
              <Select
                name="limitUnit"
                label={text.unit}
                blank={false}
                options={[
                  { value: 'working-day', label: text['working-day'] },
                  { value: 'hour', label: text.hour },
                ]}
              />
            </FieldRow>
            <Button>{text.give}</Button>
          </Form>
        </Details>
      )}
    </Panel>
  )
}
