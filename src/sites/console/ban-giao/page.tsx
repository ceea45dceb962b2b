/** Bàn giao công việc: who holds what, a preview of what would move, and what became of each task. `can-bo` is the officer's id. */
import { randomUUID } from 'node:crypto'
import { colleaguesOf, getOfficer, type Officer, searchOfficers, secondmentsOf } from '#modules/identity/index.ts'
import { HAND_OVER_ALL, handOverAll, heldWork, holdersOfWork, type MovedTask } from '#modules/workflow/index.ts'
import { attempt, fieldErrors, one } from '#platform/http/forms.ts'
import type { PageRequest, Reply, Route } from '#platform/http/route.ts'
import { formatDate, localDate } from '#platform/text/dates.ts'
import { blankForm, ErrorSummary, type FormState, failedForm, hasErrors } from '#ui/index.ts'
import { consolePage } from '../layout.tsx'
import { idFrom } from '../unit-choices.ts'
import { HandOverForm, Holders, Moved, Preview } from './parts.tsx'
import { handOverWords } from './words.ts'

const URL = '/ban-giao'

export const routes: Route[] = [
  {
    method: 'GET',
    url: URL,
    permission: HAND_OVER_ALL,
    handle: (request) => (request.query['can-bo'] ? officerPage(request) : listPage(request)),
  },
  { method: 'POST', url: URL, permission: HAND_OVER_ALL, handle: save },
]

async function listPage(request: PageRequest): Promise<Reply> {
  const { services, viewer, now, language } = request
  const text = handOverWords(language)
  const holders = await holdersOfWork(services.database, { actor: viewer.actor, now, right: HAND_OVER_ALL })
  return consolePage(
    request,
    { title: text.title },
    <>
      <h1>{text.title}</h1>
      <p>{text.intro}</p>
      <Holders rows={holders} text={text} />
    </>,
  )
}

async function save(request: PageRequest): Promise<Reply> {
  const { services, viewer, form, language } = request
  const officerId = idFrom(one(form.officerId))
  const saved = await attempt(() =>
    services.perform(viewer.actor, handOverAll, { ...form, khoa: undefined }, { onceKey: one(form.khoa) || undefined }),
  )
  if (saved.ok) return movedPage(request, officerId, saved.value)
  return officerPage(request, failedForm(form, fieldErrors(saved.error, language)), saved.error.status, officerId)
}

async function officerPage(request: PageRequest, given?: FormState, status = 200, posted?: number): Promise<Reply> {
  const { services, query, now, language, form } = request
  const { database } = services
  const text = handOverWords(language)
  const officer = await getOfficer(database, posted ?? idFrom(query['can-bo']))
  const today = localDate(now)
  const state = given ?? blankForm({ lastDay: today })
  const secondments = (await secondmentsOf(database, officer.id)).filter(
    ({ startsOn, endsOn, endedOn }) => endedOn === null && startsOn <= today && endsOn >= today,
  )
  const work = await heldWork(database, { fromOfficerId: officer.id })
  return consolePage(
    request,
    { title: text.title, hasErrors: hasErrors(state), status, breadcrumbs: crumbs(officer, language) },
    <>
      <ErrorSummary state={state} />
      <h1>{`${text.title}: ${officer.fullName}`}</h1>
      <p>{text.intro}</p>
      {work.length === 0 && secondments.length === 0 ? (
        <p>{text.noWork(officer.fullName)}</p>
      ) : (
        <HandOverForm
          state={state}
          text={text}
          officerId={officer.id}
          successors={await successors(request, officer)}
          wanted={query.q ?? ''}
          secondments={secondments.map(({ id, toUnitName, endsOn }) => ({
            value: String(id),
            label: text.endSecondment(toUnitName, formatDate(endsOn)),
          }))}
          onceKey={one(form.khoa) || randomUUID()}
        />
      )}
      <Preview rows={work} text={text} name={officer.fullName} />
    </>,
  )
}

/** Colleagues of the same role, or those found by name. */
async function successors({ services, query, now }: PageRequest, officer: Officer) {
  const wanted = query.q?.trim() ?? ''
  const found =
    wanted === ''
      ? await colleaguesOf(services.database, officer.id, now)
      : (await searchOfficers(services.database, wanted)).map(({ id, fullName, homeUnitName }) => ({
          id,
          fullName,
          unitName: homeUnitName,
        }))
  return found
    .filter(({ id }) => id !== officer.id)
    .map(({ id, fullName, unitName }) => ({ value: String(id), label: `${fullName}, ${unitName}` }))
}

async function movedPage(request: PageRequest, officerId: number, moved: MovedTask[]): Promise<Reply> {
  const { services, form, language } = request
  const text = handOverWords(language)
  const officer = await getOfficer(services.database, officerId)
  const toOfficerId = Number(one(form.toOfficerId))
  const successor = toOfficerId ? await getOfficer(services.database, toOfficerId) : undefined
  return consolePage(
    request,
    { title: text.result, breadcrumbs: crumbs(officer, language) },
    <Moved moved={moved} text={text} successorName={successor?.fullName ?? ''} hasEndedSecondment={one(form.secondmentId) !== ''} />,
  )
}

const crumbs = (officer: Officer, language: PageRequest['language']) => [
  { label: handOverWords(language).title, href: URL },
  { label: officer.fullName, href: `${URL}?can-bo=${officer.id}` },
]
