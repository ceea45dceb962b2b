/** Kinds of parts to drag into the picture; only where scripts run. Pressed, one is put after what is selected. */
import { NEW_KINDS } from '#modules/workflow/index.ts'
import type { Language } from '#platform/language.ts'
import { Button, ButtonRow } from '#ui/index.ts'
import { copy, newKindWords } from './words.ts'

export function Palette({ at, language }: { at: string; language: Language }) {
  const text = copy(language)
  return (
    <form class="designer__palette" aria-label={text.palette}>
      <input type="hidden" name="at" value={at} />
      <p class="muted">{text.paletteHint}</p>
      <ButtonRow>
        {NEW_KINDS.map((kind) => (
          <span key={kind} data-kind={kind}>
            <Button small name="_action" value={`put:${kind}`} id={`them-${kind}`}>
              {newKindWords(language)[kind]}
            </Button>
          </span>
        ))}
      </ButtonRow>
    </form>
  )
}
