import type { Province } from './row.ts'

/** A reference that reads: a bare `node:http` server which answers in JSON what `read` makes of the address. */
export const bareRead = (province: Province, read: (url: URL, answer: (body: unknown) => void) => Promise<void>): Promise<string> =>
  province.bareServer((request, response) => {
    const answer = (body: unknown) => {
      const text = JSON.stringify(body)
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(text) })
      response.end(text)
    }
    read(new URL(request.url ?? '/', 'http://bare'), answer).catch((error: unknown) => {
      response.writeHead(500)
      response.end(String(error))
    })
  })
