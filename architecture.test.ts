/** Who may use whom. Read the two tables aloud: they are the architecture. What is not written is forbidden. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const layers: Record<string, string[]> = {
  platform: [],
  ui: ['platform'],
  modules: ['platform'],
  sites: ['ui', 'modules', 'platform'],
}

const modules: Record<string, string[]> = {
  organization: [],
  identity: ['organization'],
  calendar: ['organization'],
  catalogue: ['organization', 'calendar', 'documents'],
  documents: ['identity'],
  dossier: ['identity', 'organization', 'calendar', 'catalogue', 'documents'],
  workflow: ['dossier', 'identity', 'organization', 'calendar', 'catalogue', 'documents'],
  papers: ['dossier', 'workflow', 'identity', 'organization', 'calendar', 'catalogue', 'documents'],
  intake: ['dossier', 'workflow', 'papers', 'identity', 'organization', 'calendar', 'catalogue', 'documents'],
  settlement: ['dossier', 'workflow', 'papers', 'documents', 'catalogue', 'calendar', 'identity', 'organization'],
  results: ['dossier', 'workflow', 'papers', 'documents', 'catalogue', 'identity', 'organization'],
  notification: ['dossier', 'workflow', 'identity', 'organization', 'calendar', 'catalogue'],
  // Looks at everything that is open, by SQL; changes nothing but its own rows.
  watch: ['dossier', 'workflow', 'settlement', 'notification', 'calendar', 'identity', 'organization', 'catalogue'],
  // Reads the facts that modules publish as SQL views (`…_fact`), and the definitions of dossier.
  reporting: ['dossier', 'organization', 'identity', 'catalogue', 'papers', 'calendar'],
}

const sites = ['portal', 'console', 'api']

describe('architecture', () => {
  test('every import follows the arrows', () => {
    expect(violations(sourceFiles(join(import.meta.dirname, 'src')))).toEqual([])
  })

  test('the arrows between modules make no circle', () => {
    const visit = (name: string, trail: string[]): string[] => {
      if (trail.includes(name)) return [[...trail, name].join(' → ')]
      return (modules[name] ?? []).flatMap((next) => visit(next, [...trail, name]))
    }
    expect(Object.keys(modules).flatMap((name) => visit(name, []))).toEqual([])
  })

  test('each module and site on disk is in the tables', () => {
    const folders = (path: string) =>
      readdirSync(join(import.meta.dirname, 'src', path), { withFileTypes: true })
        .filter((e) => e.isDirectory())
        .map((e) => e.name)
    expect(folders('modules').filter((name) => !(name in modules))).toEqual([])
    expect(folders('sites').filter((name) => !sites.includes(name))).toEqual([])
  })

  test('only platform/clock.ts reads the time', () => {
    const readers = sourceFiles(join(import.meta.dirname, 'src')).filter(
      (file) =>
        !file.includes('/ui/enhance/') &&
        !/\.test\.tsx?$/.test(file) &&
        !file.endsWith('platform/clock.ts') &&
        /\bDate\.now\(|new Date\(\)/.test(readFileSync(file, 'utf8')),
    )
    expect(readers.map((file) => relative(import.meta.dirname, file))).toEqual([])
  })

  test('sites hold no SQL', () => {
    const withSql = sourceFiles(join(import.meta.dirname, 'src/sites')).filter(
      (file) => !/\.test\.tsx?$/.test(file) && /\b(selectFrom|insertInto|updateTable|deleteFrom)\(|\bsql`/.test(readFileSync(file, 'utf8')),
    )
    expect(withSql.map((file) => relative(import.meta.dirname, file))).toEqual([])
  })

  test('the check catches what it forbids', () => {
    const planted = { from: ['modules', 'dossier', 'x.ts'], to: ['modules', 'workflow', 'index.ts'] }
    expect(verdict(planted.from, planted.to)).toBe('dossier may not use workflow')
    expect(verdict(['ui', 'x.ts'], ['modules', 'dossier', 'index.ts'])).toBe('ui may not use modules')
    expect(verdict(['modules', 'workflow', 'x.ts'], ['modules', 'dossier', 'append.ts'])).toBe('use dossier by its index.ts')
    expect(verdict(['sites', 'portal', 'x.ts'], ['sites', 'console', 'y.ts'])).toBe('portal may not use console')
    expect(verdict(['modules', 'workflow', 'x.ts'], ['modules', 'dossier', 'index.ts'])).toBeUndefined()
  })
})

/** Files that see everything: the composition root and the ways in. */
const isRoot = (path: string[]) => path.length === 1 || path[0] === 'cli'

function verdict(from: string[], to: string[]): string | undefined {
  if (isRoot(from)) return undefined
  const [layer = '', area = ''] = from
  const [toLayer = '', toArea = ''] = to
  if (isRoot(to)) return toLayer === 'config.ts' && layer === 'platform' ? 'platform may not use config' : `${layer} may not use ${toLayer}`
  if (layer !== toLayer) {
    if (!layers[layer]?.includes(toLayer)) return `${layer} may not use ${toLayer}`
    if (toLayer === 'modules' && to[2] !== 'index.ts') return `use ${toArea} by its index.ts`
    return undefined
  }
  if (area === toArea || layer === 'platform' || layer === 'ui') return undefined
  // The files beside the sites (office.ts) are for all of them; a site's own (layout.tsx) are for that site.
  if (layer === 'sites') return to.length === 2 ? undefined : `${area} may not use ${toArea}`
  if (!modules[area]?.includes(toArea)) return `${area} may not use ${toArea}`
  return to[2] === 'index.ts' ? undefined : `use ${toArea} by its index.ts`
}

function violations(files: string[]): string[] {
  const src = join(import.meta.dirname, 'src')
  return files
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([#.][^']+)'/g)].flatMap(([, target = '']) => {
        const path = target.startsWith('#') ? join(src, target.slice(1)) : resolve(dirname(file), target)
        if (!path.startsWith(`${src}/`)) return []
        const reason = verdict(relative(src, file).split('/'), relative(src, path).split('/'))
        return reason ? [`${relative(src, file)}: ${reason} (${target})`] : []
      }),
    )
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
}
