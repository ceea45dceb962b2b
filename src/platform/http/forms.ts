/** Helpers between a posted form and an action. */
import { AppError } from '../errors.ts'
import type { Language } from '../language.ts'

export type FormValues = Record<string, string | string[]>
export type Attempt<Result> = { ok: true; value: Result } | { ok: false; error: AppError }

/** Runs something that may be refused; a refusal is a value for the page, any other error goes on. */
export async function attempt<Result>(work: () => Promise<Result>): Promise<Attempt<Result>> {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    if (error instanceof AppError && error.status < 500) return { ok: false, error }
    throw error
  }
}

/** The sentences of a refusal by field; `_` is about the whole form. */
export const fieldErrors = (error: AppError, language: Language): Record<string, string> =>
  Object.keys(error.fields).length > 0 ? error.fields : { _: error.sentence(language) }

/** A single value of a field that may have been sent several times. */
export const one = (value: string | string[] | undefined): string => (Array.isArray(value) ? (value[0] ?? '') : (value ?? ''))

/** All values of a field. */
export const many = (value: string | string[] | undefined): string[] => (value === undefined ? [] : Array.isArray(value) ? value : [value])

/**
 * Dotted field names as a tree: `owner.name`, `components.0.copies`. Numbers make lists; gaps (a row removed in the middle) close up.
 */
export function nested(values: FormValues): Record<string, unknown> {
  const root: Tree = {}
  for (const [name, value] of Object.entries(values)) {
    const path = name.split('.')
    if (path.length > 6 || path.some((part) => part === '' || part === '__proto__' || part === 'constructor' || part === 'prototype'))
      continue
    let place = root
    for (const part of path.slice(0, -1)) {
      const next = place[part]
      place = place[part] = typeof next === 'object' && !Array.isArray(next) ? next : {}
    }
    place[path.at(-1) ?? ''] = value
  }
  return listed(root) as Record<string, unknown>
}

function listed(tree: Tree): unknown {
  const entries = Object.entries(tree).map(
    ([key, value]) => [key, typeof value === 'object' && !Array.isArray(value) ? listed(value) : value] as const,
  )
  if (entries.length > 0 && entries.every(([key]) => /^\d+$/.test(key)))
    return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, value]) => value)
  return Object.fromEntries(entries)
}

interface Tree {
  [part: string]: string | string[] | Tree
}
