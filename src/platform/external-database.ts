/** Looks at the PostgreSQL of `DATABASE_URL` before it is used, to say clearly what is wrong with it. */
import pg from 'pg'
import { AppError, defineErrors } from './errors.ts'

const OLDEST = 15
const PATIENCE = 5_000

export const externalDatabaseErrors = defineErrors({
  'database.unreachable': {
    status: 503,
    vi: 'Không kết nối được PostgreSQL ở {where} (DATABASE_URL): {reason}. Hãy kiểm tra địa chỉ, cổng và máy chủ có đang chạy không.',
    en: 'PostgreSQL at {where} (DATABASE_URL) cannot be reached: {reason}. Check the address, the port, and that the server runs.',
  },
  'database.wrong-password': {
    status: 503,
    vi: 'PostgreSQL ở {where} (DATABASE_URL) không nhận người dùng hoặc mật khẩu của "{user}".',
    en: 'PostgreSQL at {where} (DATABASE_URL) does not accept the user or password of "{user}".',
  },
  'database.missing': {
    status: 503,
    vi: 'PostgreSQL ở {where} (DATABASE_URL) chưa có cơ sở dữ liệu "{name}". Hãy tạo bằng lệnh: createdb {name}',
    en: 'PostgreSQL at {where} (DATABASE_URL) has no database "{name}". Create it with: createdb {name}',
  },
  'database.too-old': {
    status: 503,
    vi: 'PostgreSQL ở {where} (DATABASE_URL) là bản {found}; cần bản {oldest} trở lên.',
    en: 'PostgreSQL at {where} (DATABASE_URL) is version {found}; {oldest} or newer is needed.',
  },
  'database.not-utf8': {
    status: 503,
    vi: 'Cơ sở dữ liệu "{name}" ở {where} (DATABASE_URL) dùng bảng mã {found}; cần UTF8.',
    en: 'The database "{name}" at {where} (DATABASE_URL) has the encoding {found}; UTF8 is needed.',
  },
  'database.no-right': {
    status: 503,
    vi: 'Người dùng "{user}" không được tạo bảng trong cơ sở dữ liệu "{name}" ở {where} (DATABASE_URL). Hãy để người dùng này sở hữu cơ sở dữ liệu.',
    en: 'The user "{user}" may not create tables in the database "{name}" at {where} (DATABASE_URL). Make this user own the database.',
  },
})

/**
 * @returns advice on what works but could be better
 * @throws AppError `database.*`
 */
export async function checkExternalDatabase(url: string): Promise<string[]> {
  const address = new URL(url)
  const parameters = {
    where: address.host || 'localhost',
    user: decodeURIComponent(address.username),
    name: decodeURIComponent(address.pathname.slice(1)),
    oldest: OLDEST,
  }
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: PATIENCE, query_timeout: PATIENCE })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<Found>(`
      select current_setting('server_version_num')::int / 10000 as major, current_setting('server_encoding') as encoding,
        has_schema_privilege(current_user, 'public', 'create') and has_database_privilege(current_user, current_database(), 'create') as "mayCreate",
        coalesce(to_jsonb(d) ->> 'datlocale', to_jsonb(d) ->> 'daticulocale', '') ~ '^vi' as "isVietnamese"
      from pg_database d where datname = current_database()`)
    const found = rows[0]
    const { fail } = externalDatabaseErrors
    if (!found || found.major < OLDEST) fail('database.too-old', { parameters: { ...parameters, found: found?.major ?? '?' } })
    else if (found.encoding !== 'UTF8') fail('database.not-utf8', { parameters: { ...parameters, found: found.encoding } })
    else if (!found.mayCreate) fail('database.no-right', { parameters })
    return found?.isVietnamese ? [] : [ORDER_ADVICE.replaceAll('{name}', parameters.name)]
  } catch (error) {
    if (error instanceof AppError) throw error
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    // 28xxx: authorisation; some servers answer a missing user so too.
    if (code.startsWith('28')) externalDatabaseErrors.fail('database.wrong-password', { parameters })
    if (code === '3D000') externalDatabaseErrors.fail('database.missing', { parameters })
    return externalDatabaseErrors.fail('database.unreachable', { parameters: { ...parameters, reason: reasonOf(code, error) } })
  } finally {
    await client.end().catch(() => {})
  }
}

const ORDER_ADVICE =
  'Cơ sở dữ liệu "{name}" không xếp chữ cái theo tiếng Việt. Nên tạo bằng: createdb -T template0 -E UTF8 --locale-provider=icu --icu-locale=vi-VN --locale=C.UTF-8 {name}'

const REASONS: Record<string, string> = {
  ECONNREFUSED: 'không có chương trình nào lắng nghe ở đó',
  ENOTFOUND: 'không tìm thấy tên máy',
  EAI_AGAIN: 'không tra được tên máy',
  ETIMEDOUT: 'quá thời gian chờ',
  EHOSTUNREACH: 'không có đường đến máy đó',
}

const reasonOf = (code: string, error: unknown): string => REASONS[code] ?? (error instanceof Error ? error.message : String(error))

interface Found {
  major: number
  encoding: string
  mayCreate: boolean
  isVietnamese: boolean
}
