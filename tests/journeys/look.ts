/** Looks at a page as everybody meets it: no accessibility violation at a phone's and at a desk's width, nothing sideways, no error in the console. */
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, expect, type Page } from '@playwright/test'

const WIDTHS = [390, 1366]
/** What a browser says of a page whose answer is 404 by right. */
const NOT_FOUND = /status of 404/

/**
 * axe needs scripts to run, so the page is looked at in a context that has them, with the same session; the HTML is the same.
 * With `picture`, the desk's view is kept for the guides.
 */
export async function look(browser: Browser, page: Page, picture?: string): Promise<void> {
  const context = await browser.newContext({ storageState: await page.context().storageState(), locale: 'vi-VN', javaScriptEnabled: true })
  const seen = await context.newPage()
  const errors: string[] = []
  seen.on('console', (message) => message.type() === 'error' && !NOT_FOUND.test(message.text()) && errors.push(message.text()))
  seen.on('pageerror', (error) => errors.push(error.message))
  for (const width of WIDTHS) {
    await seen.setViewportSize({ width, height: width < 600 ? 844 : 900 })
    await seen.goto(page.url())
    const { violations } = await new AxeBuilder({ page: seen }).analyze()
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`),
      `${page.url()} at ${width}`,
    ).toEqual([])
    expect(
      await seen.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
      `${page.url()} sideways at ${width}`,
    ).toBeLessThanOrEqual(0)
    if (picture && process.env.JOURNEY_PICTURES)
      await seen.screenshot({ path: `docs/pictures/${picture}-${width}.png`, fullPage: width < 600 ? false : undefined })
  }
  expect(errors, page.url()).toEqual([])
  await context.close()
}
