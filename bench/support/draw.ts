import type pg from 'pg'

/** Codes of dossiers drawn at random, in a random order; where there are fewer dossiers, they come again. */
export async function drawCodes(pool: pg.Pool, count: number): Promise<string[]> {
  const { rows } = await pool.query<{ code: string }>('select code from dossier order by random() limit $1', [count])
  const codes = rows.map(({ code }) => code)
  return Array.from({ length: count }, (_, index) => codes[index % codes.length] ?? '')
}
