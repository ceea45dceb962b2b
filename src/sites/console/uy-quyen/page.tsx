/** Ủy quyền: an officer lends what she holds for some days, or takes it back; an administrator does it for others (`cho` is the officer's id). */
import {
  type Delegation,
  delegate,
  delegateForOther,
  delegationsOf,
  delegationsWithin,
  getOfficer,
  permittedUnitPaths,
  revokeDelegation,
  revokeDelegationForOther,
  searchOfficers,
} from '#modules/identity/index.ts'
import { commonErrors } from '#platform/errors.ts'
import { attempt, fieldErrors, one } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { localDate } from '#platform/text/dates.ts'
import { blankForm, ErrorSummary, type FormState, failedForm, hasErrors, Panel } from '#ui/index.ts'
import { consolePage } from '../layout.tsx'
import { idFrom } from '../unit-choices.ts'
import { Delegations, NewDelegation } from './parts.tsx'
import { delegationWords } from './words.ts'

const RIGHT = 'identity.delegate-for-others'

export const routes: Route[] = [
  {
    method: 'GET',
    url: '/uy-quyen',
    permission: 'signed-in',
    handle: (request) => page(request, blankForm({ validFrom: localDate(request.now) })),
  },
  { method: 'POST', url: '/uy-quyen', permission: 'signed-in', handle: save },
  { method: 'POST', url: '/uy-quyen/thu-hoi', permission: 'signed-in', handle: revoke },
]

async function save(request: PageRequest): Promise<Reply> {
  const { services, viewer, form, query, language } = request
  const saved = await attempt(() =>
    query.cho
      ? services.perform(viewer.actor, delegateForOther, { ...form, fromOfficerId: idFrom(query.cho) })
      : services.perform(viewer.actor, delegate, form),
  )
  if (saved.ok) return redirect('/uy-quyen', delegationWords(language).saved)
  return page(request, failedForm(form, fieldErrors(saved.error, language)), saved.error.status)
}

async function revoke({ services, viewer, form, language }: PageRequest): Promise<Reply> {
  const isOwn = one(form.own) === 'true'
  await services.perform(viewer.actor, isOwn ? revokeDelegation : revokeDelegationForOther, { delegationId: one(form.delegationId) })
  return redirect('/uy-quyen', delegationWords(language).revoked)
}

async function page(request: PageRequest, state: FormState, status = 200): Promise<Reply> {
  const { services, viewer, query, language, now } = request
  const { database } = services
  if (viewer.actor.kind !== 'officer') return commonErrors.fail('access.sign-in')
  const self = viewer.actor.id
  const text = delegationWords(language)
  const from = query.cho && viewer.holds(RIGHT) ? await getOfficer(database, idFrom(query.cho)) : undefined
  const wanted = query.q?.trim() ?? ''
  const found = (await searchOfficers(database, wanted)).filter(({ id }) => id !== (from?.id ?? self))
  const others = viewer.holds(RIGHT) ? await othersDelegations(request, self) : []
  return consolePage(
    request,
    { title: text.title, hasErrors: hasErrors(state), status },
    <>
      <ErrorSummary state={state} />
      <h1>{text.title}</h1>
      <p>{text.intro}</p>
      <NewDelegation state={state} text={text} from={from} wanted={wanted} found={found} language={language} search={{ cho: query.cho }} />
      <Panel id="cua-toi" title={text.mine}>
        <Delegations rows={await delegationsOf(database, self)} text={text} today={localDate(now)} officerId={self} />
      </Panel>
      {viewer.holds(RIGHT) && (
        <Panel id="don-vi" title={text.others}>
          <Delegations rows={others} text={text} today={localDate(now)} officerId={self} withOfficerLinks />
        </Panel>
      )}
    </>,
  )
}

async function othersDelegations({ services, viewer, now }: PageRequest, self: number): Promise<Delegation[]> {
  const paths = await permittedUnitPaths(services.database, viewer.actor, RIGHT, now)
  const rows = await delegationsWithin(services.database, paths)
  return rows.filter(({ fromOfficerId, toOfficerId }) => fromOfficerId !== self && toOfficerId !== self)
}
