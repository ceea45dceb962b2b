/** A light HTTP client on kept connections: what it costs is in both figures of a row, so it must cost little. */
import { Agent, request } from 'node:http'

const agent = new Agent({ keepAlive: true, maxSockets: 32 })

export interface Asking {
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  /** Sent as it is. */
  body?: string
}

export interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: string
}

export function ask(url: string, { method = 'GET', headers = {}, body }: Asking = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      { agent, method, headers: body === undefined ? headers : { ...headers, 'content-length': String(Buffer.byteLength(body)) } },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString('utf8') }),
        )
        response.on('error', reject)
      },
    )
    asked.on('error', reject)
    asked.end(body)
  })
}

/** The same, and anything but the expected status ends the benchmark: a fast refusal is no figure. */
export async function askFor(status: number, url: string, asking?: Asking): Promise<Answer> {
  const answer = await ask(url, asking)
  if (answer.status !== status)
    throw new Error(`${asking?.method ?? 'GET'} ${url}: ${answer.status} instead of ${status}: ${answer.body.slice(0, 500)}`)
  return answer
}

export const closeConnections = (): void => agent.destroy()
