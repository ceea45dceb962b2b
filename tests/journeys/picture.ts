import type { Locator, Page } from '@playwright/test'

/** Keeps what the person sees now for a guide, where pictures are asked for: the desk's width, `from` this part of the page on. */
export async function picture(page: Page, name: string, from?: Locator): Promise<void> {
  if (!process.env.JOURNEY_PICTURES) return
  await page.setViewportSize({ width: 1366, height: 768 })
  await from?.evaluate((element) => element.scrollIntoView({ block: 'start', behavior: 'instant' }))
  await page.screenshot({ path: `docs/pictures/${name}.png` })
}
