/** Journeys in a real browser against the built program with the demonstration province, with JavaScript on and off. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'

// The configuration is read again by each worker: what was chosen first is handed on.
process.env.JOURNEY_PORT ??= String(20_000 + Math.floor(Math.random() * 20_000))
process.env.JOURNEY_DATA ??= mkdtempSync(join(tmpdir(), 'motcua-journeys-'))
/** Always the same working morning, so that what the demonstration holds does not depend on the day the tests run on. */
const BEGINS = new Date('2026-11-18T09:00:00+07:00')
process.env.JOURNEY_SHIFT ??= String(Math.round((BEGINS.getTime() - Date.now()) / 60_000))
const baseURL = `http://127.0.0.1:${process.env.JOURNEY_PORT}`

export default defineConfig({
  testDir: 'tests/journeys',
  outputDir: 'test-results',
  workers: 1,
  timeout: 180_000,
  use: {
    actionTimeout: 15_000,
    baseURL,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    launchOptions: {
      executablePath: process.env.MOTCUA_CHROMIUM,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'with-javascript', use: { javaScriptEnabled: true } },
    { name: 'without-javascript', use: { javaScriptEnabled: false } },
  ],
  webServer: {
    command: `${JSON.stringify(process.execPath)} dist/main.js`,
    url: `${baseURL}/readyz`,
    timeout: 180_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    env: {
      PORT: process.env.JOURNEY_PORT,
      MOTCUA_DATA: process.env.JOURNEY_DATA,
      MOTCUA_CLOCK_SHIFT_MINUTES: process.env.JOURNEY_SHIFT,
      MOTCUA_LOG_LEVEL: 'error',
    },
  },
})
