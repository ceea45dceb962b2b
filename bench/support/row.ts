/** What a row of the table is, and what it is given to measure with. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type pg from 'pg'
import type { movableClock } from '#platform/clock.ts'
import type { App } from '../../src/app.ts'

export interface Row {
  name: string
  /** Of `value` and `reference`: `/s`, `ms`, `s`. */
  unit: string
  /** What the ratio must be, as people read it: `≥ 0.5`; with the row's unit, what the value must be. Left out: the row is only reported. */
  reach?: string
  run(bench: Bench): Promise<Measured>
}

export interface Measured {
  value: number
  /** The same thing done in the barest way, in the same run. */
  reference: number
}

export interface Bench {
  /** A throw-away folder; removed at the end. */
  folder: string
  /** The province with so many dossiers. Each is made once a run, when it is first asked for, in a database of its own. */
  province(dossiers: 0 | 1_000 | 100_000): Promise<Province>
  /** One line about what is being done, on standard error. */
  say(line: string): void
}

/** A database of the bench's own PostgreSQL (fsync on, settings as in production) with the real program on it. */
export interface Province {
  /** Services and server, composed by `src/app.ts`; the server listens at `url`. */
  app: App
  /** Stands still on a working day of the demonstration, unless it is moved. */
  clock: ReturnType<typeof movableClock>
  /** `http://127.0.0.1:port` */
  url: string
  /** For references and for choosing what to ask: plain `pg`, nothing of the product. */
  pool: pg.Pool
  /** Value of an `Authorization` header: a new partner's token with these rights, for the whole province unless a unit is named. */
  token(rights: string[], unitId?: number): Promise<string>
  /** Value of a `Cookie` header: a demonstration account signed in through the page. */
  cookie(username: string): Promise<string>
  /** A bare `node:http` server for a reference; returns its address. It is closed at the end of the run. */
  bareServer(handle: (request: IncomingMessage, response: ServerResponse) => void): Promise<string>
}
