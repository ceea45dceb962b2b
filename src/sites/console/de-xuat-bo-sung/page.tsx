/** Đề xuất yêu cầu bổ sung chờ duyệt: what specialists have laid before the leader, the oldest first. */
import { type WaitingProposal, waitingProposals } from '#modules/settlement/index.ts'
import type { PageRequest, Reply, Route } from '#platform/http/route.ts'
import { words } from '#platform/language.ts'
import { formatMoment } from '#platform/text/dates.ts'
import { EmptyState, Table } from '#ui/index.ts'
import { consolePage } from '../layout.tsx'

export const routes: Route[] = [{ method: 'GET', url: '/de-xuat-bo-sung', permission: 'settlement.ask-supplement', handle: page }]

async function page(request: PageRequest): Promise<Reply> {
  const { services, viewer, now, language } = request
  const text = copy(language)
  const rows = await waitingProposals(services.database, { actor: viewer.actor, now })
  return consolePage(
    request,
    { title: text.title },
    <>
      <h1>{text.title}</h1>
      <p>{text.what}</p>
      <Table<WaitingProposal>
        caption={text.caption}
        hideCaption
        dense
        rows={rows}
        rowKey={({ code }) => code}
        rowHref={({ code }) => `/ho-so/${code}/viec/yeu-cau-bo-sung`}
        empty={<EmptyState title={text.none}>{text.noneHint}</EmptyState>}
        columns={[
          { key: 'code', head: text.code, isRowHead: true, nowrap: true, cell: ({ code }) => code },
          { key: 'procedure', head: text.procedure, width: 'wide', cell: ({ procedureName }) => procedureName },
          { key: 'by', head: text.by, cell: ({ proposedByName }) => proposedByName },
          { key: 'at', head: text.at, nowrap: true, cell: ({ proposedAt }) => formatMoment(proposedAt) },
          { key: 'count', head: text.count, align: 'end', cell: ({ count }) => count },
          { key: 'due', head: text.due, nowrap: true, cell: ({ dueAt }) => formatMoment(dueAt) },
        ]}
      />
    </>,
  )
}

const copy = words({
  vi: {
    title: 'Đề xuất yêu cầu bổ sung',
    what: 'Duyệt thì phiếu yêu cầu bổ sung mới được gửi người nộp. Yêu cầu phải gửi trong 03 ngày làm việc kể từ ngày tiếp nhận.',
    caption: 'Đề xuất chờ duyệt, cũ nhất đứng trước',
    none: 'Không có đề xuất chờ duyệt',
    noneHint: 'Bạn không cần làm gì.',
    code: 'Mã hồ sơ',
    procedure: 'Tên thủ tục',
    by: 'Người đề xuất',
    at: 'Đề xuất lúc',
    count: 'Số nội dung',
    due: 'Hẹn trả',
  },
  en: {
    title: 'Proposed supplements',
    what: 'Only what is approved goes to the applicant. It must go within three working days of reception.',
    caption: 'Proposals that wait, the oldest first',
    none: 'No proposal waits',
    noneHint: 'You need not do anything.',
    code: 'Code',
    procedure: 'Procedure',
    by: 'Proposed by',
    at: 'When',
    count: 'Things asked for',
    due: 'Promised',
  },
})
