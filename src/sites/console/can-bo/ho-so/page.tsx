/** Một cán bộ: who, which roles and until when, secondments, and what an administrator may do with the account. */
import { assignmentsOf, holdsAt, type Officer, readOfficer, secondmentsOf } from '#modules/identity/index.ts'
import type { PageRequest, Reply, Route } from '#platform/http/route.ts'
import { localDate } from '#platform/text/dates.ts'
import { Button, ButtonRow, DefinitionList, PageHead, Tag } from '#ui/index.ts'
import { consolePage } from '../../layout.tsx'
import { positionName } from '../../position-name.ts'
import { withRoleName } from '../../role-name.ts'
import { idFrom } from '../../unit-choices.ts'
import { routes as second } from '../biet-phai/page.tsx'
import { AccountState } from '../state.tsx'
import { routes as edit } from '../sua/page.tsx'
import { Account } from '../tai-khoan/account.tsx'
import { routes as account } from '../tai-khoan/page.tsx'
import { routes as assign } from '../vai-tro/page.tsx'
import { type OfficerText, officerWords } from '../words.ts'
import { Roles, Secondments } from './parts.tsx'

export const routes: Route[] = [
  { method: 'GET', url: '/can-bo/:id', permission: 'identity.manage-officers', handle: show },
  ...edit,
  ...assign,
  ...second,
  ...account,
]

async function show(request: PageRequest): Promise<Reply> {
  const { services, params, viewer, language, now } = request
  const { database } = services
  const text = officerWords(language)
  const officer = await readOfficer(database, idFrom(params.id), { actor: viewer.actor, now })
  const isOwn = viewer.actor.kind === 'officer' && viewer.actor.id === officer.id
  const mayManage = !isOwn && (await holdsAt(database, viewer.actor, 'identity.manage-officers', officer.homeUnitPath, now))
  const today = localDate(now)
  return consolePage(
    request,
    { title: officer.fullName, breadcrumbs: [{ label: text.officers, href: '/can-bo' }, { label: officer.fullName }] },
    <>
      <PageHead
        title={officer.fullName}
        kicker={officer.username}
        state={<AccountState officer={officer} now={now} text={text} />}
        facts={[positionName(officer, language), officer.homeUnitName].filter(Boolean).join(', ')}
        actions={
          !isOwn && (
            <ButtonRow>
              {mayManage && (
                <Button small href={`/can-bo/${officer.id}/sua`}>
                  {text.edit}
                </Button>
              )}
              {viewer.holds('identity.assign-role') && (
                <Button small href={`/can-bo/${officer.id}/vai-tro`}>
                  {text.assign}
                </Button>
              )}
              {viewer.holds('identity.second-officer') && (
                <Button small href={`/can-bo/${officer.id}/biet-phai`}>
                  {text.second}
                </Button>
              )}
            </ButtonRow>
          )
        }
      />
      <Facts officer={officer} text={text} />
      <Roles
        officerId={officer.id}
        rows={withRoleName(await assignmentsOf(database, officer.id), language)}
        text={text}
        today={today}
        mayEnd={!isOwn && viewer.holds('identity.assign-role')}
      />
      <Secondments
        officerId={officer.id}
        rows={await secondmentsOf(database, officer.id)}
        text={text}
        today={today}
        mayEnd={!isOwn && viewer.holds('identity.second-officer')}
      />
      {mayManage && <Account officer={officer} now={now} text={text} />}
    </>,
  )
}

const Facts = ({ officer, text }: { officer: Officer; text: OfficerText }) => (
  <DefinitionList
    rows={[
      { term: text.staffKind, value: text[officer.staffKind] },
      { term: text.phone, value: officer.phone },
      { term: text.email, value: officer.email },
      { term: text.secondFactor, value: officer.hasSecondFactor ? text.on : text.off },
      { term: text.state, value: officer.mustChangePassword && text.mustChange },
      { term: '', value: officer.isInvented && <Tag tone="info">{text.invented}</Tag> },
    ].filter(({ value }) => value)}
  />
)
