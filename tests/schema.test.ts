/** The conventions of the database are a test: what CONTRIBUTING.md says of tables, columns and keys. */

import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { testDatabase } from './support/database.ts'

const { pool, url } = await testDatabase()
const rows = async <Row extends object>(sql: string): Promise<Row[]> => (await pool.query<Row>(sql)).rows

const ownColumns = `from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
  where table_schema = 'public' and table_type = 'BASE TABLE'`

describe('schema conventions', () => {
  test('every instant knows its zone', async () => {
    expect(await rows(`select table_name, column_name ${ownColumns} and data_type = 'timestamp without time zone'`)).toEqual([])
  })

  test('names are snake_case', async () => {
    expect(
      await rows(
        `select table_name, column_name ${ownColumns} and (column_name !~ '^[a-z][a-z0-9_]*$' or table_name !~ '^[a-z][a-z0-9_]*$')`,
      ),
    ).toEqual([])
  })

  test('lessons A.2.8: nothing is deleted by a mark that every query would have to remember', async () => {
    const marks = `column_name ~ '(deleted|removed|is_hidden|originality|trashed)' or column_name = 'is_valid'`
    expect(await rows(`select table_name, column_name ${ownColumns} and (${marks})`)).toEqual([])
  })

  test('tables are singular', async () => {
    const plural = await rows<{ table_name: string }>(
      `select distinct table_name ${ownColumns} and table_name ~ '[^s]s$' and table_name !~ '(basis|process|address|status)$'`,
    )
    expect(plural).toEqual([])
  })

  test('every table has a primary key', async () => {
    const without =
      await rows(`select t.table_name from information_schema.tables t where t.table_schema = 'public' and t.table_type = 'BASE TABLE'
      and not exists (select 1 from information_schema.table_constraints k where k.table_schema = 'public' and k.table_name = t.table_name and k.constraint_type = 'PRIMARY KEY')`)
    expect(without).toEqual([])
  })

  test('a column called …_id is a foreign key, but for actors and the audit trail, which outlive what they name', async () => {
    const loose = await rows<{
      column: string
    }>(`select c.table_name || '.' || c.column_name as column ${ownColumns} and column_name like '%\\_id'
      and not exists (select 1 from information_schema.key_column_usage k join information_schema.table_constraints f using (constraint_schema, constraint_name)
        where f.constraint_type = 'FOREIGN KEY' and k.table_name = c.table_name and k.column_name = c.column_name)
      order by 1`)
    const allowed = /^(audit\.(actor|subject|unit)_id|dossier_action\.actor_id|.*\.(approved|started|decided)_by_id)$/
    expect(loose.map(({ column }) => column).filter((column) => !allowed.test(column))).toEqual([])
  })

  test('every foreign key is indexed', async () => {
    const unindexed = await rows(`
      select c.conrelid::regclass::text as table, a.attname as column
      from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      where c.contype = 'f' and c.connamespace = 'public'::regnamespace
        and not exists (select 1 from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[1])`)
    expect(unindexed).toEqual([])
  })

  test('money is a whole number of đồng', async () => {
    expect(
      await rows(
        `select table_name, column_name, data_type ${ownColumns} and column_name ~ '(^|_)(amount|cap|price)$' and column_name <> 'limit_amount' and data_type <> 'bigint'`,
      ),
    ).toEqual([])
  })

  test('what may only grow refuses to change', async () => {
    const guarded = await rows<{ table: string }>(
      `select distinct tgrelid::regclass::text as table from pg_trigger where tgname like '%append_only' order by 1`,
    )
    expect(guarded.map(({ table }) => table)).toEqual(expect.arrayContaining(['audit', 'dossier_action', 'paper_print']))
    await pool.query(`insert into audit (at, actor_kind, name, outcome) values (now(), 'system', 'test.note', 'done')`)
    await expect(pool.query('update audit set name = $1', ['x'])).rejects.toThrow(/append-only/)
    await expect(pool.query('delete from audit')).rejects.toThrow(/append-only/)
  })

  test('text sorts in Vietnamese order', async () => {
    const sorted = await rows<{ name: string }>(
      `select name from (values ('Đỗ'), ('Dương'), ('Đinh'), ('Ân'), ('An'), ('Ăn')) as t (name) order by name`,
    )
    expect(sorted.map(({ name }) => name)).toEqual(['An', 'Ăn', 'Ân', 'Dương', 'Đinh', 'Đỗ'])
  })

  test('db/schema.ts is what the migrations make', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'motcua-types-'))
    const out = join(folder, 'schema.ts')
    execFileSync(process.execPath, ['scripts/types.mjs', url, out], { cwd: join(import.meta.dirname, '..') })
    const made = readFileSync(out, 'utf8')
    await rm(folder, { recursive: true })
    expect(
      made === readFileSync(join(import.meta.dirname, '../db/schema.ts'), 'utf8'),
      'run scripts/types.mjs on a migrated database',
    ).toBe(true)
  })
})
