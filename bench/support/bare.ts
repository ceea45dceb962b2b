/** A bare server's answer to a post: the body parsed, the work done, its result sent. */
import type { IncomingMessage, ServerResponse } from 'node:http'

export function bareJson(work: (body: unknown, request: IncomingMessage) => Promise<unknown>, status = 200) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', async () => {
      try {
        const answer = JSON.stringify(await work(JSON.parse(Buffer.concat(chunks).toString('utf8')), request))
        response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(answer) }).end(answer)
      } catch (error) {
        response.writeHead(500).end(error instanceof Error ? error.stack : String(error))
      }
    })
  }
}
