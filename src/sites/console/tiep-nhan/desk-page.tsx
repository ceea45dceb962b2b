/** The page of a reception: the parts that are done in short, the open one in full. */
import { formatLimit } from '#modules/catalogue/index.ts'
import type { ReceptionDraft } from '#modules/intake/index.ts'
import type { PageRequest, Reply } from '#platform/http/route.ts'
import { type Language, words } from '#platform/language.ts'
import { formatMoment } from '#platform/text/dates.ts'
import {
  Button,
  ButtonRow,
  DefinitionList,
  ErrorSummary,
  Form,
  type FormState,
  hasErrors,
  Panel,
  Select,
  StepList,
  Table,
} from '#ui/index.ts'
import { consolePage } from '../layout.tsx'
import { type CheckedReception, CheckPart } from './check-part.tsx'
import type { Desk } from './desk.ts'
import { isTyping, type Stage, text as value } from './form.ts'
import { PapersPart } from './papers-part.tsx'
import { ContactPart, PersonPart, PersonSummary } from './person-part.tsx'
import { ProcedurePart } from './procedure-part.tsx'

const STAGES: Stage[] = ['owner', 'procedure', 'papers', 'check']

interface DeskPage {
  desk: Desk
  errors?: Record<string, string>
  checked?: CheckedReception
  /** Of the first page only: receptions begun earlier. */
  drafts?: ReceptionDraft[]
}

export async function deskPage(request: PageRequest, { desk, errors = {}, checked, drafts }: DeskPage): Promise<Reply> {
  const { language, now } = request
  const text = copy(language)
  const state: FormState = { values: desk.form, errors }
  const stage = checked ? 'check' : desk.stage === 'check' ? 'papers' : desk.stage
  const done = (part: Stage) => STAGES.indexOf(part) < STAGES.indexOf(stage)
  return consolePage(
    request,
    { title: text.title, hasErrors: hasErrors(state), status: hasErrors(state) ? 422 : 200 },
    <>
      <ErrorSummary state={state} />
      <h1>{text.title}</h1>
      <p class="muted">{deskName(desk, text.counter)}</p>
      <StepList
        label={text.steps}
        across
        steps={STAGES.map((part) => ({ key: part, name: text[part], state: part === stage ? 'current' : done(part) ? 'done' : 'todo' }))}
      />
      <Form
        action={`/tiep-nhan/${desk.key}`}
        state={state}
        hidden={{ unitId: String(desk.unitId), counterId: desk.counterId ? String(desk.counterId) : '' }}
        files={stage === 'papers'}
        defaultAction="next"
      >
        <OwnerPanel desk={desk} stage={stage} errors={errors} language={language} />
        {done('owner') && (
          <Panel title={text.procedure} id="thu-tuc" boxed>
            {stage === 'procedure' ? <ProcedurePart desk={desk} language={language} /> : <ChosenCase desk={desk} language={language} />}
          </Panel>
        )}
        {stage === 'papers' && desk.procedure?.ok && (
          <Panel title={text.papers} id="thanh-phan" boxed>
            <PapersPart desk={desk} procedure={desk.procedure.value} state={state} language={language} />
          </Panel>
        )}
        {checked && <CheckPart desk={desk} checked={checked} now={now} language={language} />}
        {!drafts && (
          <ButtonRow>
            {desk.procedure?.ok && request.viewer.holds('intake.refuse') && (
              <Button look="link" name="_action" value="refuse" formNoValidate>
                {text.refuse}
              </Button>
            )}
            <Button look="link" name="_action" value="discard" formNoValidate confirm={text.discardAsk}>
              {text.discard}
            </Button>
          </ButtonRow>
        )}
      </Form>
      {drafts && <OtherDesks desk={desk} language={language} />}
      {drafts && drafts.length > 0 && <Drafts drafts={drafts} language={language} />}
    </>,
  )
}

function OwnerPanel({ desk, stage, errors, language }: { desk: Desk; stage: Stage; errors: Record<string, string>; language: Language }) {
  const text = copy(language)
  return (
    <Panel title={text.owner} id="chu-ho-so" boxed>
      {stage === 'owner' ? (
        <>
          <input type="hidden" name="_part" value="owner" />
          <PersonPart desk={desk} who="owner" errors={errors} language={language} isFirst />
        </>
      ) : (
        <>
          <PersonSummary desk={desk} who="owner" language={language} canChange={!isTyping(desk.form, 'owner')} />
          {stage === 'papers' && <ContactPart desk={desk} language={language} />}
        </>
      )}
    </Panel>
  )
}

function ChosenCase({ desk, language }: { desk: Desk; language: Language }) {
  const text = copy(language)
  const { procedure } = desk
  return (
    <>
      {procedure?.ok ? (
        <DefinitionList
          dense
          columns
          rows={[
            { term: text.name, value: <strong>{procedure.value.name}</strong> },
            { term: text.code, value: procedure.value.procedureCode },
            { term: text.case, value: procedure.value.caseName },
            { term: text.limit, value: formatLimit(procedure.value.limit, language) },
            { term: text.channel, value: value(desk.form, 'channel') === 'post' ? text.post : text.atCounter },
          ]}
        />
      ) : (
        <p role="alert">{procedure?.error.sentence(language)}</p>
      )}
      <Button small name="_action" value="change-case" formNoValidate>
        {text.changeCase}
      </Button>
    </>
  )
}

function deskName({ places, unitId, counterId }: Desk, counterWord: string): string {
  const place = places.find(({ id }) => id === unitId)
  const counter = place?.counters.find(({ id }) => id === counterId)
  return [place?.name, counter && `${counterWord} ${counter.number}: ${counter.name}`].filter(Boolean).join(' · ')
}

/** The desk one sits at; asked once, because the next reception begins where the last one was. */
function OtherDesks({ desk, language }: { desk: Desk; language: Language }) {
  const text = copy(language)
  const options = desk.places.flatMap(({ id, name, counters }) => [
    { value: String(id), label: name },
    ...counters.map((counter) => ({
      value: `${id}.${counter.id}`,
      label: `${text.counter} ${counter.number}: ${counter.name}`,
      group: name,
    })),
  ])
  if (options.length < 2) return null
  return (
    <form method="get" action="/tiep-nhan" class="form">
      <Select
        name="ban"
        label={text.desk}
        options={options}
        value={desk.counterId ? `${desk.unitId}.${desk.counterId}` : String(desk.unitId)}
        blank={false}
        width="long"
      />
      <Button small>{text.sitHere}</Button>
    </form>
  )
}

function Drafts({ drafts, language }: { drafts: ReceptionDraft[]; language: Language }) {
  const text = copy(language)
  return (
    <Table
      caption={text.drafts}
      dense
      columns={[
        { key: 'at', head: text.savedAt, cell: (draft) => formatMoment(draft.updatedAt), nowrap: true },
        { key: 'who', head: text.owner, cell: (draft) => value(draft.form, 'owner.name') || value(draft.form, 'owner.find') || text.known },
      ]}
      rows={drafts}
      rowKey={({ key }) => key}
      rowHref={({ key }) => `/tiep-nhan/${key}`}
    />
  )
}

const copy = words({
  vi: {
    title: 'Tiếp nhận hồ sơ',
    refuse: 'Từ chối tiếp nhận',
    counter: 'Quầy',
    steps: 'Các bước tiếp nhận',
    owner: 'Chủ hồ sơ',
    procedure: 'Thủ tục',
    papers: 'Thành phần hồ sơ',
    check: 'Kiểm tra, tiếp nhận',
    name: 'Thủ tục',
    code: 'Mã thủ tục',
    case: 'Trường hợp',
    limit: 'Thời hạn',
    channel: 'Hình thức nộp',
    atCounter: 'Trực tiếp',
    post: 'Bưu chính',
    changeCase: 'Đổi thủ tục',
    discard: 'Bỏ lần nhập này',
    discardAsk: 'Bỏ tất cả những gì đã nhập cho hồ sơ này?',
    desk: 'Quầy đang ngồi',
    sitHere: 'Dùng quầy này',
    drafts: 'Hồ sơ đang nhập dở',
    savedAt: 'Lưu lúc',
    known: 'Người đã chọn',
  },
  en: {
    title: 'Receive a dossier',
    refuse: 'Refuse reception',
    counter: 'Counter',
    steps: 'Steps of a reception',
    owner: 'Owner',
    procedure: 'Procedure',
    papers: 'Papers',
    check: 'Check and receive',
    name: 'Procedure',
    code: 'Code',
    case: 'Case',
    limit: 'Time limit',
    channel: 'Filed',
    atCounter: 'At the counter',
    post: 'By post',
    changeCase: 'Choose another procedure',
    discard: 'Throw this entry away',
    discardAsk: 'Throw away everything entered for this dossier?',
    desk: 'Your counter',
    sitHere: 'Use this counter',
    drafts: 'Receptions not finished',
    savedAt: 'Saved at',
    known: 'A person already known',
  },
})
