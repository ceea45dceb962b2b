/** Every page that an officer comes to by links: each leads somewhere, says what it means, and keeps to a phone's width. One of each kind of page is opened. */
import { expect, type Page } from '@playwright/test'
import { test } from './program.ts'
import { enter } from './sign-in.ts'

const OFFICERS = ['tiepnhan1', 'lanhdao.vhttdl', 'kiemsoat', 'quantri', 'thanhtra']
/** More kinds of pages than any of them has. */
const MOST_PAGES = 250
/** What ends the session, changes the language, or is no page. */
const NOT_FOLLOWED = /\/(dang-xuat|ngon-ngu)|\.(pdf|xlsx|bpmn|docx|csv)\b|\/(tep|tai-lieu|in|dien-thu)\b/
/** Words that only a program says. */
const UNSAID = /\b(undefined|NaN|Invalid Date|null)\b|\[object/

test.use({ viewport: { width: 390, height: 844 } })

for (const officer of OFFICERS)
  test(`${officer}: no link leads nowhere, no page goes sideways`, async ({ page, address }) => {
    await enter(page, officer)
    const faults: string[] = []
    const next = [`${address}/lam-viec`]
    const known = new Set(next.map(kindOf))
    let opened = 0
    for (let url = next.shift(); url && opened < MOST_PAGES; url = next.shift()) {
      opened++
      const { status, isPage } = await open(page, url)
      if (status >= 400) faults.push(`${status} ${url}`)
      if (!isPage) continue
      const { words, sideways, links } = await seen(page)
      const unsaid = UNSAID.exec(words)
      if (unsaid) faults.push(`“${unsaid[0]}” ${url}`)
      if (sideways > 0) faults.push(`${sideways} px sideways ${url}`)
      for (const link of links.filter((each) => each.startsWith(address) && !NOT_FOLLOWED.test(each)))
        if (!known.has(kindOf(link))) {
          known.add(kindOf(link))
          next.push(link)
        }
    }
    expect(faults).toEqual([])
    expect(opened).toBeGreaterThan(30)
    expect(next).toEqual([])
  })

/** Pages of one kind differ by a code, a number, a day: one of them is enough. */
const kindOf = (url: string): string =>
  url
    .replace(/#.*/, '')
    .replace(/H\d[\d.]*-\d{6}-\d{4}/g, 'dossier')
    .replace(/(\d+|MH)\.\d{4,6}/g, 'procedure')
    .replace(/=[^&]+/g, '=')
    .replace(/(\/)\d+/g, '$1n')

async function open(page: Page, url: string): Promise<{ status: number; isPage: boolean }> {
  const answer = await page.goto(url, { waitUntil: 'domcontentloaded' })
  return { status: answer?.status() ?? 0, isPage: answer?.headers()['content-type']?.includes('html') ?? false }
}

const seen = (page: Page): Promise<{ words: string; sideways: number; links: string[] }> =>
  page.evaluate(`({
    words: document.body.innerText,
    sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    links: [...document.querySelectorAll('a[href]')].map((link) => link.href),
  })`)
