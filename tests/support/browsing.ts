/** A browser without scripts: keeps cookies, posts forms from our own pages, follows redirects. */
import type { FastifyInstance } from 'fastify'

export interface Page {
  status: number
  path: string
  html: string
}

export function browsing(server: FastifyInstance) {
  const cookies = new Map<string, string>()
  const ask = async (method: 'GET' | 'POST', path: string, form?: Record<string, string>): Promise<Page> => {
    const answer = await server.inject({
      method,
      url: path,
      headers: {
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(method === 'POST' ? { origin: 'http://localhost', 'content-type': 'application/x-www-form-urlencoded' } : {}),
      },
      ...(form ? { payload: new URLSearchParams(form).toString() } : {}),
    })
    for (const { name, value } of answer.cookies) value ? cookies.set(name, value) : cookies.delete(name)
    const to = answer.headers.location
    if (answer.statusCode === 303 && to) return ask('GET', String(to))
    return { status: answer.statusCode, path, html: answer.body }
  }
  return {
    open: (path: string) => ask('GET', path),
    send: (path: string, form: Record<string, string> = {}) => ask('POST', path, form),
    signIn: (username: string, password: string) => ask('POST', '/dang-nhap', { username, password }),
    forget: () => cookies.clear(),
  }
}
