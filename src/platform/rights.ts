/** Rights are named after actions and readings (`module.verb-thing`). Each is declared once with the words an administrator sees. */
export interface RightWords {
  vi: string
  en: string
}

const declared = new Map<string, RightWords>()

export function defineRights<const Rights extends Record<`${string}.${string}`, RightWords>>(rights: Rights): Rights {
  for (const [name, words] of Object.entries(rights)) declared.set(name, words)
  return rights
}

/** All declared rights, sorted by name. */
export const allRights = (): [string, RightWords][] => [...declared].sort(([a], [b]) => (a < b ? -1 : 1))
