/** Loads the administrative areas for addresses; wanted by every installation. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Queryable } from '#platform/database.ts'
import { searchable } from '#platform/text/searchable.ts'

const SINCE = '2025-07-01'

export interface AreaLine {
  code: string
  parentCode: string | null
  name: string
}

export async function readAreas(): Promise<AreaLine[]> {
  const text = await readFile(join(import.meta.dirname, 'areas.tsv'), 'utf8')
  let province: string | null = null
  return text
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => {
      const [code = '', name = ''] = line.split('\t')
      if (code.length === 2) province = code
      return { code, parentCode: code.length === 2 ? null : province, name }
    })
}

/** Adds missing areas and brings names up to date; safe to run again. */
export async function seedAreas(db: Queryable): Promise<void> {
  const areas = await readAreas()
  await sql`
    insert into area (code, parent_code, name, search_name, valid_from)
    select * from unnest(${areas.map(({ code }) => code)}::text[], ${areas.map(({ parentCode }) => parentCode)}::text[],
      ${areas.map(({ name }) => name)}::text[], ${areas.map(({ name }) => searchable(name))}::text[],
      ${areas.map(() => SINCE)}::date[])
    on conflict (code) do update set name = excluded.name, search_name = excluded.search_name
    where area.name <> excluded.name`.execute(db)
}
