/** Dossiers that a journey needs but is not about: received, assigned and settled through the partners' API, in the running program. */
import { expect, type Page } from '@playwright/test'
import { enter } from './sign-in.ts'

/** Of the demonstration: taken at the desk and online, settled by the department of culture in five working days, free of charge. */
const PROCEDURE = '1.002003'
/** Invented, with a number that cannot be one. */
const OWNER = { name: 'Nguyễn Ngọc Linh', identifierKind: 'personal-id', identifier: '044151000014', phone: '0900000014' }
const RIGHTS = [
  'catalogue.read',
  'dossier.read',
  'intake.file',
  'intake.receive',
  'intake.return-result',
  'workflow.complete',
  'workflow.prepare-result',
  'workflow.issue-result',
]

export interface Filing {
  returnMethod?: 'counter' | 'post'
  returnAddress?: string
}

/** The API as a partner may use it; the token is made once. */
export interface Dossiers {
  /** At the desk, forwarded to the agency. @returns the code */
  receive(filing?: Filing): Promise<string>
  /** Received and given to the specialist. @returns the code */
  inAppraisal(filing?: Filing): Promise<string>
  /** On the portal. @returns the code */
  fileOnline(): Promise<string>
  /** Everything up to the step of this kind, which is left open. */
  goTo(code: string, kind: 'signature' | 'issue' | 'return'): Promise<void>
  read(code: string): Promise<{ state: string; dueAt: string; originalDueAt: string; tasks: { kind: string; closedAt: string | null }[] }>
}

let made: { token: string; receivingUnitId: number } | undefined
let specialistId: number | undefined
let keys = 0

export async function dossiersOf(page: Page): Promise<Dossiers> {
  made ??= await aToken(page)
  const { token, receivingUnitId } = made
  const headers = () => ({ authorization: `Bearer ${token}`, 'idempotency-key': `${token.slice(-8)}-journey-${++keys}` })
  const call = async (method: 'GET' | 'POST', path: string, data?: unknown) => {
    const answer = await page.request.fetch(`/api/v1${path}`, { method, headers: headers(), ...(data === undefined ? {} : { data }) })
    const body = await answer.json()
    expect(answer.ok(), `${method} ${path}: ${JSON.stringify(body)}`).toBe(true)
    return body
  }
  const [procedure] = (await call('GET', `/procedures/${PROCEDURE}`)).cases
  const components = procedure.components.map(({ id, originals, copies }: { id: number; originals: number; copies: number }) => ({
    componentId: id,
    originals,
    copies,
  }))
  const filing = { procedureCaseId: procedure.id, receivingUnitId, owner: OWNER, components }
  const openTask = async (code: string) =>
    (await call('GET', `/dossiers/${code}`)).tasks.find(({ closedAt }: { closedAt: string | null }) => closedAt === null)
  const receive = async (given: Filing = {}): Promise<string> =>
    (await call('POST', '/dossiers', { ...filing, channel: 'counter', returnMethod: 'counter', ...given })).code
  return {
    receive,
    async inAppraisal(given) {
      const code = await receive(given)
      specialistId ??= await specialistFor(page, code)
      const { number } = await openTask(code)
      await call('POST', `/dossiers/${code}/tasks/${number}/completion`, { assigneeId: specialistId })
      return code
    },
    fileOnline: async () => (await call('POST', '/filings', filing)).code,
    async goTo(code, kind) {
      for (let guard = 0; guard < 8; guard++) {
        const task = await openTask(code)
        if (task.kind === kind) return
        const path = `/dossiers/${code}/tasks/${task.number}`
        if (task.kind === 'appraisal') await call('POST', `${path}/result`, { name: 'Văn bản trả lời' })
        await (task.kind === 'issue' ? call('POST', `${path}/issue`, { symbol: 'SVHTTDL-QLVH' }) : call('POST', `${path}/completion`, {}))
      }
      throw new Error(`${code} never came to ${kind}`)
    },
    read: (code) => call('GET', `/dossiers/${code}`),
  }
}

/** For the whole province, by the administrator's own form. */
async function aToken(page: Page): Promise<{ token: string; receivingUnitId: number }> {
  await enter(page, 'quantri')
  const form = await (await page.request.get('/ma-truy-cap')).text()
  const [, root] = /<option value="(\d+)"/.exec(form) ?? []
  const [, centre] = /<option value="(\d+)"[^>]*>[^<]*Trung tâm Phục vụ hành chính công tỉnh/.exec(form) ?? []
  const fields = new URLSearchParams({ partnerCode: 'HANH-TRINH', partnerName: 'Hành trình thử', unitId: root ?? '' })
  for (const right of RIGHTS) fields.append('rights', right)
  const answer = await page.request.post('/ma-truy-cap', {
    headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
    data: fields.toString(),
  })
  const [token] = /motcua_[\w-]{20,}/.exec(await answer.text()) ?? []
  if (!token || !centre) throw new Error(`No token was made (${answer.status()})`)
  return { token, receivingUnitId: Number(centre) }
}

/** Whom the head of division may give the step to: the specialist of the demonstration. */
async function specialistFor(page: Page, code: string): Promise<number> {
  await enter(page, 'chuyenvien.vhttdl')
  const [, name] = /header__user-name[^>]*>([^<]+)</.exec(await (await page.request.get('/lam-viec')).text()) ?? []
  await enter(page, 'truongphong.vhttdl')
  const choices = await (await page.request.get(`/ho-so/${code}`)).text()
  const [, id] = new RegExp(`<option value="(\\d+)"[^>]*>${name},`).exec(choices) ?? []
  if (!id) throw new Error(`Nobody can be given the appraisal of ${code}`)
  return Number(id)
}
