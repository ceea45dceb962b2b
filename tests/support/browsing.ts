/** A browser without scripts: keeps cookies, posts forms from our own pages, follows redirects. */
import type { FastifyInstance } from 'fastify'

export interface Page {
  status: number
  path: string
  html: string
  /** As it came: for PDF and other files. */
  bytes: Buffer
}

export interface SentFile {
  field: string
  name: string
  content: Uint8Array
}

const BOUNDARY = '----bien-gioi-thu'

export function browsing(server: FastifyInstance) {
  const cookies = new Map<string, string>()
  const ask = async (method: 'GET' | 'POST', path: string, form?: Record<string, string>, files?: SentFile[]): Promise<Page> => {
    const type = files ? `multipart/form-data; boundary=${BOUNDARY}` : 'application/x-www-form-urlencoded'
    const answer = await server.inject({
      method,
      url: path,
      headers: {
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(method === 'POST' ? { origin: 'http://localhost', 'content-type': type } : {}),
      },
      ...(form ? { payload: files ? multipart(form, files) : new URLSearchParams(form).toString() } : {}),
    })
    for (const { name, value } of answer.cookies) value ? cookies.set(name, value) : cookies.delete(name)
    const to = answer.headers.location
    if (answer.statusCode === 303 && to) return ask('GET', String(to))
    return { status: answer.statusCode, path, html: answer.body, bytes: answer.rawPayload }
  }
  return {
    open: (path: string) => ask('GET', path),
    send: (path: string, form: Record<string, string> = {}) => ask('POST', path, form),
    sendFiles: (path: string, form: Record<string, string>, ...files: SentFile[]) => ask('POST', path, form, files),
    signIn: (username: string, password: string) => ask('POST', '/dang-nhap', { username, password }),
    forget: () => cookies.clear(),
  }
}

function multipart(form: Record<string, string>, files: SentFile[]): Buffer {
  const part = (head: string, content: Uint8Array) => [
    Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
    content,
    Buffer.from('\r\n'),
  ]
  return Buffer.concat([
    ...Object.entries(form).flatMap(([name, value]) => part(`name="${name}"`, Buffer.from(value))),
    ...files.flatMap(({ field, name, content }) =>
      part(`name="${field}"; filename="${name}"\r\nContent-Type: application/octet-stream`, content),
    ),
    Buffer.from(`--${BOUNDARY}--\r\n`),
  ])
}
