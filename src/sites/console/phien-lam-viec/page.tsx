/** Tài khoản của tôi: roles, password, second factor, and every session with a button to end it. */
import {
  type Assignment,
  assignmentsOf,
  endOwnSession,
  findSession,
  getOfficer,
  type SessionRow,
  sessionSecretOf,
  sessionsOf,
  signInRules,
} from '#modules/identity/index.ts'
import { commonErrors } from '#platform/errors.ts'
import { one } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { words } from '#platform/language.ts'
import { formatDate, formatMoment, localDate } from '#platform/text/dates.ts'
import { Button, ButtonRow, DefinitionList, Form, PageHead, Panel, Table, Tag } from '#ui/index.ts'
import { consolePage } from '../layout.tsx'
import { positionName } from '../position-name.ts'
import { withRoleName } from '../role-name.ts'

export const routes: Route[] = [
  { method: 'GET', url: '/phien-lam-viec', permission: 'signed-in', handle: show },
  { method: 'POST', url: '/phien-lam-viec/ket-thuc', permission: 'signed-in', handle: end },
]

async function end({ services, viewer, form, language }: PageRequest): Promise<Reply> {
  await services.perform(viewer.actor, endOwnSession, { sessionId: one(form.sessionId) })
  return redirect('/phien-lam-viec', copy(language).ended)
}

async function show(request: PageRequest): Promise<Reply> {
  const { services, viewer, language, now, raw } = request
  const { database } = services
  if (viewer.actor.kind !== 'officer') return commonErrors.fail('access.sign-in')
  const text = copy(language)
  const officer = await getOfficer(database, viewer.actor.id)
  const today = localDate(now)
  const held = (await assignmentsOf(database, officer.id)).filter((each) => each.validTo === null || each.validTo >= today)
  const sessions = await sessionsOf(database, officer.id, await signInRules(database), now)
  const current = await findSession(database, sessionSecretOf(raw.cookies), now)
  return consolePage(
    request,
    { title: text.title },
    <>
      <PageHead
        title={officer.fullName}
        kicker={text.title}
        facts={[positionName(officer, language), officer.homeUnitName].filter(Boolean).join(', ')}
        actions={
          <ButtonRow>
            <Button href="/mat-khau">{text.password}</Button>
            <Button href="/uy-quyen">{text.delegate}</Button>
          </ButtonRow>
        }
      />
      <DefinitionList
        rows={[
          { term: text.username, value: officer.username },
          {
            term: text.secondFactor,
            value: officer.hasSecondFactor ? (
              <Tag tone="ok" shape="tick">
                {text.on}
              </Tag>
            ) : (
              <Tag tone="near" shape="triangle">
                {text.off}
              </Tag>
            ),
            action: <a href="/xac-thuc-hai-lop/thiet-lap">{text.change}</a>,
          },
        ]}
      />
      <Panel id="vai-tro" title={text.roles}>
        <Roles rows={withRoleName(held, language)} text={text} />
      </Panel>
      <Panel id="phien" title={text.sessions}>
        <Sessions rows={sessions} currentId={current?.id} text={text} />
      </Panel>
    </>,
  )
}

type Text = ReturnType<typeof copy>

const Roles = ({ rows, text }: { rows: Assignment[]; text: Text }) => (
  <Table
    caption={text.roles}
    hideCaption
    dense
    rows={rows}
    rowKey={(row) => row.id}
    columns={[
      { key: 'role', head: text.role, cell: (row) => row.roleName },
      { key: 'unit', head: text.unit, cell: (row) => row.unitName },
      {
        key: 'time',
        head: text.time,
        cell: (row) =>
          row.validTo ? text.between(formatDate(row.validFrom), formatDate(row.validTo)) : text.since(formatDate(row.validFrom)),
      },
    ]}
    empty={<p>{text.noRole}</p>}
  />
)

const Sessions = ({ rows, currentId, text }: { rows: SessionRow[]; currentId: number | undefined; text: Text }) => (
  <Table
    caption={text.sessions}
    hideCaption
    rows={rows}
    rowKey={(row) => row.id}
    columns={[
      {
        key: 'device',
        head: text.device,
        cell: (row) => (
          <>
            {deviceName(row.device) ?? text.unknownDevice} {row.id === currentId && <Tag tone="info">{text.thisOne}</Tag>}
          </>
        ),
      },
      { key: 'source', head: text.source, cell: (row) => row.source ?? '–' },
      { key: 'began', head: text.began, cell: (row) => formatMoment(row.createdAt), nowrap: true },
      { key: 'seen', head: text.seen, cell: (row) => formatMoment(row.lastSeenAt), nowrap: true },
      {
        key: 'end',
        head: text.end,
        cell: (row) =>
          row.id !== currentId && (
            <Form action="/phien-lam-viec/ket-thuc" hidden={{ sessionId: String(row.id) }}>
              <Button small>{text.endThis}</Button>
            </Form>
          ),
      },
    ]}
  />
)

/** Browser and system in two words, from what the browser says of itself. */
function deviceName(device: string | null): string | undefined {
  if (!device) return undefined
  const browser = /Edg\//.test(device)
    ? 'Edge'
    : /Firefox\//.test(device)
      ? 'Firefox'
      : /Chrome\//.test(device)
        ? 'Chrome'
        : /Safari\//.test(device)
          ? 'Safari'
          : undefined
  const system = ['Windows', 'Android', 'iPhone', 'Mac OS X', 'Linux'].find((name) => device.includes(name))
  return [browser, system].filter(Boolean).join(', ') || device.slice(0, 40)
}

const copy = words({
  vi: {
    title: 'Tài khoản của tôi',
    username: 'Tên đăng nhập',
    password: 'Đổi mật khẩu',
    delegate: 'Ủy quyền',
    secondFactor: 'Xác thực hai lớp',
    on: 'Đang bật',
    off: 'Chưa bật',
    change: 'Thay đổi',
    roles: 'Vai trò đang giữ',
    role: 'Vai trò',
    unit: 'Đơn vị',
    time: 'Thời gian',
    since: (from: string) => `từ ${from}`,
    between: (from: string, to: string) => `${from} – ${to}`,
    noRole: 'Bạn chưa được giao vai trò nào. Hãy liên hệ quản trị đơn vị.',
    sessions: 'Phiên làm việc đang mở',
    device: 'Thiết bị',
    unknownDevice: 'Không rõ thiết bị',
    thisOne: 'phiên này',
    source: 'Địa chỉ mạng',
    began: 'Bắt đầu',
    seen: 'Hoạt động gần nhất',
    end: 'Kết thúc',
    endThis: 'Kết thúc phiên',
    ended: 'Phiên làm việc đã kết thúc.',
  },
  en: {
    title: 'My account',
    username: 'User name',
    password: 'Change the password',
    delegate: 'Delegate',
    secondFactor: 'Second factor',
    on: 'On',
    off: 'Off',
    change: 'Change',
    roles: 'Roles you hold',
    role: 'Role',
    unit: 'Unit',
    time: 'Time',
    since: (from: string) => `since ${from}`,
    between: (from: string, to: string) => `${from} – ${to}`,
    noRole: 'You have no role yet. Ask the administrator of your unit.',
    sessions: 'Open sessions',
    device: 'Device',
    unknownDevice: 'Unknown device',
    thisOne: 'this one',
    source: 'Network address',
    began: 'Began',
    seen: 'Last active',
    end: 'End',
    endThis: 'End the session',
    ended: 'The session has ended.',
  },
})
