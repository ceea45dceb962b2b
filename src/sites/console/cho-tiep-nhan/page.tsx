/** Chờ tiếp nhận: online filings at the officer's units, the soonest due first; each opens to its check and the four answers. */
import { shortProcedureName } from '#modules/catalogue/index.ts'
import { type WaitingFiling, waitingFilings } from '#modules/intake/index.ts'
import type { PageRequest, Reply, Route } from '#platform/http/route.ts'
import { words } from '#platform/language.ts'
import { formatMoment } from '#platform/text/dates.ts'
import { DueBadge, EmptyState, ListPager, Table, Tag } from '#ui/index.ts'
import { leftWords } from '../due.tsx'
import { consolePage } from '../layout.tsx'
import { routes as checkRoutes } from './kiem-tra/page.tsx'
import { unseenTooLong } from './unseen.ts'

const PAGE_SIZE = 50
const URL = '/cho-tiep-nhan'

export const routes: Route[] = [{ method: 'GET', url: URL, permission: 'intake.receive', handle: page }, ...checkRoutes]

async function page(request: PageRequest): Promise<Reply> {
  const { services, viewer, language, now, query } = request
  const { database } = services
  const text = copy(language)
  const number = Math.max(1, Number.parseInt(query.trang ?? '1', 10) || 1)
  const { rows, total } = await waitingFilings(database, { actor: viewer.actor, now }, { page: number, pageSize: PAGE_SIZE })
  const [left, isUnseen] = await Promise.all([leftWords(database, now, language), unseenTooLong(database, now)])
  const href = (to: number) => `${URL}?trang=${to}`
  const isRed = (row: WaitingFiling) => row.receptionDueAt < now || isUnseen(row)
  return consolePage(
    request,
    { title: text.title },
    <>
      <h1>{text.title}</h1>
      <p class="muted">{text.rule}</p>
      <Table
        caption={text.title}
        hideCaption
        dense
        rows={rows}
        rowKey={({ id }) => id}
        rowHref={({ code }) => `${URL}/${code}`}
        rowTone={(row) => (isRed(row) ? 'late' : undefined)}
        columns={[
          { key: 'code', head: text.code, nowrap: true, cell: ({ code }: WaitingFiling) => code },
          { key: 'owner', head: text.owner, cell: ({ ownerName }: WaitingFiling) => ownerName },
          {
            key: 'procedure',
            head: text.procedure,
            oneLine: true,
            cell: ({ procedureName }: WaitingFiling) => shortProcedureName(procedureName),
          },
          { key: 'unit', head: text.unit, oneLine: true, cell: ({ receivingUnitName }: WaitingFiling) => receivingUnitName },
          {
            key: 'filed',
            head: text.filed,
            nowrap: true,
            cell: (row: WaitingFiling) => (
              <>
                {formatMoment(row.filedAt)} {row.isResubmitted && <Tag>{text.resubmitted}</Tag>}
              </>
            ),
          },
          {
            key: 'due',
            head: text.due,
            cell: (row: WaitingFiling) => (
              <>
                <DueBadge state={row.receptionDueAt < now ? 'late' : 'in-time'} detail={left(row.receivingUnitPath, row.receptionDueAt)} />{' '}
                {isUnseen(row) && (
                  <Tag tone="late" shape="square">
                    {text.unseen}
                  </Tag>
                )}
              </>
            ),
          },
        ]}
        empty={<EmptyState title={text.none}>{text.noneHint}</EmptyState>}
      />
      {rows.length > 0 && (
        <ListPager page={number} pageSize={PAGE_SIZE} shown={rows.length} total={total} noun={text.filings} hrefOf={href} />
      )}
    </>,
  )
}

const copy = words({
  vi: {
    title: 'Hồ sơ trực tuyến chờ tiếp nhận',
    rule: 'Phải xem trong 02 giờ làm việc; trong 08 giờ làm việc phải tiếp nhận, yêu cầu bổ sung một lần hoặc từ chối.',
    code: 'Mã hồ sơ',
    owner: 'Chủ hồ sơ',
    procedure: 'Thủ tục',
    unit: 'Nơi tiếp nhận',
    filed: 'Nộp lúc',
    due: 'Trả lời',
    resubmitted: 'Đã bổ sung',
    unseen: 'Quá 2 giờ chưa xem',
    none: 'Không có hồ sơ trực tuyến chờ tiếp nhận',
    noneHint: 'Hồ sơ nộp trực tuyến sẽ hiện ở đây ngay khi được gửi đến.',
    filings: 'hồ sơ',
  },
  en: {
    title: 'Online filings awaiting reception',
    rule: 'To be opened within 2 working hours; within 8 to be accepted, supplemented by one request, or refused.',
    code: 'Code',
    owner: 'Owner',
    procedure: 'Procedure',
    unit: 'Received at',
    filed: 'Filed',
    due: 'Answer',
    resubmitted: 'Supplemented',
    unseen: 'Unopened over 2 hours',
    none: 'No online filing awaits reception',
    noneHint: 'Filings appear here as soon as they arrive.',
    filings: 'filings',
  },
})
