/** Nghỉ, vắng mặt: an officer records her own absence with who stands in, or a leader somebody else's (`cho` is the officer's id). */
import {
  type Absence,
  absencesOf,
  absencesWithin,
  colleaguesOf,
  endAbsence,
  endAbsenceOfOther,
  getOfficer,
  holdsAt,
  permittedUnitPaths,
  recordAbsence,
  recordAbsenceOfOther,
  searchOfficers,
} from '#modules/identity/index.ts'
import { commonErrors } from '#platform/errors.ts'
import { attempt, fieldErrors, one } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { localDate } from '#platform/text/dates.ts'
import { blankForm, ErrorSummary, type FormState, failedForm, hasErrors, Panel } from '#ui/index.ts'
import { consolePage } from '../layout.tsx'
import { idFrom } from '../unit-choices.ts'
import { Absences, ChooseOfficer, NewAbsence } from './parts.tsx'
import { absenceWords } from './words.ts'

const URL = '/vang-mat'
const RIGHT = 'identity.manage-absences'

export const routes: Route[] = [
  {
    method: 'GET',
    url: URL,
    permission: 'signed-in',
    handle: (request) => page(request, blankForm({ firstDay: localDate(request.now) })),
  },
  { method: 'POST', url: URL, permission: 'signed-in', handle: save },
  { method: 'POST', url: `${URL}/ket-thuc`, permission: 'signed-in', handle: end },
]

async function save(request: PageRequest): Promise<Reply> {
  const { services, viewer, form, query, language } = request
  const saved = await attempt(() =>
    query.cho
      ? services.perform(viewer.actor, recordAbsenceOfOther, { ...form, officerId: idFrom(query.cho) })
      : services.perform(viewer.actor, recordAbsence, form),
  )
  if (saved.ok) return redirect(URL, absenceWords(language).saved)
  return page(request, failedForm(form, fieldErrors(saved.error, language)), saved.error.status)
}

async function end({ services, viewer, form, language }: PageRequest): Promise<Reply> {
  const isOwn = one(form.own) === 'true'
  await services.perform(viewer.actor, isOwn ? endAbsence : endAbsenceOfOther, { absenceId: one(form.absenceId) })
  return redirect(URL, absenceWords(language).ended)
}

async function page(request: PageRequest, state: FormState, status = 200): Promise<Reply> {
  const { services, viewer, query, language, now } = request
  const { database } = services
  if (viewer.actor.kind !== 'officer') return commonErrors.fail('access.sign-in')
  const self = viewer.actor.id
  const text = absenceWords(language)
  const isManager = viewer.holds(RIGHT)
  const absent = query.cho && isManager && query.cho !== String(self) ? await getOfficer(database, idFrom(query.cho)) : undefined
  if (absent && !(await holdsAt(database, viewer.actor, RIGHT, absent.homeUnitPath, now))) return commonErrors.fail('access.denied')
  const officerId = absent?.id ?? self
  const wanted = query.q?.trim() ?? ''
  const found = (
    wanted === ''
      ? await colleaguesOf(database, officerId, now)
      : (await searchOfficers(database, wanted)).map(({ id, fullName, homeUnitName }) => ({ id, fullName, unitName: homeUnitName }))
  ).filter(({ id }) => id !== officerId && (!absent || id !== self))
  const today = localDate(now)
  return consolePage(
    request,
    { title: text.title, hasErrors: hasErrors(state), status },
    <>
      <ErrorSummary state={state} />
      <h1>{text.title}</h1>
      <p>{text.intro}</p>
      <NewAbsence state={state} text={text} absent={absent} wanted={wanted} found={found} />
      <Panel id="cua-toi" title={text.mine}>
        <Absences rows={await absencesOf(database, self)} text={text} today={today} officerId={self} />
      </Panel>
      {isManager && (
        <Panel id="don-vi" title={text.others}>
          <ChooseOfficer text={text} wanted={query.tim ?? ''} found={await managed(request, self)} />
          <Absences
            rows={await others(request, self)}
            text={text}
            today={today}
            officerId={self}
            isManager
            mayHandOver={viewer.holds('workflow.hand-over-all')}
          />
        </Panel>
      )}
    </>,
  )
}

/** Officers found by `tim` whose absence the viewer may record. */
async function managed({ services, viewer, query, now }: PageRequest, self: number) {
  const text = query.tim?.trim() ?? ''
  if (text === '') return []
  const paths = await permittedUnitPaths(services.database, viewer.actor, RIGHT, now)
  return (await searchOfficers(services.database, text)).filter(
    ({ id, homeUnitPath }) => id !== self && paths.some((path) => `${homeUnitPath}.`.startsWith(`${path}.`)),
  )
}

async function others({ services, viewer, now }: PageRequest, self: number): Promise<Absence[]> {
  const paths = await permittedUnitPaths(services.database, viewer.actor, RIGHT, now)
  return (await absencesWithin(services.database, paths)).filter(({ officerId }) => officerId !== self)
}
