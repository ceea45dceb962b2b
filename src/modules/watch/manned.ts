/** SQL: whether somebody who is there today can do a step. Being there: an open account and no absence that day (a substitute or a delegate counts, if she is there). */
import { type RawBuilder, sql } from 'kysely'
import { heldAssignments } from '#modules/identity/index.ts'
import { validOn } from '#platform/validity.ts'

/** No alias of the query around it may be `o` or `gone`. */
const isThere = (officerId: string, today: string): RawBuilder<boolean> => sql<boolean>`(
  exists (select from officer o where o.id = ${sql.ref(officerId)} and o.is_active)
  and not exists (select from absence gone where gone.officer_id = ${sql.ref(officerId)} and gone.cancelled_at is null
    and gone.first_day <= ${today}::date and gone.last_day >= ${today}::date))`

/** Somebody acts in the place of the officer, who is absent or has delegated. */
const hasStandIn = (officerId: string, today: string): RawBuilder<boolean> => sql<boolean>`(
  exists (select from absence b where b.officer_id = ${sql.ref(officerId)} and b.cancelled_at is null
    and b.first_day <= ${today}::date and b.last_day >= ${today}::date and ${isThere('b.substitute_id', today)}))`

const hasDelegate = (officerId: string, today: string): RawBuilder<boolean> => sql<boolean>`(
  exists (select from delegation g where g.from_officer_id = ${sql.ref(officerId)} and g.revoked_at is null
    and g.valid_from <= ${today}::date and g.valid_to >= ${today}::date and ${isThere('g.to_officer_id', today)}))`

/** Columns of `post`: role_id, unit_id, path (of the unit). */
const isRoleManned = (today: string): RawBuilder<boolean> => sql<boolean>`(
  exists (select from role_assignment a
    join officer own on own.id = a.officer_id and own.is_active
    where a.role_id = post.role_id and a.unit_id = any (string_to_array(post.path::text, '.')::bigint[]) and ${validOn(today, 'a')}
      and (${isThere('own.id', today)} or ${hasStandIn('own.id', today)} or ${hasDelegate('own.id', today)})))`

const holdsRole = (today: string): RawBuilder<boolean> => sql<boolean>`(
  exists (select from ${heldAssignments(sql.ref('post.assignee_id') as RawBuilder<number>, today)} held
    where held.role_id = post.role_id and held.unit_id = any (string_to_array(post.path::text, '.')::bigint[])))`

/** SQL of an `UnmannedReason`, null where somebody can act; `post` has role_id, assignee_id, path and valid_to (of the unit). */
export const whyUnmanned = (today: string): RawBuilder<string | null> => sql<string | null>`
  case
    when post.valid_to < ${today}::date then 'unit-closed'
    when post.assignee_id is null then case when ${isRoleManned(today)} then null else 'nobody' end
    when not exists (select from officer o where o.id = post.assignee_id and o.is_active) then 'left'
    when not ${holdsRole(today)} then 'unfit'
    when ${isThere('post.assignee_id', today)} or ${hasStandIn('post.assignee_id', today)} then null
    else 'away'
  end`
