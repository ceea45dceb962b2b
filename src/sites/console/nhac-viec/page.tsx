/** Nhắc việc: limits that have come to half, to near their end, or past it, as told to this officer; the unread first. */
import { dueLights } from '#modules/organization/index.ts'
import { type Reminder, readReminder, remindersOf } from '#modules/watch/index.ts'
import { commonErrors } from '#platform/errors.ts'
import { one } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { words } from '#platform/language.ts'
import { formatMoment } from '#platform/text/dates.ts'
import { Button, EmptyState, Form, PageHead, Table, Tag } from '#ui/index.ts'
import { consolePage } from '../layout.tsx'

const URL = '/nhac-viec'

export const routes: Route[] = [
  { method: 'GET', url: URL, permission: 'signed-in', handle: page },
  { method: 'POST', url: URL, permission: 'signed-in', handle: read },
]

/** One is read by opening its dossier; without one, all are. */
async function read({ services, viewer, form, language }: PageRequest): Promise<Reply> {
  const code = await services.perform(viewer.actor, readReminder, { reminderId: one(form.reminderId) })
  return code === undefined ? redirect(URL, copy(language).allRead) : redirect(`/ho-so/${code}`)
}

async function page(request: PageRequest): Promise<Reply> {
  const { services, viewer, language } = request
  if (viewer.actor.kind !== 'officer') return commonErrors.fail('access.sign-in')
  const text = copy(language)
  const [rows, thresholds] = await Promise.all([remindersOf(services.database, viewer.actor.id), dueLights(services.database)])
  const unread = rows.filter(({ readAt }) => readAt === null).length
  return consolePage(
    request,
    { title: text.title },
    <>
      <PageHead
        title={text.title}
        actions={
          unread > 0 && (
            <Form action={URL}>
              <Button small>{text.readAll}</Button>
            </Form>
          )
        }
      />
      <p class="muted">{text.lead(thresholds.half, thresholds.near)}</p>
      <p>
        <a href="/ban-tin">{text.digest}</a>
      </p>
      <Table<Reminder>
        caption={text.title}
        hideCaption
        dense
        rows={rows}
        rowKey={({ id }) => id}
        rowTone={({ level, isOver }) => (isOver || level === 'half' ? undefined : level)}
        columns={[
          { key: 'level', head: text.level, isRowHead: true, cell: (row) => <LevelTag row={row} text={text} /> },
          {
            key: 'about',
            head: text.about,
            width: 'wide',
            cell: ({ stepName, holderName }) => (
              <>
                {stepName ?? text.whole}
                {holderName && <span class="muted">, {holderName}</span>}
              </>
            ),
          },
          { key: 'due', head: text.due, nowrap: true, cell: ({ dueAt }) => formatMoment(dueAt) },
          { key: 'rung', head: text.rung, cell: ({ rung }) => text[rung] },
          { key: 'at', head: text.at, nowrap: true, cell: ({ createdAt }) => formatMoment(createdAt) },
          {
            key: 'open',
            head: text.dossier,
            cell: ({ id, code }) => (
              <Form action={URL} hidden={{ reminderId: String(id) }} label={text.openOf(code)}>
                <Button small>{code}</Button>
              </Form>
            ),
          },
        ]}
        empty={<EmptyState title={text.none}>{text.noneHint}</EmptyState>}
      />
    </>,
  )
}

/** How much of the limit was used when it was told; what is done meanwhile says so. */
function LevelTag({ row, text }: { row: Reminder; text: ReturnType<typeof copy> }) {
  return (
    <>
      {row.readAt === null && <span class="visually-hidden">{text.unread} </span>}
      {row.isOver ? (
        <Tag tone="ok" shape="tick">
          {text.over}
        </Tag>
      ) : row.level === 'late' ? (
        <Tag tone="late" shape="square">
          {text.late}
        </Tag>
      ) : (
        <Tag tone={row.level === 'near' ? 'near' : 'neutral'} shape={row.level === 'near' ? 'triangle' : 'circle'}>
          {text.used(row.usedPercent)}
        </Tag>
      )}
    </>
  )
}

const copy = words({
  vi: {
    title: 'Nhắc việc',
    lead: (half: number, near: number) =>
      `Nhắc một lần cho mỗi mức: cán bộ giữ việc khi dùng hết ${half} % thời hạn, thêm người đứng đầu đơn vị khi hết ${near} %, thêm lãnh đạo Bộ phận Một cửa khi quá hạn.`,
    digest: 'Xem bản tin đầu ngày',
    level: 'Mức',
    about: 'Việc, người giữ',
    whole: 'Thời hạn giải quyết hồ sơ',
    due: 'Hạn',
    rung: 'Nhắc với tư cách',
    officer: 'Người giữ việc',
    head: 'Người đứng đầu đơn vị',
    'one-stop-leader': 'Lãnh đạo Bộ phận Một cửa',
    at: 'Nhắc lúc',
    dossier: 'Mở hồ sơ',
    openOf: (code: string) => `Mở hồ sơ ${code}`,
    unread: 'Chưa đọc',
    over: 'Đã xong',
    late: 'Quá hạn',
    used: (percent: number) => `Đã dùng ${percent} %`,
    readAll: 'Đánh dấu đã đọc tất cả',
    allRead: 'Đã đánh dấu đọc tất cả.',
    none: 'Chưa có lời nhắc nào.',
    noneHint: 'Bạn được nhắc khi một việc của bạn, hoặc của đơn vị bạn phụ trách, đã dùng phần lớn thời hạn.',
  },
  en: {
    title: 'Reminders',
    lead: (half: number, near: number) =>
      `Once for each level: the officer at ${half} % of the limit, her head too at ${near} %, the leader of the one-stop unit too when it is late.`,
    digest: 'See the morning digest',
    level: 'Level',
    about: 'Work, who holds it',
    whole: 'Limit of the dossier',
    due: 'Due',
    rung: 'Reminded as',
    officer: 'Holder of the work',
    head: 'Head of the unit',
    'one-stop-leader': 'Leader of the one-stop unit',
    at: 'At',
    dossier: 'Open the dossier',
    openOf: (code: string) => `Open dossier ${code}`,
    unread: 'Unread',
    over: 'Done',
    late: 'Overdue',
    used: (percent: number) => `${percent} % used`,
    readAll: 'Mark all as read',
    allRead: 'All are marked as read.',
    none: 'There are no reminders yet.',
    noneHint: 'You are reminded when work of yours, or of a unit you answer for, has used most of its limit.',
  },
})
