/** The environment, read once and checked by one schema. A wrong setting is one sentence that names it, not a stack trace. */
import { resolve } from 'node:path'
import { z } from 'zod'
import { projectFolder } from '#platform/project.ts'

export interface Config {
  /** 0: any free port. */
  port: number
  host: string
  /** External PostgreSQL; undefined: the one that comes along. */
  databaseUrl: string | undefined
  /** Absolute. Database, files and other data of this installation. */
  dataFolder: string
  /** Load the demonstration province into an empty database. */
  demo: boolean
  files: { kind: 'folder'; folder: string } | { kind: 's3'; endpoint: string; bucket: string; region: string; key: string; secret: string }
  /** Public address without a slash at the end; undefined: the address the program listens on. */
  baseUrl: string | undefined
  logLevel: (typeof LOG_LEVELS)[number]
  role: (typeof ROLES)[number]
  /** Behind a reverse proxy whose `X-Forwarded-…` headers are to be believed. */
  trustProxy: boolean
  /** How long a stored file is kept that no row points to. */
  unusedFilesDays: number
  /** How far the demonstration's time runs ahead of the system's (negative: behind). */
  clockShiftMinutes: number
}

/** All that is wrong with the settings, a sentence each. */
export class ConfigError extends Error {
  readonly sentences: string[]

  constructor(sentences: string[]) {
    super(sentences.join('\n'))
    this.name = 'ConfigError'
    this.sentences = sentences
  }
}

/**
 * @throws ConfigError
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  // An empty value is how a shell or a service file says "not set".
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = Settings.safeParse(given)
  const wrong = [
    ...unknownNames(given),
    ...(parsed.success
      ? combinations(parsed.data)
      : [...new Set(parsed.error.issues.map((issue) => sentenceFor(String(issue.path[0]), given)))]),
  ]
  if (wrong.length > 0 || !parsed.success) throw new ConfigError(wrong)
  const settings = parsed.data
  const dataFolder = resolve(projectFolder, settings.MOTCUA_DATA ?? 'data')
  return {
    port: settings.PORT ?? 8080,
    host: settings.HOST ?? '127.0.0.1',
    databaseUrl: settings.DATABASE_URL,
    dataFolder,
    demo: settings.MOTCUA_DEMO !== '0',
    files: filesOf(settings, dataFolder),
    baseUrl: settings.MOTCUA_BASE_URL?.replace(/\/+$/, ''),
    logLevel: settings.MOTCUA_LOG_LEVEL ?? 'info',
    role: settings.MOTCUA_ROLE ?? 'both',
    trustProxy: settings.MOTCUA_TRUST_PROXY === '1',
    unusedFilesDays: settings.MOTCUA_UNUSED_FILES_DAYS ?? 30,
    clockShiftMinutes: settings.MOTCUA_CLOCK_SHIFT_MINUTES ?? 0,
  }
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const
const ROLES = ['both', 'web', 'worker'] as const

const isUrl =
  (...protocols: string[]) =>
  (text: string) =>
    URL.canParse(text) && protocols.includes(new URL(text).protocol)
const flag = z.enum(['0', '1'])

const Settings = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port <= 65_535)
    .optional(),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]+$/)
    .optional(),
  DATABASE_URL: z
    .string()
    .refine(isUrl('postgres:', 'postgresql:'))
    .refine((text) => !URL.canParse(text) || new URL(text).pathname.length > 1)
    .optional(),
  MOTCUA_DATA: z
    .string()
    .refine((path) => !path.includes('\0'))
    .optional(),
  MOTCUA_DEMO: flag.optional(),
  MOTCUA_FILES_S3_ENDPOINT: z.string().refine(isUrl('http:', 'https:')).optional(),
  MOTCUA_FILES_S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/)
    .optional(),
  MOTCUA_FILES_S3_REGION: z.string().optional(),
  MOTCUA_FILES_S3_KEY: z.string().optional(),
  MOTCUA_FILES_S3_SECRET: z.string().optional(),
  MOTCUA_BASE_URL: z
    .string()
    .refine(isUrl('http:', 'https:'))
    .refine((text) => URL.canParse(text) && new URL(text).pathname === '/' && !new URL(text).search && !new URL(text).hash)
    .optional(),
  MOTCUA_LOG_LEVEL: z.enum(LOG_LEVELS).optional(),
  MOTCUA_ROLE: z.enum(ROLES).optional(),
  MOTCUA_TRUST_PROXY: flag.optional(),
  MOTCUA_UNUSED_FILES_DAYS: z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .refine((days) => days >= 2)
    .optional(),
  MOTCUA_CLOCK_SHIFT_MINUTES: z
    .string()
    .regex(/^-?\d{1,7}$/)
    .transform(Number)
    .optional(),
})
type Settings = z.infer<typeof Settings>

/** What each may be, completing the sentence "… phải là …". */
const EXPECTED: Record<keyof Settings, string> = {
  PORT: 'một số nguyên từ 0 đến 65535 (0: cổng trống bất kỳ), ví dụ 8080',
  HOST: 'một địa chỉ hoặc tên máy để lắng nghe, ví dụ 127.0.0.1 hoặc 0.0.0.0',
  DATABASE_URL: 'một địa chỉ PostgreSQL có tên cơ sở dữ liệu, ví dụ postgres://nguoidung:matkhau@may-chu:5432/motcua',
  MOTCUA_DATA: 'đường dẫn một thư mục',
  MOTCUA_DEMO: '1 (nạp dữ liệu trình diễn khi cơ sở dữ liệu còn trống) hoặc 0 (để trống)',
  MOTCUA_FILES_S3_ENDPOINT: 'một địa chỉ http:// hoặc https:// của kho S3',
  MOTCUA_FILES_S3_BUCKET: 'tên một bucket S3: 3–63 ký tự gồm chữ thường, số, dấu chấm và gạch nối',
  MOTCUA_FILES_S3_REGION: 'tên vùng của kho S3',
  MOTCUA_FILES_S3_KEY: 'mã truy cập của kho S3',
  MOTCUA_FILES_S3_SECRET: 'khóa bí mật của kho S3',
  MOTCUA_BASE_URL: 'địa chỉ công khai http:// hoặc https:// không kèm đường dẫn, ví dụ https://motcua.quangtri.gov.vn',
  MOTCUA_LOG_LEVEL: `một trong ${LOG_LEVELS.join(', ')}`,
  MOTCUA_ROLE: 'both (web và việc nền cùng một tiến trình), web hoặc worker',
  MOTCUA_TRUST_PROXY: '1 (chạy sau máy chủ trung gian đáng tin) hoặc 0',
  MOTCUA_UNUSED_FILES_DAYS: 'số ngày giữ tệp không hồ sơ nào dùng, từ 2 đến 9999',
  MOTCUA_CLOCK_SHIFT_MINUTES: 'số phút mà giờ của bản trình diễn chạy trước (hoặc, nếu âm, chạy sau) giờ của máy, ví dụ -1440',
}

/** Read by the tests and scripts, not by the program. */
const NOT_OURS = /^MOTCUA_(TEST_\w+|CHROMIUM)$/

const S3 = ['MOTCUA_FILES_S3_ENDPOINT', 'MOTCUA_FILES_S3_BUCKET', 'MOTCUA_FILES_S3_KEY', 'MOTCUA_FILES_S3_SECRET'] as const

function sentenceFor(name: string, given: Record<string, string | undefined>): string {
  return `${name}=${shown(name, given[name] ?? '')} không đúng: phải là ${EXPECTED[name as keyof Settings]}.`
}

/** Secrets are not printed. */
function shown(name: string, value: string): string {
  if (name.endsWith('_SECRET') || name.endsWith('_KEY')) return '***'
  return name === 'DATABASE_URL' ? withoutPassword(value) : value
}

/** The address as it may be shown. */
export const withoutPassword = (url: string): string => url.replace(/(\/\/[^/@:]*:).*@/, '$1***@')

/** Settings that are right alone but not together. */
function combinations(settings: Settings): string[] {
  const sentences: string[] = []
  const missing = S3.filter((name) => !settings[name])
  if (missing.length > 0 && (missing.length < S3.length || settings.MOTCUA_FILES_S3_REGION))
    sentences.push(`Kho S3 còn thiếu ${missing.join(', ')}: đặt đủ cả bốn ${S3.join(', ')}, hoặc bỏ hết để lưu tệp trong thư mục dữ liệu.`)
  if (settings.MOTCUA_ROLE && settings.MOTCUA_ROLE !== 'both' && !settings.DATABASE_URL)
    sentences.push(
      `MOTCUA_ROLE=${settings.MOTCUA_ROLE} cần thêm DATABASE_URL: chỉ tách tiến trình web và worker khi dùng PostgreSQL riêng (bản đi kèm chỉ phục vụ một tiến trình).`,
    )
  // A promised date is right to the minute: only what is made up may live at another time.
  if (settings.MOTCUA_CLOCK_SHIFT_MINUTES && (settings.MOTCUA_DEMO === '0' || settings.DATABASE_URL))
    sentences.push('MOTCUA_CLOCK_SHIFT_MINUTES chỉ dùng cho bản trình diễn với PostgreSQL đi kèm; hãy bỏ biến này.')
  return sentences
}

function filesOf(settings: Settings, dataFolder: string): Config['files'] {
  const {
    MOTCUA_FILES_S3_ENDPOINT: endpoint,
    MOTCUA_FILES_S3_BUCKET: bucket,
    MOTCUA_FILES_S3_KEY: key,
    MOTCUA_FILES_S3_SECRET: secret,
  } = settings
  if (!endpoint || !bucket || !key || !secret) return { kind: 'folder', folder: resolve(dataFolder, 'files') }
  return { kind: 's3', endpoint, bucket, key, secret, region: settings.MOTCUA_FILES_S3_REGION ?? 'us-east-1' }
}

function unknownNames(given: Record<string, unknown>): string[] {
  const known = Object.keys(EXPECTED)
  return Object.keys(given)
    .filter((name) => name.startsWith('MOTCUA_') && !known.includes(name) && !NOT_OURS.test(name))
    .map((name) => {
      const near = known.map((other) => ({ other, steps: distance(name, other) })).sort((a, b) => a.steps - b.steps)[0]
      const hint = near && near.steps <= 4 ? `có phải bạn muốn đặt ${near.other}?` : `các biến có thể đặt: ${known.join(', ')}.`
      return `Không có biến môi trường ${name}; ${hint}`
    })
}

/** How many letters must be typed differently (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length] ?? 0
}
