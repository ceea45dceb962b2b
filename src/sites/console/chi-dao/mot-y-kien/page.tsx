/** Một ý kiến chỉ đạo: its words, what was reported, and what the viewer may do with it. */
import { mayRead } from '#modules/dossier/index.ts'
import {
  acknowledgeInstruction,
  answerInstruction,
  answersOf,
  findInstruction,
  type Instruction,
  isAddressee,
  withdrawInstruction,
} from '#modules/workflow/index.ts'
import { commonErrors } from '#platform/errors.ts'
import { attempt, fieldErrors } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { formatMoment } from '#platform/text/dates.ts'
import {
  Button,
  blankForm,
  Checkbox,
  DefinitionList,
  ErrorSummary,
  Field,
  Form,
  type FormState,
  failedForm,
  hasErrors,
  PageHead,
  Panel,
  Timeline,
} from '#ui/index.ts'
import { consolePage } from '../../layout.tsx'
import { idFrom } from '../../unit-choices.ts'
import { InstructionState } from '../parts.tsx'
import { type InstructionText, instructionWords } from '../words.ts'

const URL = '/chi-dao/:id'

export const routes: Route[] = [
  { method: 'GET', url: URL, permission: 'signed-in', handle: (request) => page(request, blankForm()) },
  { method: 'POST', url: `${URL}/da-nhan`, permission: 'signed-in', handle: (request) => act(request, 'acknowledge') },
  { method: 'POST', url: `${URL}/bao-cao`, permission: 'signed-in', handle: (request) => act(request, 'answer') },
  { method: 'POST', url: `${URL}/thu-hoi`, permission: 'signed-in', handle: (request) => act(request, 'withdraw') },
]

const ACTIONS = { acknowledge: acknowledgeInstruction, answer: answerInstruction, withdraw: withdrawInstruction }

async function act(request: PageRequest, what: keyof typeof ACTIONS): Promise<Reply> {
  const { services, viewer, form, params, language } = request
  const text = instructionWords(language)
  const input = { ...form, instructionId: idFrom(params.id) }
  const done = await attempt<unknown>(() => services.perform(viewer.actor, ACTIONS[what] as typeof answerInstruction, input))
  if (!done.ok) return page(request, failedForm(form, fieldErrors(done.error, language)), done.error.status)
  const said = { acknowledge: text.acknowledgedNow, answer: text.answered, withdraw: text.withdrawnNow }
  return redirect(`/chi-dao/${input.instructionId}`, said[what])
}

async function page(request: PageRequest, state: FormState, status = 200): Promise<Reply> {
  const { services, viewer, params, now, language } = request
  const { database } = services
  if (viewer.actor.kind !== 'officer') return commonErrors.fail('access.sign-in')
  const text = instructionWords(language)
  const id = idFrom(params.id)
  const officerId = viewer.actor.id
  const instruction = (await findInstruction(database, id, now)) ?? commonErrors.fail('record.not-found')
  const isHers = await isAddressee(database, officerId, id, now)
  const isGiver = instruction.givenById === officerId
  if (!isHers && !isGiver && !(await mayRead(database, instruction.dossierId, officerId, now))) return commonErrors.fail('access.denied')
  const answers = await answersOf(database, id)
  const isOpen = instruction.state === 'new' || instruction.state === 'acknowledged'
  return consolePage(
    request,
    { title: text.one, hasErrors: hasErrors(state), status, breadcrumbs: [{ label: text.title, href: '/chi-dao' }, { label: text.one }] },
    <>
      <ErrorSummary state={state} />
      <PageHead
        kicker={<a href={`/ho-so/${instruction.code}`}>{instruction.code}</a>}
        title={text.one}
        state={<InstructionState row={instruction} text={text} />}
      />
      <p class="prose">{instruction.text}</p>
      <Facts instruction={instruction} text={text} />
      <Panel id="bao-cao" title={text.answers}>
        {answers.length === 0 ? (
          <p class="muted">{text.noAnswer}</p>
        ) : (
          <Timeline
            label={text.answers}
            entries={answers.map((answer) => ({
              key: answer.id,
              title: answer.isFinal ? text.final : text.interim,
              when: formatMoment(answer.createdAt),
              dateTime: answer.createdAt.toISOString(),
              who: answer.officerName,
              body: <p>{answer.text}</p>,
            }))}
          />
        )}
      </Panel>
      {isOpen && isHers && (
        <>
          {instruction.state === 'new' && (
            <Form action={`/chi-dao/${id}/da-nhan`}>
              <Button>{text.acknowledge}</Button>
            </Form>
          )}
          <Panel id="tra-loi" title={text.answer} boxed>
            <Form action={`/chi-dao/${id}/bao-cao`} state={state}>
              <Field name="text" type="textarea" rows={3} label={text.answerText} />
              <Checkbox name="isFinal" label={text.isFinal} />
              <Button look="primary">{text.sendAnswer}</Button>
            </Form>
          </Panel>
        </>
      )}
      {isOpen && isGiver && (
        <Form action={`/chi-dao/${id}/thu-hoi`}>
          <Button look="danger">{text.withdraw}</Button>
        </Form>
      )}
    </>,
  )
}

const Facts = ({ instruction, text }: { instruction: Instruction; text: InstructionText }) => (
  <DefinitionList
    rows={[
      { term: text.giver, value: instruction.giverName },
      { term: text.given, value: formatMoment(instruction.createdAt) },
      { term: text.addressee, value: instruction.addresseeName },
      { term: text.due, value: formatMoment(instruction.dueAt) },
      {
        term: text.acknowledgedAt,
        value:
          instruction.acknowledgedAt &&
          [formatMoment(instruction.acknowledgedAt), instruction.acknowledgedByName].filter(Boolean).join(', '),
      },
      { term: text.doneAt, value: instruction.doneAt && formatMoment(instruction.doneAt) },
    ].filter(({ value }) => value)}
  />
)
