/** Looks at a page as everybody meets it: no accessibility violation at a phone's and at a desk's width, nothing sideways, no error in the console. */
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, expect, type Page, test } from '@playwright/test'

const PHONE = { width: 390, height: 844 }
const SIZES = [PHONE, { width: 1366, height: 900 }]
/** What a browser says of a page whose answer is 404 by right, and of the scripts that are held back below. */
const EXPECTED = /status of 404|ERR_BLOCKED_BY_CLIENT/

/** With `picture`, what is seen is kept for the guides where pictures are asked for (`JOURNEY_PICTURES`). */
export async function look(browser: Browser, page: Page, picture?: string): Promise<void> {
  const seen = await withoutItsScripts(browser, page)
  const errors: string[] = []
  seen.on('console', (message) => message.type() === 'error' && !EXPECTED.test(message.text()) && errors.push(message.text()))
  seen.on('pageerror', (error) => errors.push(error.message))
  await seen.goto(page.url())
  for (const size of SIZES) {
    await seen.setViewportSize(size)
    // The desk's layout is the same style sheet with scripts and without.
    if (size === PHONE || !isWithoutScripts()) await insistAccessible(seen, `${page.url()} at ${size.width}`)
    expect(
      await seen.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
      `${page.url()} sideways at ${size.width}`,
    ).toBeLessThanOrEqual(0)
    if (picture && process.env.JOURNEY_PICTURES) await seen.screenshot({ path: `docs/pictures/${picture}-${size.width}.png` })
  }
  expect(errors, page.url()).toEqual([])
  await seen.context().close()
}

async function insistAccessible(seen: Page, where: string): Promise<void> {
  // No page has frames, and what passes need not be told: half the time.
  const { violations } = await new AxeBuilder({ page: seen })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze()
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`)
  expect(told, where).toEqual([])
}

const isWithoutScripts = (): boolean => test.info().project.name === 'without-javascript'

/** The same page in the same session; axe itself is a script, so where scripts are off only the page's own are held back. */
async function withoutItsScripts(browser: Browser, page: Page): Promise<Page> {
  const context = await browser.newContext({ storageState: await page.context().storageState(), locale: 'vi-VN', javaScriptEnabled: true })
  if (isWithoutScripts()) await context.route('**/*.js', (route) => route.abort('blockedbyclient'))
  return context.newPage()
}
