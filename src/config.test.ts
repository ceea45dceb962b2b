import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectFolder } from '#platform/project.ts'
import { ConfigError, readConfig, withoutPassword } from './config.ts'

/** The sentences a set of settings is refused with. */
function refusal(environment: Record<string, string>): string[] {
  try {
    readConfig(environment)
  } catch (error) {
    if (error instanceof ConfigError) return error.sentences
    throw error
  }
  return []
}

describe('readConfig', () => {
  it('needs nothing', () => {
    expect(readConfig({ PATH: '/bin', HOME: '/root' })).toEqual({
      port: 8080,
      host: '127.0.0.1',
      databaseUrl: undefined,
      dataFolder: resolve(projectFolder, 'data'),
      demo: true,
      files: { kind: 'folder', folder: resolve(projectFolder, 'data/files') },
      baseUrl: undefined,
      logLevel: 'info',
      role: 'both',
      trustProxy: false,
      unusedFilesDays: 30,
      clockShiftMinutes: 0,
    })
  })

  it('reads every setting', () => {
    expect(
      readConfig({
        PORT: '0',
        HOST: '::',
        DATABASE_URL: 'postgresql://u:p@db/motcua',
        MOTCUA_DATA: '/srv/motcua',
        MOTCUA_DEMO: '0',
        MOTCUA_FILES_S3_ENDPOINT: 'http://s3.local:9000',
        MOTCUA_FILES_S3_BUCKET: 'ho-so',
        MOTCUA_FILES_S3_KEY: 'k',
        MOTCUA_FILES_S3_SECRET: 's',
        MOTCUA_BASE_URL: 'https://motcua.example.vn/',
        MOTCUA_LOG_LEVEL: 'warn',
        MOTCUA_ROLE: 'worker',
        MOTCUA_TRUST_PROXY: '1',
        MOTCUA_UNUSED_FILES_DAYS: '90',
        MOTCUA_CLOCK_SHIFT_MINUTES: '0',
      }),
    ).toEqual({
      port: 0,
      host: '::',
      databaseUrl: 'postgresql://u:p@db/motcua',
      dataFolder: '/srv/motcua',
      demo: false,
      files: { kind: 's3', endpoint: 'http://s3.local:9000', bucket: 'ho-so', key: 'k', secret: 's', region: 'us-east-1' },
      baseUrl: 'https://motcua.example.vn',
      logLevel: 'warn',
      role: 'worker',
      trustProxy: true,
      unusedFilesDays: 90,
      clockShiftMinutes: 0,
    })
  })

  it('takes an empty value as not set', () => {
    expect(readConfig({ PORT: '', MOTCUA_DEMO: '', MOTCUA_ANYTHING: '' }).port).toBe(8080)
  })

  it.each([
    ['PORT', 'abc', 'từ 0 đến 65535'],
    ['PORT', '70000', 'từ 0 đến 65535'],
    ['PORT', '-1', 'từ 0 đến 65535'],
    ['HOST', 'http://x', 'địa chỉ hoặc tên máy'],
    ['DATABASE_URL', 'mysql://db/x', 'PostgreSQL'],
    ['DATABASE_URL', 'postgres://db', 'tên cơ sở dữ liệu'],
    ['MOTCUA_DEMO', 'yes', 'hoặc 0'],
    ['MOTCUA_BASE_URL', 'motcua.vn', 'https://'],
    ['MOTCUA_BASE_URL', 'https://a.vn/mot-cua', 'không kèm đường dẫn'],
    ['MOTCUA_LOG_LEVEL', 'loud', 'fatal, error, warn'],
    ['MOTCUA_ROLE', 'all', 'worker'],
    ['MOTCUA_TRUST_PROXY', 'true', 'đáng tin'],
    ['MOTCUA_FILES_S3_ENDPOINT', 's3.local', 'kho S3'],
    ['MOTCUA_FILES_S3_BUCKET', 'Hồ sơ', '3–63 ký tự'],
    ['MOTCUA_UNUSED_FILES_DAYS', '0', 'từ 2 đến 9999'],
    ['MOTCUA_CLOCK_SHIFT_MINUTES', 'hôm qua', 'chạy trước'],
  ])('refuses %s=%s in one sentence that names it and what is expected', (name, value, expected) => {
    const sentences = refusal({ [name]: value })
    expect(sentences).toHaveLength(1)
    expect(sentences[0]).toContain(`${name}=${value} không đúng: phải là `)
    expect(sentences[0]).toContain(expected)
  })

  it('tells all wrong settings at once', () => {
    expect(refusal({ PORT: 'x', MOTCUA_DEMO: '2', MOTCUA_NOPE: '1' })).toHaveLength(3)
  })

  it('refuses a name it does not know, with the one that was meant', () => {
    expect(refusal({ MOTCUA_DAAT: '/srv' })).toEqual(['Không có biến môi trường MOTCUA_DAAT; có phải bạn muốn đặt MOTCUA_DATA?'])
    expect(refusal({ MOTCUA_SOMETHING_ELSE: '1' })[0]).toContain('các biến có thể đặt: PORT')
    expect(refusal({ MOTCUA_TEST_DATABASE: 'x', MOTCUA_CHROMIUM: '/usr/bin/chromium' })).toEqual([])
  })

  it('never prints a secret', () => {
    const [sentence] = refusal({ DATABASE_URL: 'postgres://user:geheim@db:x/motcua' })
    expect(sentence).toContain('postgres://user:***@db')
    expect(sentence).not.toContain('geheim')
    expect(withoutPassword('postgres://user:p@ss:w@db/motcua')).toBe('postgres://user:***@db/motcua')
  })

  it('wants the S3 settings together, and a database of its own for separate processes', () => {
    expect(refusal({ MOTCUA_FILES_S3_BUCKET: 'ho-so' })[0]).toContain(
      'còn thiếu MOTCUA_FILES_S3_ENDPOINT, MOTCUA_FILES_S3_KEY, MOTCUA_FILES_S3_SECRET',
    )
    expect(refusal({ MOTCUA_ROLE: 'web' })[0]).toContain('DATABASE_URL')
    expect(refusal({ MOTCUA_ROLE: 'web', DATABASE_URL: 'postgres://db/x' })).toEqual([])
  })

  it('lets only a demonstration live at another time', () => {
    expect(readConfig({ MOTCUA_CLOCK_SHIFT_MINUTES: '-1440' }).clockShiftMinutes).toBe(-1440)
    for (const [name, value] of [
      ['MOTCUA_DEMO', '0'],
      ['DATABASE_URL', 'postgres://db/x'],
    ] as const)
      expect(refusal({ MOTCUA_CLOCK_SHIFT_MINUTES: '-1440', [name]: value })[0]).toContain('chỉ dùng cho bản trình diễn')
  })
})
