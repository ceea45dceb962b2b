import { createServer, type Server } from 'node:net'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { AppError } from './errors.ts'
import { checkExternalDatabase } from './external-database.ts'

const server = inject('databaseServer')
const made = { ascii: 'external_ascii', plain: 'external_plain' }

beforeAll(async () => {
  await administer(
    `create database ${made.ascii} template template0 encoding 'SQL_ASCII' locale_provider libc locale 'C'`,
    `create database ${made.plain} template template0 locale_provider libc locale 'C.UTF-8'`,
    `create role external_guest login password 'guest'`,
  )
})
afterAll(() => administer(`drop database ${made.ascii}`, `drop database ${made.plain}`, 'drop role external_guest'))

describe('checkExternalDatabase', () => {
  it('has nothing to say about a good one', async () => {
    expect(await checkExternalDatabase(server)).toEqual([])
  })

  it('advises to make one in Vietnamese order', async () => {
    const [advice, ...more] = await checkExternalDatabase(changed({ pathname: `/${made.plain}` }))
    expect(more).toEqual([])
    expect(advice).toContain(`--icu-locale=vi-VN --locale=C.UTF-8 ${made.plain}`)
  })

  it.each([
    ['a wrong password', { password: 'geheim' }, 'không nhận người dùng hoặc mật khẩu'],
    ['a wrong user', { username: 'nobody' }, 'mật khẩu của "nobody"'],
    ['a missing database', { pathname: '/nowhere' }, 'createdb nowhere'],
    ['a port nobody listens on', { port: '1' }, 'không có chương trình nào lắng nghe ở đó'],
    ['a host that does not exist', { hostname: 'nowhere.invalid' }, 'tên máy'],
    ['another encoding', { pathname: `/${made.ascii}` }, 'dùng bảng mã SQL_ASCII; cần UTF8'],
    ['a user who may not create tables', { username: 'external_guest', password: 'guest' }, '"external_guest" không được tạo bảng'],
  ])('says what is wrong: %s', async (_what, change, sentence) => {
    const refused = await refusal(changed(change))
    expect(refused).toContain(sentence)
    expect(refused).not.toContain('geheim')
  })

  it('says that the server is too old', async () => {
    const old = await oldServer()
    const { port } = old.address() as { port: number }
    expect(await refusal(`postgres://motcua@127.0.0.1:${port}/motcua`)).toContain('là bản 13; cần bản 15 trở lên')
    old.close()
  })
})

async function refusal(url: string): Promise<string> {
  const error = await checkExternalDatabase(url).catch((thrown: unknown) => thrown)
  if (error instanceof AppError) return error.sentence('vi')
  throw new Error(`it was not refused as expected: ${error}`)
}

const changed = (change: Partial<Record<'password' | 'username' | 'pathname' | 'port' | 'hostname', string>>): string =>
  Object.assign(new URL(server), change).href

async function administer(...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

/** Speaks just enough of the protocol to let anybody in and to answer one query as PostgreSQL 13 would. */
function oldServer(): Promise<Server> {
  const message = (kind: string, ...parts: (string | number | Buffer)[]): Buffer => {
    const body = Buffer.concat(parts.map((part) => (typeof part === 'number' ? int32(part) : Buffer.from(part))))
    return Buffer.concat([Buffer.from(kind), int32(body.length + 4), body])
  }
  const ready = message('Z', 'I')
  const names = ['major', 'encoding', 'mayCreate', 'isVietnamese']
  const values = ['13', 'UTF8', 't', 'f']
  const columns = names.map((name, index) =>
    Buffer.concat([Buffer.from(`${name}\0`), int32(0), int16(0), int32([23, 25, 16, 16][index] ?? 25), int16(-1), int32(-1), int16(0)]),
  )
  const cells = values.map((value) => Buffer.concat([int32(value.length), Buffer.from(value)]))
  const answer = [message('T', int16(4), ...columns), message('D', int16(4), ...cells), message('C', 'SELECT 1\0'), ready]
  const old = createServer((socket) => {
    socket.once('data', () => {
      socket.write(Buffer.concat([message('R', 0), ready]))
      socket.once('data', () => socket.write(Buffer.concat(answer)))
    })
  })
  return new Promise((resolve) => old.listen(0, '127.0.0.1', () => resolve(old)))
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}

function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeInt16BE(value)
  return bytes
}
