import { sql } from 'kysely'
import { workRoles } from '#modules/identity/index.ts'
import type { Queryable } from '#platform/database.ts'
import { localDate } from '#platform/text/dates.ts'
import type { ViewFilter } from '../inbox-views.ts'
import { countFitting } from './inbox.ts'

export interface InboxView extends ViewFilter {
  id: number
  name: string
  /** Shared by everybody of the role; absent for one's own. */
  roleId?: number
  roleName?: string
}

export interface CountedView extends InboxView {
  count: number
}

const views = (db: Queryable) =>
  db
    .selectFrom('inboxView as v')
    .leftJoin('role as r', 'r.id', 'v.roleId')
    .select(['v.id', 'v.name', 'v.list', 'v.standing', 'v.kind', 'v.text', 'v.unitId', 'v.roleId', 'r.name as roleName'])
    .orderBy((eb) => eb('v.roleId', 'is not', null))
    .orderBy('v.name')
    .orderBy('v.id')

type Row = Awaited<ReturnType<ReturnType<typeof views>['execute']>>[number]

const viewOf = ({ standing, kind, text, unitId, roleId, roleName, list, ...rest }: Row): InboxView => ({
  ...rest,
  list: list as InboxView['list'],
  standing: (standing ?? undefined) as InboxView['standing'],
  kind: (kind ?? undefined) as InboxView['kind'],
  text: text ?? undefined,
  unitId: unitId ?? undefined,
  roleId: roleId ?? undefined,
  roleName: roleName ?? undefined,
})

/** The officer's own and those of her roles of today, each with how much fits it now. */
export async function countedViews(db: Queryable, officerId: number, now: Date, nearUntil: Date): Promise<CountedView[]> {
  const roleIds = [...new Set((await workRoles(db, officerId, now)).map(({ roleId }) => roleId))]
  const rows = await views(db)
    .where((eb) => eb.or([eb('v.officerId', '=', officerId), ...(roleIds.length > 0 ? [eb('v.roleId', 'in', roleIds)] : [])]))
    .limit(60)
    .execute()
  return Promise.all(rows.map(viewOf).map(async (view) => ({ ...view, count: await countFitting(db, officerId, view, now, nearUntil) })))
}

export async function sharedViews(db: Queryable): Promise<InboxView[]> {
  return (await views(db).where('v.roleId', 'is not', null).execute()).map(viewOf)
}

/** The units whose steps the officer works on today, for filtering her list. */
export async function unitsOfInbox(db: Queryable, officerId: number, now: Date): Promise<{ id: number; name: string }[]> {
  const today = localDate(now)
  const { rows } = await sql<{ id: number; name: string }>`
    select u.id, u.name from unit u
    where u.id in (select t.unit_id from task t where t.assignee_id = ${officerId} and t.closed_at is null)
      or u.id in (select a.unit_id from role_assignment a where a.officer_id = ${officerId} and a.valid_from <= ${today}::date
        and (a.valid_to is null or a.valid_to >= ${today}::date))
    order by u.path limit 100`.execute(db)
  return rows
}
