/** In the browser: keeps the draft on the server a moment after each change, one save at a time, and says how it went. */
import type { ProcessGraph } from '#modules/workflow/index.ts'

export type Kept =
  | { how: 'saving' }
  | { how: 'saved'; revision: number; at: string }
  /** Somebody else has saved meanwhile; `revision` is theirs. */
  | { how: 'conflict'; revision: number; sentence: string }
  | { how: 'dropped' }
  | { how: 'signed-out' }
  | { how: 'refused'; sentence: string }

export interface Autosave {
  /** The drawing has changed. */
  changed(graph: ProcessGraph): void
  /** On top of what somebody else has saved. */
  keepOn(revision: number): void
  isPending(): boolean
  /** Saves now what is still to be saved. */
  flush(): Promise<void>
}

/** Typing and pressing quickly is one save. */
const WAIT = 700
const TRY_AGAIN = 10_000

export function autosave({ address, revision: first, tell }: AutosaveSetting): Autosave {
  let revision = first
  let waiting: ProcessGraph | undefined
  let isHalted = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<Kept> | undefined

  const plan = (wait: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), wait)
  }

  async function flush(): Promise<void> {
    clearTimeout(timer)
    await running
    const graph = waiting
    if (!graph || isHalted) return
    waiting = undefined
    tell({ how: 'saving' })
    running = send(graph)
    tell(await running)
  }

  async function send(graph: ProcessGraph): Promise<Kept> {
    const answer = await post(address, revision, graph)
    if (answer.how === 'saved') revision = answer.revision
    else waiting ??= graph
    if (answer.how === 'conflict' || answer.how === 'refused') isHalted = true
    if (answer.how === 'dropped' || answer.how === 'signed-out') plan(TRY_AGAIN)
    running = undefined
    return answer
  }

  addEventListener('online', () => plan(0))
  return {
    changed(graph) {
      waiting = graph
      plan(WAIT)
    },
    keepOn(theirs) {
      revision = theirs
      isHalted = false
      plan(0)
    },
    isPending: () => waiting !== undefined || running !== undefined,
    flush,
  }
}

async function post(address: string, revision: number, graph: ProcessGraph): Promise<Kept> {
  try {
    const body = new URLSearchParams({ revision: String(revision), graph: JSON.stringify(graph) })
    const answer = await fetch(`${address}/luu`, { method: 'POST', body, headers: { accept: 'application/json' }, redirect: 'manual' })
    if (answer.type === 'opaqueredirect' || answer.status === 401) return { how: 'signed-out' }
    const said = (await answer.json()) as { revision?: number; at?: string; sentence?: string }
    if (answer.ok) return { how: 'saved', revision: said.revision ?? revision, at: said.at ?? '' }
    const sentence = said.sentence ?? ''
    return said.revision === undefined ? { how: 'refused', sentence } : { how: 'conflict', revision: said.revision, sentence }
  } catch {
    return { how: 'dropped' }
  }
}

interface AutosaveSetting {
  /** Of the designer's page. */
  address: string
  revision: number
  tell(kept: Kept): void
}
