/** Hands that only have a keyboard, and count. */
import { expect, type Locator, type Page } from '@playwright/test'

/** So far must nobody have to press Tab to what comes next. */
const MOST_TABS = 40

export interface Keyboard {
  /** Types where the cursor is. */
  type(text: string): Promise<void>
  press(key: 'Enter' | 'Tab' | 'Space' | 't' | '/'): Promise<void>
  /** Presses Tab until `target` has the focus; fails where it cannot be reached. */
  tabTo(target: Locator): Promise<void>
  strokes(): number
}

export function keyboardOf(page: Page): Keyboard {
  let strokes = 0
  const press: Keyboard['press'] = async (key) => {
    strokes++
    await page.keyboard.press(key)
  }
  return {
    async type(text) {
      strokes += text.length
      await page.keyboard.type(text)
    },
    press,
    async tabTo(target) {
      for (let tabs = 0; tabs < MOST_TABS; tabs++) {
        if (await target.evaluate((element) => element === element.ownerDocument.activeElement)) return
        await press('Tab')
      }
      await expect(target, `reached by Tab within ${MOST_TABS} presses`).toBeFocused()
    },
    strokes: () => strokes,
  }
}
