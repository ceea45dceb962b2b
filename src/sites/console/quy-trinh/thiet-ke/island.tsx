/**
 * The designer in the browser: the page's own form, answered here instead of on the server. Each press runs the same code on the same plain data, so it is felt at once, and
 * the draft is kept a moment later. Where this does not run, the form goes to the server.
 */
import { flushSync, render, useState } from 'hono/jsx/dom'
import { begun, record, redo, undo } from '#modules/workflow/index.ts'
import type { FormValues } from '#platform/http/forms.ts'
import { LanguageContext } from '#ui/index.ts'
import { autosave, type Kept } from './autosave.ts'
import { Designer, PANEL } from './designer.tsx'
import { draggable } from './drag.ts'
import { valuesOf } from './element-form.ts'
import { type Done, press } from './press.ts'
import type { DesignerSetting, DesignerState } from './setting.ts'
import { copy, doneWords } from './words.ts'

const root = document.getElementById('thiet-ke')
// The checks use this; a browser without it keeps the plain form.
if (root && 'groupBy' in Map) start(root, JSON.parse(root.dataset.setting ?? ''), JSON.parse(root.dataset.state ?? ''))

function start(at: HTMLElement, setting: DesignerSetting, first: DesignerState): void {
  const { language } = setting
  const text = copy(language)
  let state = first
  let history = begun(first.graph)
  let show: (state: DesignerState) => void = () => undefined
  const saver = autosave({ address: setting.address, revision: first.revision, tell: (kept) => tell(kept) })

  function Island() {
    const [shown, setShown] = useState(state)
    show = setShown
    return (
      <LanguageContext.Provider value={language}>
        <Designer setting={setting} state={shown} isLive />
      </LanguageContext.Provider>
    )
  }

  function update(next: Partial<DesignerState>, focus?: 'field' | 'heading'): void {
    const before = document.activeElement?.id
    const isAsItCame = history.past.length + history.future.length === 0
    const undoable = {
      canUndo: history.past.length > 0 || first.canUndo,
      canRedo: history.future.length > 0 || (isAsItCame && first.canRedo),
    }
    state = { ...state, graph: history.present, ...undoable, ...next }
    flushSync(() => show(state))
    bringIntoView(state.selected)
    if (focus === 'field') at.querySelector<HTMLElement>(`#${PANEL} input:not([type=hidden])`)?.focus()
    else if (focus === 'heading') focusHeading()
    else if (before && document.activeElement === document.body) (document.getElementById(before) ?? headingOf())?.focus()
  }

  const headingOf = () => document.getElementById(`${PANEL}-title`)
  function focusHeading(): void {
    const heading = headingOf()
    heading?.setAttribute('tabindex', '-1')
    heading?.focus()
  }

  /** A press of a button, or the change of a field (`save`). */
  function pressed(form: FormValues): void {
    const { graph, selected, errors, done } = press(history.present, form, setting)
    if (done === 'nothing') return
    if (done === 'wrong') {
      update({ form: { values: form, errors }, told: doneWords(language).wrong })
      return
    }
    const isChanged = graph !== history.present
    history = record(history, graph)
    if (isChanged) saver.changed(graph)
    // Here the fields are taken over at once; what is said of saving is whether it has come to the server.
    const told = { told: done === 'saved' ? undefined : doneWords(language)[done], ...(isChanged && { kept: text.unsaved }) }
    update({ ...told, selected, form: formOf(selected) }, INSERTING.includes(done) ? 'field' : undefined)
  }

  function select(id: string | undefined): void {
    window.history.replaceState(null, '', id === undefined ? setting.address : `${setting.address}?chon=${encodeURIComponent(id)}`)
    update({ selected: id, form: formOf(id), told: undefined }, 'heading')
  }

  /** False when there is nothing to take back here; what was done before the page was opened is taken back by the server. */
  function travel(to: 'undo' | 'redo'): boolean {
    const next = to === 'undo' ? undo(history) : redo(history)
    if (next === history) return false
    history = next
    saver.changed(next.present)
    const known = [...next.present.nodes, ...next.present.flows].some(({ id }) => id === state.selected)
    const selected = known || state.selected?.startsWith('.') ? state.selected : undefined
    update({ selected, form: formOf(selected), told: to === 'undo' ? text.undone : text.redone, kept: text.unsaved })
    return true
  }

  const formOf = (selected: string | undefined) => ({ values: valuesOf(history.present, selected), errors: {} })

  const tell = (kept: Kept): void => update(standing(kept))
  function standing(kept: Kept): Partial<DesignerState> {
    switch (kept.how) {
      case 'saving':
        return { kept: text.saving }
      case 'saved':
        return { kept: saver.isPending() ? text.unsaved : text.saved(kept.at), revision: kept.revision, trouble: undefined }
      case 'conflict':
        return { kept: text.unsaved, trouble: { sentence: kept.sentence, revision: kept.revision } }
      case 'signed-out':
        return { kept: undefined, trouble: { sentence: text.signedOut, isSignedOut: true } }
      case 'dropped':
        return { kept: undefined, trouble: { sentence: text.dropped } }
      case 'refused':
        return { kept: undefined, trouble: { sentence: kept.sentence } }
    }
  }

  // A field that is left by pressing a button is taken over after the press: the page must not move under the pointer.
  let isPressing = false
  let afterPress: (() => void) | undefined
  const settle = () => {
    const act = afterPress
    afterPress = undefined
    act?.()
  }
  document.addEventListener('pointerdown', () => {
    isPressing = true
  })
  for (const end of ['pointerup', 'pointercancel'])
    document.addEventListener(end, () => {
      isPressing = false
      setTimeout(settle)
    })
  at.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement)) return
    // The button sends the fields along.
    afterPress = undefined
    const values = valuesOfForm(form, event.submitter)
    const act = values._action
    if (act === 'undo' || act === 'redo') {
      if (travel(act)) return event.preventDefault()
      // The server goes back from what it has.
      if (!saver.isPending()) return
      event.preventDefault()
      const button = event.submitter
      void saver.flush().then(() => form.requestSubmit(button))
      return
    }
    event.preventDefault()
    if (act === 'keep-mine' && state.trouble?.revision !== undefined) saver.keepOn(state.trouble.revision)
    else pressed(values)
  })
  draggable({
    at,
    graph: () => history.present,
    press(form) {
      settle()
      pressed(form)
    },
  })
  at.addEventListener('change', (event) => {
    const form = event.target instanceof Element ? event.target.closest('form') : null
    if (!form) return
    afterPress = () => pressed({ ...valuesOfForm(form), _action: 'save' })
    if (!isPressing) settle()
  })
  at.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    const id = idOfLink(link?.getAttribute('href') ?? '')
    if (id === undefined || isElsewhere(event)) return
    event.preventDefault()
    settle()
    select(id)
  })
  document.addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || !['z', 'y'].includes(event.key.toLowerCase())) return
    if (isBeingTyped(event.target, state.form.values)) return
    const to = event.key.toLowerCase() === 'y' || event.shiftKey ? 'redo' : 'undo'
    if (travel(to)) event.preventDefault()
  })
  // Whoever goes on, to publish for example, goes on with what was drawn.
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null
    settle()
    if (!link || event.defaultPrevented || isElsewhere(event) || !saver.isPending() || state.trouble) return
    event.preventDefault()
    void saver.flush().then(() => location.assign(link.getAttribute('href') ?? ''))
  })
  addEventListener('beforeunload', (event) => {
    if (saver.isPending()) event.preventDefault()
  })

  at.replaceChildren()
  render(<Island />, at)
  bringIntoView(state.selected)
}

const INSERTING: readonly Done[] = ['insert-after', 'insert-before', 'insert-on', 'add-way', 'connect']

function valuesOfForm(form: HTMLFormElement, submitter?: HTMLElement | null): FormValues {
  const values: FormValues = {}
  const data = new FormData(form, submitter ?? undefined)
  for (const name of new Set(data.keys())) {
    const all = data.getAll(name).map(String)
    values[name] = all.length > 1 ? all : (all[0] ?? '')
  }
  // The button that was pressed comes after the hidden one that Enter sends.
  const action = values._action
  return Array.isArray(action) ? { ...values, _action: action.at(-1) ?? '' } : values
}

function idOfLink(href: string): string | undefined {
  const [, id] = /[?&]chon=([^&#]+)/.exec(href) ?? []
  return id === undefined ? undefined : decodeURIComponent(id)
}

/** Asked to open beside this page. */
const isElsewhere = ({ ctrlKey, metaKey, shiftKey, button }: MouseEvent) => ctrlKey || metaKey || shiftKey || button !== 0

/** The browser's own undo is for what has been typed since the field was last taken over. */
function isBeingTyped(target: EventTarget | null, values: Record<string, string | string[] | undefined>): boolean {
  if (!(target instanceof HTMLInputElement) || ['checkbox', 'radio'].includes(target.type)) return false
  return target.value !== (values[target.name] ?? '')
}

/** Within the frame of the picture only: the page stays where it is. */
function bringIntoView(id: string | undefined): void {
  const frame = document.getElementById('so-do')
  const shape = id === undefined ? null : document.getElementById(`node-${id}`)
  if (!frame || !shape) return
  const [outer, inner] = [frame.getBoundingClientRect(), shape.getBoundingClientRect()]
  if (inner.left < outer.left || inner.right > outer.right) frame.scrollLeft += inner.left - outer.left - (outer.width - inner.width) / 2
  if (inner.top < outer.top || inner.bottom > outer.bottom) frame.scrollTop += inner.top - outer.top - (outer.height - inner.height) / 2
}
