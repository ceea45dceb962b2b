/**
 * Tra cứu hồ sơ, without signing in: by the code, typed or behind the QR code of the receipt. Says where a dossier stands and its dates, and nothing about
 * anybody (TT 01/2018/TT-VPCP art. 16(2)d). A code that is unknown and one that is none get the same answer.
 */
import { findPublicDossier, type PublicDossier, publicTimeline } from '#modules/dossier/index.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { words } from '#platform/language.ts'
import { formatMoment, formatMomentLong } from '#platform/text/dates.ts'
import { DefinitionList, DueBadge, ErrorSummary, failedForm, SearchBox, Timeline } from '#ui/index.ts'
import { portalPage } from '../layout.tsx'

/** Nobody looks up more by hand; whoever tries codes one after the other does not get far. */
const limit = { perMinute: 30 }

export const routes: Route[] = [
  { method: 'GET', url: '/tra-cuu', permission: 'public', limit, handle: ask },
  { method: 'GET', url: '/tra-cuu/:code', permission: 'public', limit, handle: answer },
]

function ask(request: PageRequest): Promise<Reply> | Reply {
  const text = copy(request.language)
  const asked = compact(request.query.ma ?? '')
  if (asked) return redirect(`/tra-cuu/${encodeURIComponent(asked)}`)
  return portalPage(
    request,
    { title: text.title },
    <>
      <h1>{text.title}</h1>
      <Ask request={request} />
      <p>{text.scan}</p>
    </>,
  )
}

async function answer(request: PageRequest): Promise<Reply> {
  const { services, params } = request
  const asked = compact(params.code ?? '')
  const dossier = await findPublicDossier(services.database, asked)
  return unlisted(dossier ? await found(request, dossier) : await notFound(request, asked))
}

/** As people type it: spaces and small letters do not matter. */
const compact = (typed: string): string => typed.replace(/\s+/g, '').toUpperCase().slice(0, 60)

/** A dossier's page is for whoever has its code, not for search engines. */
const unlisted = (reply: Reply): Reply =>
  reply.kind === 'html' ? { ...reply, headers: { ...reply.headers, 'x-robots-tag': 'noindex, nofollow' } } : reply

function notFound(request: PageRequest, asked: string): Promise<Reply> {
  const text = copy(request.language)
  return portalPage(
    request,
    { title: text.unknownTitle, status: 404, hasErrors: true },
    <>
      <ErrorSummary state={failedForm({}, { _: text.unknown(asked) })} title={text.unknownTitle} />
      <h1>{text.title}</h1>
      <Ask request={request} value={asked} />
      <p>{text.unknownNext}</p>
    </>,
  )
}

function Ask({ request, value }: { request: PageRequest; value?: string }) {
  const text = copy(request.language)
  return <SearchBox action="/tra-cuu" name="ma" id="ma" label={text.label} hint={text.hint} value={value} />
}

function found(request: PageRequest, dossier: PublicDossier): Promise<Reply> {
  const { language, now } = request
  const text = copy(language)
  const { code, state, actions, unitNames, returnMethod, receivingUnit } = dossier
  const { happened, holder, todo, until, isLate, entries } = publicTimeline(state, actions, language, { now, unitNames, returnMethod })
  return portalPage(
    request,
    { title: `${text.dossier} ${code}`, breadcrumbs: [{ label: text.title, href: '/tra-cuu' }, { label: code }] },
    <>
      <h1>
        {text.dossier} <code>{code}</code>
      </h1>
      <p>
        <DueBadge state={state.finishedAt ? 'ended' : isLate ? 'late' : 'in-time'} word={state.finishedAt ? text.finished : undefined} />
      </p>
      <h2>{text.what}</h2>
      <p>{happened}</p>
      {holder && (
        <>
          <h2>{text.who}</h2>
          <p>{holder}</p>
        </>
      )}
      <h2>{text.todo}</h2>
      <p>{todo}</p>
      {until && (
        <>
          <h2>{text.until}</h2>
          <p>{until}</p>
        </>
      )}
      <h2>{text.where}</h2>
      <p>
        {receivingUnit.name}
        {receivingUnit.address && <>, {receivingUnit.address}</>}
        {receivingUnit.phone && (
          <>
            . {text.phone}: <a href={`tel:${receivingUnit.phone.replace(/[^\d+]/g, '')}`}>{receivingUnit.phone}</a>
          </>
        )}
      </p>
      <h2>{text.course}</h2>
      <Timeline
        label={text.course}
        entries={entries.map(({ at, title }, index) => ({
          title,
          when: formatMoment(at),
          dateTime: at.toISOString(),
          state: index === entries.length - 1 ? 'current' : undefined,
        }))}
      />
      <h2>{text.dates}</h2>
      <DefinitionList
        rows={[
          { term: text.procedure, value: `${dossier.procedureCode} – ${dossier.procedureName}` },
          { term: text.received, value: state.receivedAt && formatMomentLong(state.receivedAt, language) },
          { term: text.promised, value: state.clock && formatMomentLong(state.clock.dueAt, language) },
          { term: text.result, value: state.finishedAt && formatMomentLong(state.finishedAt, language) },
          { term: text.returned, value: state.returnedAt && formatMomentLong(state.returnedAt, language) },
        ]}
      />
      <p class="muted">{text.private}</p>
      <p>
        <a href="/tra-cuu">{text.another}</a>
      </p>
    </>,
  )
}

const copy = words({
  vi: {
    title: 'Tra cứu hồ sơ',
    label: 'Mã hồ sơ',
    hint: 'In ở đầu giấy tiếp nhận hồ sơ. Ví dụ: H50.15-261120-0001.',
    scan: 'Bạn cũng có thể quét mã QR trên giấy tiếp nhận bằng điện thoại.',
    unknownTitle: 'Không tìm thấy hồ sơ',
    unknown: (asked: string) => `Không có hồ sơ nào mang mã “${asked}”.`,
    unknownNext: 'Hãy so lại từng chữ và số với mã in trên giấy tiếp nhận. Nếu vẫn không thấy, hãy hỏi nơi bạn đã nộp hồ sơ.',
    dossier: 'Hồ sơ',
    finished: 'Đã có kết quả',
    what: 'Đã xảy ra gì?',
    who: 'Ai đang giữ hồ sơ?',
    todo: 'Bạn cần làm gì?',
    until: 'Đến khi nào?',
    where: 'Hỏi ở đâu?',
    phone: 'Điện thoại',
    course: 'Quá trình giải quyết',
    dates: 'Thủ tục và các mốc thời gian',
    procedure: 'Thủ tục',
    received: 'Tiếp nhận',
    promised: 'Hẹn trả kết quả',
    result: 'Có kết quả',
    returned: 'Đã trả kết quả',
    private: 'Trang này không hiện thông tin cá nhân. Thông tin đầy đủ có trên giấy tiếp nhận của bạn.',
    another: 'Tra cứu hồ sơ khác',
  },
  en: {
    title: 'Look up a dossier',
    label: 'Dossier code',
    hint: 'At the top of the receipt. Example: H50.15-261120-0001.',
    scan: 'You can also scan the QR code of the receipt with a phone.',
    unknownTitle: 'No dossier found',
    unknown: (asked: string) => `No dossier has the code “${asked}”.`,
    unknownNext: 'Compare each letter and digit with the receipt. If it is still not found, ask where you filed.',
    dossier: 'Dossier',
    finished: 'The result is there',
    what: 'What has happened?',
    who: 'Who has the dossier?',
    todo: 'What must you do?',
    until: 'Until when?',
    where: 'Where to ask?',
    phone: 'Phone',
    course: 'The course so far',
    dates: 'Procedure and dates',
    procedure: 'Procedure',
    received: 'Received',
    promised: 'Promised for',
    result: 'Result',
    returned: 'Returned',
    private: 'This page shows no personal data. The full facts stand on your receipt.',
    another: 'Look up another dossier',
  },
})
