/** Nhắc đến tôi: notes in which a colleague called me; what I have not read comes first. */
import { type Mention, mentionsOf, readMention } from '#modules/workflow/index.ts'
import { commonErrors } from '#platform/errors.ts'
import { one } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { words } from '#platform/language.ts'
import { formatMoment } from '#platform/text/dates.ts'
import { Button, EmptyState, Form, PageHead, Table, Tag } from '#ui/index.ts'
import { consolePage } from '../layout.tsx'

const URL = '/nhac-den'

export const routes: Route[] = [
  { method: 'GET', url: URL, permission: 'signed-in', handle: page },
  { method: 'POST', url: URL, permission: 'signed-in', handle: read },
]

/** One is read by opening its dossier; without a note, all are. */
async function read({ services, viewer, form, language }: PageRequest): Promise<Reply> {
  const code = await services.perform(viewer.actor, readMention, { noteId: one(form.noteId) })
  return code === undefined ? redirect(URL, copy(language).allRead) : redirect(`/ho-so/${code}?phan=trao-doi`)
}

async function page(request: PageRequest): Promise<Reply> {
  const { services, viewer, language } = request
  if (viewer.actor.kind !== 'officer') return commonErrors.fail('access.sign-in')
  const text = copy(language)
  const rows = await mentionsOf(services.database, viewer.actor.id)
  const unread = rows.filter(({ readAt }) => readAt === null).length
  return consolePage(
    request,
    { title: text.title },
    <>
      <PageHead
        title={text.title}
        actions={
          unread > 1 && (
            <Form action={URL}>
              <Button small>{text.readAll}</Button>
            </Form>
          )
        }
      />
      <Table<Mention>
        caption={text.title}
        hideCaption
        rows={rows}
        rowKey={({ noteId }) => noteId}
        columns={[
          {
            key: 'text',
            head: text.note,
            width: 'wide',
            isRowHead: true,
            cell: ({ text: said, readAt }) => (
              <>
                {readAt === null && (
                  <Tag tone="info" shape="circle">
                    {text.unread}
                  </Tag>
                )}{' '}
                {said}
              </>
            ),
          },
          { key: 'author', head: text.author, cell: ({ authorName }) => authorName },
          { key: 'when', head: text.when, cell: ({ createdAt }) => formatMoment(createdAt), nowrap: true },
          {
            key: 'open',
            head: text.dossier,
            cell: ({ code, noteId }) => (
              <Form action={URL} hidden={{ noteId: String(noteId) }} label={text.openOf(code)}>
                <Button small>{code}</Button>
              </Form>
            ),
          },
        ]}
        empty={<EmptyState title={text.none}>{text.how}</EmptyState>}
      />
    </>,
  )
}

const copy = words({
  vi: {
    title: 'Nhắc đến tôi',
    note: 'Ghi chú',
    author: 'Người ghi',
    when: 'Lúc',
    dossier: 'Mở hồ sơ',
    openOf: (code: string) => `Mở hồ sơ ${code}`,
    unread: 'Chưa đọc',
    readAll: 'Đánh dấu đã đọc tất cả',
    allRead: 'Đã đánh dấu đọc tất cả.',
    none: 'Chưa có ai nhắc đến bạn.',
    how: 'Đồng nghiệp nhắc đến bạn bằng cách viết @tên-đăng-nhập trong ghi chú của hồ sơ.',
  },
  en: {
    title: 'Mentions of me',
    note: 'Note',
    author: 'By',
    when: 'At',
    dossier: 'Open the dossier',
    openOf: (code: string) => `Open dossier ${code}`,
    unread: 'Unread',
    readAll: 'Mark all as read',
    allRead: 'All are marked as read.',
    none: 'Nobody has mentioned you yet.',
    how: 'Colleagues mention you by writing @your-user-name in a note of a dossier.',
  },
})
