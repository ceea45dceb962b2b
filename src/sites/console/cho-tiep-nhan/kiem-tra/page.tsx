/** The check of one filing: who filed what, every paper with its files, and the four answers. What no longer waits opens as a dossier. */
import { randomUUID } from 'node:crypto'
import {
  type DossierDetail,
  type DossierParty,
  getDossier,
  isLate,
  returnMethodWords,
  stateWords,
  transitionById,
} from '#modules/dossier/index.ts'
import { formatPhone } from '#modules/identity/index.ts'
import { checkablePapers } from '#modules/intake/index.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { type Language, words } from '#platform/language.ts'
import { formatDong } from '#platform/money.ts'
import { formatMoment } from '#platform/text/dates.ts'
import { Button, ButtonRow, blankForm, DefinitionList, DueBadge, Form, PageHead, Panel, Table } from '#ui/index.ts'
import { leftWords } from '../../due.tsx'
import { offeredTo } from '../../ho-so/viec/offered.tsx'
import { AcceptFields } from '../../ho-so/viec/tiep-nhan/fields.tsx'
import { acceptOffer } from '../../ho-so/viec/tiep-nhan/offers.ts'
import { consolePage } from '../../layout.tsx'

export const routes: Route[] = [{ method: 'GET', url: '/cho-tiep-nhan/:code', permission: 'intake.receive', handle: show }]

const WAITING: readonly string[] = ['AWAITING_RECEPTION', 'RESUBMITTED_AWAITING_RECEPTION']

async function show(request: PageRequest): Promise<Reply> {
  const { services, viewer, now, language, params } = request
  const { database } = services
  const text = copy(language)
  const dossier = await getDossier(database, params.code ?? '', { actor: viewer.actor, now })
  const { state, code } = dossier
  if (!WAITING.includes(state.state)) return redirect(`/ho-so/${code}`)
  const [papers, offered, left] = await Promise.all([
    checkablePapers(database, dossier.id),
    offeredTo(request, dossier),
    leftWords(database, now, language),
  ])
  const clock = state.receptionClock
  const acceptHref = `/ho-so/${code}/viec/${acceptOffer.slug}`
  const mayAccept = offered.some(({ href, refusal }) => href === acceptHref && !refusal)
  return consolePage(
    request,
    { title: text.title(code), breadcrumbs: [{ label: text.list, href: '/cho-tiep-nhan' }, { label: code }] },
    <>
      <PageHead
        kicker={dossier.procedure.name}
        title={
          <>
            <span class="code">{code}</span>: {dossier.owner.name}
          </>
        }
        state={stateWords(language)[state.state]}
        facts={
          clock && (
            <>
              <DueBadge state={isLate(clock, now) ? 'late' : 'in-time'} detail={left(dossier.receivingUnit.path, clock.dueAt)} />{' '}
              {text.answerBy(formatMoment(clock.dueAt))}
            </>
          )
        }
      />
      <Filed dossier={dossier} language={language} />
      <Panel id="thanh-phan" title={text.papers}>
        <Table
          caption={text.papers}
          hideCaption
          rows={papers}
          rowKey={({ dossierComponentId, componentId }) => `${dossierComponentId}.${componentId}`}
          rowTone={({ componentId, isRequired }) => (componentId && isRequired ? 'late' : undefined)}
          columns={[
            { key: 'name', head: text.paper, cell: ({ name }) => name },
            {
              key: 'files',
              head: text.files,
              cell: ({ dossierComponentId, isRequired }) =>
                dossierComponentId === undefined ? (
                  isRequired ? (
                    text.missing
                  ) : (
                    text.notHandedIn
                  )
                ) : (
                  <Files dossier={dossier} componentId={dossierComponentId} language={language} />
                ),
            },
          ]}
        />
        <Files dossier={dossier} componentId={null} language={language} />
      </Panel>
      <Panel id="tra-loi" title={text.answer} boxed>
        {mayAccept && (
          <Form action={acceptHref} state={blankForm({ forwards: 'on' })} hidden={{ khoa: randomUUID() }} label={text.answer}>
            <AcceptFields language={language} />
            <Button look="primary">{transitionById('accept-online')[language]}</Button>
          </Form>
        )}
        <ButtonRow>
          {offered
            .filter(({ href, refusal }) => href !== acceptHref && !refusal)
            .map(({ title, href }) => (
              <Button key={href} href={href}>
                {title}
              </Button>
            ))}
          <Button href={`/ho-so/${code}`}>{text.whole}</Button>
        </ButtonRow>
      </Panel>
    </>,
  )
}

function Filed({ dossier, language }: { dossier: DossierDetail; language: Language }) {
  const text = copy(language)
  const person = (party: DossierParty) =>
    [party.name, party.identifier, party.phone && formatPhone(party.phone), party.address].filter(Boolean).join(' · ')
  const isForAnother = dossier.submitter.id !== dossier.owner.id
  return (
    <DefinitionList
      rows={[
        { term: text.owner, value: person(dossier.owner) },
        { term: text.submitter, value: isForAnother ? person(dossier.submitter) : undefined },
        { term: text.authorization, value: isForAnother ? dossier.authorizationPaper : undefined },
        { term: text.case, value: dossier.procedure.caseName },
        { term: text.subject, value: dossier.subject === dossier.procedure.name ? undefined : dossier.subject },
        { term: text.externalCodes, value: dossier.externalCodes.filter((external) => external !== dossier.code).join(', ') },
        { term: text.filed, value: dossier.state.filedAt && formatMoment(dossier.state.filedAt) },
        { term: text.settles, value: dossier.settlingUnit.name },
        {
          term: text.returnBy,
          value: [returnMethodWords(language)[dossier.returnMethod], dossier.returnAddress].filter(Boolean).join(', '),
        },
        { term: text.fees, value: dossier.fees.map(({ name, amount }) => `${name}: ${formatDong(amount)}`).join('; ') },
      ]}
    />
  )
}

/** `componentId` null: the files of the filing as a whole. */
function Files({ dossier, componentId, language }: { dossier: DossierDetail; componentId: number | null; language: Language }) {
  const text = copy(language)
  const files = dossier.documents.filter(({ dossierComponentId }) => dossierComponentId === componentId)
  const held = dossier.components.find(({ id }) => id === componentId)
  const counts =
    held && [held.originals > 0 && text.originals(held.originals), held.copies > 0 && text.copies(held.copies)].filter(Boolean).join(', ')
  return (
    <>
      {counts}
      {files.length > 0 && (
        <ul>
          {files.map(({ documentId, name }) => (
            <li key={documentId}>
              <a href={`/ho-so/${dossier.code}/tai-lieu/${documentId}`}>{name}</a>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

const copy = words({
  vi: {
    title: (code: string) => `Kiểm tra hồ sơ ${code}`,
    list: 'Chờ tiếp nhận',
    answerBy: (by: string) => `trả lời trước ${by}`,
    papers: 'Thành phần hồ sơ',
    paper: 'Giấy tờ',
    files: 'Đã nộp',
    missing: 'Thiếu',
    notHandedIn: 'Không nộp (không bắt buộc)',
    answer: 'Trả lời người nộp',
    whole: 'Xem toàn bộ hồ sơ',
    owner: 'Chủ hồ sơ',
    submitter: 'Người nộp',
    authorization: 'Giấy tờ ủy quyền',
    case: 'Trường hợp',
    subject: 'Nội dung yêu cầu',
    externalCodes: 'Mã của hệ thống gửi',
    filed: 'Nộp lúc',
    settles: 'Cơ quan giải quyết',
    returnBy: 'Nhận kết quả',
    fees: 'Phí, lệ phí',
    originals: (count: number) => `${count} bản chính`,
    copies: (count: number) => `${count} bản sao`,
  },
  en: {
    title: (code: string) => `Check filing ${code}`,
    list: 'Awaiting reception',
    answerBy: (by: string) => `to be answered by ${by}`,
    papers: 'Papers',
    paper: 'Paper',
    files: 'Handed in',
    missing: 'Missing',
    notHandedIn: 'Not handed in (not required)',
    answer: 'Answer the applicant',
    whole: 'See the whole dossier',
    owner: 'Owner',
    submitter: 'Filed by',
    authorization: 'Authority to act',
    case: 'Case',
    subject: 'Request',
    externalCodes: 'Code of the sending system',
    filed: 'Filed',
    settles: 'Settled by',
    returnBy: 'Return of the result',
    fees: 'Fees',
    originals: (count: number) => `originals: ${count}`,
    copies: (count: number) => `copies: ${count}`,
  },
})
