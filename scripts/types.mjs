// Writes db/schema.ts, the table types, from the migrations: `node scripts/types.mjs postgres://…` on a database that has just been migrated.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'

const [url, out = 'db/schema.ts'] = process.argv.slice(2)
const run = spawnSync(
  process.execPath,
  [
    'node_modules/kysely-codegen/dist/cli/bin.js',
    ...['--dialect', 'postgres', '--url', url, '--out-file', out, '--camel-case'],
    ...['--numeric-parser', 'number', '--date-parser', 'string', '--type-mapping', '{"int8":"number","ltree":"string"}'],
    ...['--include-pattern', 'public.*', '--exclude-pattern', 'public.migration'],
  ],
  { stdio: ['ignore', 'ignore', 'inherit'] },
)
if (run.status === 0)
  writeFileSync(
    out,
    `// Generated from db/migrations by scripts/types.mjs; do not edit.\n${readFileSync(out, 'utf8').replace(/^\/\*\*[\s\S]*?\*\/\n\n/, '')}`,
  )
process.exit(run.status ?? 1)
