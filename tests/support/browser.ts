/** A browser without scripts: it is signed in, follows redirects, reads forms from the page and sends them as a browser would. */
import { createHash, randomBytes } from 'node:crypto'
import type { TestApp } from './app.ts'

export interface Page {
  status: number
  url: string
  html: string
  /** What a person reads. */
  text: string
  headers: Record<string, unknown>
  body: Buffer
}

/** Given for one press; a field given `undefined` is not sent. */
export type Typed = Record<string, string | string[] | undefined>

export interface Browser {
  get(url: string): Promise<Page>
  post(url: string, form: Typed): Promise<Page>
  /** Fills the form that the button is in and presses it; `button` is its words, or `Enter` for the first button of the first form that posts. */
  press(page: Page, button: string, typed?: Typed, files?: File[]): Promise<Page>
}

export interface File {
  field: string
  name: string
  type: string
  content: Uint8Array
}

const MAX_REDIRECTS = 5
/** Inside a tag; a value in quotes may hold `>`. */
const ATTRIBUTES = '(?:[^>"]|"[^"]*")*'

export async function browserOf(app: TestApp, officerId: number | undefined): Promise<Browser> {
  const cookie = officerId === undefined ? undefined : `session=${await openSession(app, officerId)}`
  const go = async (method: 'GET' | 'POST', url: string, payload?: Buffer | string, type?: string): Promise<Page> => {
    let [step, address]: ['GET' | 'POST', string] = [method, url]
    for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
      const headers = {
        'sec-fetch-site': 'same-origin',
        ...(cookie ? { cookie } : {}),
        ...(step === 'POST' && type ? { 'content-type': type } : {}),
      }
      const reply = await app.server.inject({ method: step, url: address, headers, ...(step === 'POST' ? { payload } : {}) })
      if (reply.statusCode !== 303) {
        const { body: html, statusCode: status, rawPayload: body } = reply
        return { status, url: address, html, text: readable(html), headers: reply.headers, body }
      }
      step = 'GET'
      address = String(reply.headers.location).replace(/#.*/, '')
    }
    throw new Error(`${url} leads nowhere`)
  }
  const post = (url: string, form: Typed) => go('POST', url, encoded(form), 'application/x-www-form-urlencoded')
  return {
    get: (url) => go('GET', url),
    post,
    async press(page, button, typed = {}, files = []) {
      const form = formWith(page.html, button)
      const fields = { ...form.fields, ...form.button, ...typed }
      const action = form.action || page.url
      if (form.method === 'get') return go('GET', `${action}?${encoded(fields)}`)
      if (!form.isMultipart) return post(action, fields)
      const boundary = 'khong-co-ma-lenh'
      return go('POST', action, multipart(boundary, fields, files), `multipart/form-data; boundary=${boundary}`)
    },
  }
}

async function openSession(app: TestApp, officerId: number): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  const now = app.clock.now()
  const { database } = app.services
  await database.updateTable('officer').set({ mustChangePassword: false, passwordChangedAt: now }).where('id', '=', officerId).execute()
  await database
    .insertInto('session')
    .values({
      hash: createHash('sha256').update(secret).digest('hex'),
      officerId,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + 400 * 86_400_000),
    })
    .execute()
  return secret
}

/** The fields of the form as they stand, and the button by its words. */
function formWith(html: string, words: string) {
  for (const [, opening = '', inside = ''] of html.matchAll(new RegExp(`<form\\b(${ATTRIBUTES})>(.*?)</form>`, 'gs'))) {
    const attributes = attributesOf(opening)
    const buttons = [...inside.matchAll(new RegExp(`<button\\b(${ATTRIBUTES})>(.*?)</button>`, 'gs'))].map(
      ([, attributeText = '', label = '']) => ({
        ...attributesOf(attributeText),
        label: readable(label),
      }),
    )
    const isWanted =
      words === 'Enter' ? attributes.method === 'post' && inside.includes('_action') : buttons.some(({ label }) => label === words)
    if (!isWanted) continue
    const button = (words === 'Enter' ? buttons[0] : buttons.find(({ label }) => label === words)) as Record<string, string>
    if (button.disabled !== undefined) throw new Error(`The button “${words}” is disabled`)
    return {
      action: button.formaction ?? attributes.action,
      method: attributes.method ?? 'get',
      isMultipart: attributes.enctype === 'multipart/form-data',
      fields: fieldsOf(inside),
      button: button.name ? { [button.name]: button.value ?? '' } : {},
    }
  }
  throw new Error(`No form on the page has a button “${words}”`)
}

function fieldsOf(html: string): Typed {
  const fields: Record<string, string[]> = {}
  const add = (name: string | undefined, value: string) => {
    if (name) fields[name] = [...(fields[name] ?? []), value]
  }
  for (const [tag, kind = '', attributeText = ''] of html.matchAll(new RegExp(`<(input|textarea|select)\\b(${ATTRIBUTES})>`, 'g'))) {
    const { name, type, value = '', checked, disabled } = attributesOf(attributeText)
    if (disabled !== undefined || type === 'file') continue
    const rest = html.slice(html.indexOf(tag) + tag.length)
    if (kind === 'textarea') add(name, decoded(rest.slice(0, rest.indexOf('</textarea>'))))
    else if (kind === 'select') {
      const options = [...rest.slice(0, rest.indexOf('</select>')).matchAll(new RegExp(`<option\\b(${ATTRIBUTES})>`, 'g'))].map(
        ([, text = '']) => attributesOf(text),
      )
      const chosen = options.find(({ selected }) => selected !== undefined) ?? options[0]
      if (chosen) add(name, chosen.value ?? '')
    } else if (type === 'checkbox' || type === 'radio') {
      if (checked !== undefined) add(name, attributesOf(attributeText).value ?? 'on')
    } else add(name, value)
  }
  return Object.fromEntries(Object.entries(fields).map(([name, values]) => [name, values.length === 1 ? values[0] : values]))
}

const attributesOf = (text: string): Record<string, string | undefined> =>
  Object.fromEntries([...text.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [name, decoded(value)]))

const decoded = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&#39;', "'").replaceAll('&amp;', '&')

const readable = (html: string): string =>
  decoded(
    html
      .replace(/<script.*?<\/script>/gs, ' ')
      .replace(/<[^>]+>/g, ' ')
      .replaceAll('&nbsp;', ' '),
  )
    .replace(/\s+/g, ' ')
    .trim()

function encoded(form: Typed): string {
  const pairs = Object.entries(form).flatMap(([name, value]) =>
    value === undefined ? [] : Array.isArray(value) ? value.map((each) => [name, each]) : [[name, value]],
  )
  return new URLSearchParams(pairs as [string, string][]).toString()
}

function multipart(boundary: string, form: Typed, files: File[]): Buffer {
  const fields = Object.entries(form).flatMap(([name, value]) =>
    (value === undefined ? [] : Array.isArray(value) ? value : [value]).map((each) =>
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${each}\r\n`),
    ),
  )
  const parts = files.flatMap(({ field, name, type, content }) => [
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${field}"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`),
    content,
    Buffer.from('\r\n'),
  ])
  return Buffer.concat([...fields, ...parts, Buffer.from(`--${boundary}--\r\n`)])
}
