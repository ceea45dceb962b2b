/** What is handed in: the papers of the case, further papers, files; who files and who helps; fees; how the result is returned. */
import type { ReceptionCase, ReceptionComponent } from '#modules/catalogue/index.ts'
import { UPLOAD_MAX_BYTES } from '#platform/files/index.ts'
import { type Language, words } from '#platform/language.ts'
import { formatDong } from '#platform/money.ts'
import {
  Button,
  ButtonRow,
  Checkboxes,
  Field,
  FieldRow,
  FileDrop,
  FileSlot,
  type FormState,
  fieldId,
  Panel,
  Radios,
  RepeatingGroup,
  Select,
  Table,
} from '#ui/index.ts'
import type { Desk } from './desk.ts'
import { isSettled, text as value } from './form.ts'
import { MainButton } from './parts.tsx'
import { PersonPart, PersonSummary } from './person-part.tsx'

export interface PapersProps {
  desk: Desk
  procedure: ReceptionCase
  state: FormState
  language: Language
}

export function PapersPart(props: PapersProps) {
  const { desk, procedure, language } = props
  const text = copy(language)
  const hasCounts = Object.keys(desk.form).some((name) => name.startsWith('paper.'))
  return (
    <>
      <input type="hidden" name="_part" value="papers" />
      <Panel
        title={text.papers}
        level={3}
        id="giay-to"
        actions={
          <MainButton look="secondary" small value="complete-papers" autofocus={!hasCounts && procedure.components.length > 0}>
            {text.complete}
          </MainButton>
        }
      >
        <ComponentTable {...props} />
      </Panel>
      <RepeatingGroup name="extras" label={text.extras} noun={text.extra} least={0} most={20}>
        {(item) => (
          <FieldRow>
            <Field name={`${item}.name`} label={text.name} autocomplete="off" />
            <Field name={`${item}.originals`} type="number" label={text.originals} width="short" />
            <Field name={`${item}.copies`} type="number" label={text.copies} width="short" />
          </FieldRow>
        )}
      </RepeatingGroup>
      <Files {...props} />
      <WhoFiles {...props} />
      <Fees {...props} />
      <Return {...props} />
      <ButtonRow>
        <MainButton value="next" autofocus={hasCounts || procedure.components.length === 0}>
          {text.check}
        </MainButton>
      </ButtonRow>
    </>
  )
}

function ComponentTable({ desk, procedure, state, language }: PapersProps) {
  const text = copy(language)
  if (procedure.components.length === 0) return <p>{text.noPapers}</p>
  const missing = ({ id }: ReceptionComponent) => state.errors[`paper.${id}`] !== undefined
  return (
    <Table
      caption={text.papers}
      hideCaption
      dense
      columns={[
        {
          key: 'name',
          head: text.paper,
          width: 'wide',
          cell: (component: ReceptionComponent) => (
            <>
              <PaperName component={component} language={language} />
              {missing(component) && (
                <p class="field__error" id={`${fieldId(`paper.${component.id}`)}-missing`}>
                  {text.missing}
                </p>
              )}
            </>
          ),
        },
        {
          key: 'originals',
          head: text.originals,
          cell: (component) =>
            component.isPresentedOnly ? (
              <Checkboxes
                name={`paper.${component.id}.presented`}
                id={missing(component) ? fieldId(`paper.${component.id}`) : undefined}
                label={text.presented}
                hideLabel
                values={value(desk.form, `paper.${component.id}.presented`) === 'on' ? ['on'] : []}
                options={[{ value: 'on', label: text.presented }]}
              />
            ) : (
              <Field
                name={`paper.${component.id}.originals`}
                id={missing(component) ? fieldId(`paper.${component.id}`) : undefined}
                type="number"
                label={`${text.originals}: ${component.name}`}
                hideLabel
                width="short"
              />
            ),
        },
        {
          key: 'copies',
          head: text.copies,
          cell: (component) =>
            component.isPresentedOnly ? null : (
              <Field
                name={`paper.${component.id}.copies`}
                type="number"
                label={`${text.copies}: ${component.name}`}
                hideLabel
                width="short"
              />
            ),
        },
        {
          key: 'files',
          head: text.scans,
          cell: (component) => (
            <>
              {state.errors[`scan.${component.id}`] && (
                <p class="field__error" id={`${fieldId(`scan.${component.id}`)}-error`}>
                  {state.errors[`scan.${component.id}`]}
                </p>
              )}
              <FileDrop
                id={fieldId(`scan.${component.id}`)}
                name={`scan.${component.id}`}
                label={`${text.scans}: ${component.name}`}
                accept={['pdf', 'png', 'jpeg']}
                maxBytes={UPLOAD_MAX_BYTES}
                multiple
                describedBy={state.errors[`scan.${component.id}`] ? `${fieldId(`scan.${component.id}`)}-error` : undefined}
                isWrong={state.errors[`scan.${component.id}`] !== undefined}
                compact
              />
            </>
          ),
        },
      ]}
      rows={procedure.components}
      rowKey={({ id }) => id}
    />
  )
}

function PaperName({ component, language }: { component: ReceptionComponent; language: Language }) {
  const text = copy(language)
  const { name, originals, copies, isRequired, isPresentedOnly, formName } = component
  const asked = isPresentedOnly
    ? text.toPresent
    : [originals && text.originalCount(originals), copies && text.copyCount(copies)].filter(Boolean).join(', ')
  return (
    <>
      {name}
      <br />
      <span class="muted">{[asked, isRequired ? '' : text.ifAny, formName && text.form(formName)].filter(Boolean).join(' · ')}</span>
    </>
  )
}

function Files({ desk, procedure, language }: PapersProps) {
  const text = copy(language)
  const papers = [
    ...procedure.components.map(({ id, name }) => ({ value: String(id), label: name })),
    ...Object.keys(desk.form).flatMap((name) => {
      const number = /^extras\.(\d+)\.name$/.exec(name)?.[1]
      return number && value(desk.form, name) ? [{ value: `extra.${number}`, label: value(desk.form, name) }] : []
    }),
  ]
  return (
    <Panel title={text.files} level={3} id="tep">
      {desk.documents.length > 0 && (
        <Table
          caption={text.attached}
          dense
          columns={[
            {
              key: 'name',
              head: text.file,
              cell: (document) => (
                <a href={`/tiep-nhan/${desk.key}/tep/${document.id}`} target="_blank" rel="noopener">
                  {document.name}
                </a>
              ),
            },
            {
              key: 'for',
              head: text.belongsTo,
              cell: (document) => (
                <Select
                  name={`file.${document.id}.for`}
                  label={`${text.belongsTo}: ${document.name}`}
                  hideLabel
                  options={papers}
                  blank={text.whole}
                />
              ),
            },
            {
              key: 'drop',
              head: <span class="visually-hidden">{text.drop}</span>,
              label: text.drop,
              cell: (document) => (
                <Button small look="link" name="_action" value={`drop-file:${document.id}`} formNoValidate>
                  {text.drop}
                  <span class="visually-hidden"> {document.name}</span>
                </Button>
              ),
            },
          ]}
          rows={desk.documents}
          rowKey={({ id }) => id}
        />
      )}
      <FileSlot name="scan" label={text.scanned} hint={text.scannedHint} maxBytes={UPLOAD_MAX_BYTES} multiple />
      <Button name="_action" value="attach" formNoValidate>
        {text.upload}
      </Button>
    </Panel>
  )
}

function WhoFiles({ desk, state, language }: PapersProps) {
  const text = copy(language)
  return (
    <Panel title={text.who} level={3} id="nguoi-nop">
      <Radios
        name="filedBy"
        label={text.filedBy}
        value={value(desk.form, 'filedBy') || 'owner'}
        options={[
          { value: 'owner', label: text.owner },
          {
            value: 'other',
            label: text.other,
            more: (
              <div class="fields">
                {isSettled(desk.form, 'submitter') ? (
                  <PersonSummary desk={desk} who="submitter" language={language} canChange />
                ) : (
                  <>
                    <input type="hidden" name="_part" value="submitter" />
                    <PersonPart desk={desk} who="submitter" errors={state.errors} language={language} isFirst={false} />
                  </>
                )}
                <Field name="authorizationPaper" label={text.authorization} hint={text.authorizationHint} autocomplete="off" />
              </div>
            ),
          },
        ]}
      />
      <Select
        name="helperId"
        label={text.helper}
        hint={text.helperHint}
        options={desk.helpers.map(({ id, fullName }) => ({ value: String(id), label: fullName }))}
        blank={text.nobody}
        optional
      />
    </Panel>
  )
}

function Fees({ desk, procedure, language }: PapersProps) {
  const text = copy(language)
  if (procedure.fees.length === 0) return <p>{text.noFee}</p>
  const isShown = value(desk.form, 'fees.shown') !== ''
  const chosen = desk.form.fee
  const values = isShown
    ? (Array.isArray(chosen) ? chosen : [chosen ?? '']).filter(Boolean)
    : procedure.fees.flatMap(({ condition }, position) => (condition ? [] : [String(position)]))
  return (
    <>
      <input type="hidden" name="fees.shown" value="1" />
      <Checkboxes
        name="fee"
        label={text.fees}
        hint={text.feesHint}
        values={values}
        options={procedure.fees.map(({ name, amount, per, condition, moment }, position) => ({
          value: String(position),
          label: amount === 0 ? `${name}: ${text.free}` : `${name}: ${formatDong(amount)}${per ? ` / ${per}` : ''}`,
          hint: [condition, moment === 'reception' ? '' : text[moment]].filter(Boolean).join(' · ') || undefined,
        }))}
      />
    </>
  )
}

function Return({ desk, language }: PapersProps) {
  const text = copy(language)
  return (
    <>
      <Radios
        name="returnMethod"
        label={text.returnMethod}
        value={value(desk.form, 'returnMethod') || 'counter'}
        options={[
          { value: 'counter', label: text.atCounter },
          {
            value: 'post',
            label: text.byPost,
            more: <Field name="returnAddress" label={text.returnAddress} hint={text.returnAddressHint} autocomplete="off" />,
          },
          { value: 'electronic', label: text.electronic },
        ]}
      />
      <FieldRow>
        <Field name="subject" label={text.subject} hint={text.subjectHint} optional autocomplete="off" />
        <Field name="sets" type="number" label={text.sets} width="short" value={value(desk.form, 'sets') || '1'} />
      </FieldRow>
      <input type="hidden" name="forwards.shown" value="1" />
      <Checkboxes
        name="forwards"
        label={text.forwardsLabel}
        hint={text.forwardsHint}
        values={!value(desk.form, 'forwards.shown') || value(desk.form, 'forwards') === 'on' ? ['on'] : []}
        options={[{ value: 'on', label: text.forwards }]}
      />
    </>
  )
}

const copy = words({
  vi: {
    papers: 'Giấy tờ phải nộp',
    complete: 'Đủ theo quy định',
    paper: 'Giấy tờ',
    missing: 'Thiếu giấy tờ này.',
    scans: 'Tệp quét',
    presented: 'Đã xuất trình',
    originals: 'Bản chính',
    copies: 'Bản sao',
    noPapers: 'Trường hợp này không yêu cầu giấy tờ nào.',
    toPresent: 'xuất trình để đối chiếu, trả lại ngay',
    originalCount: (count: number) => `${count} bản chính`,
    copyCount: (count: number) => `${count} bản sao`,
    ifAny: 'nếu có',
    form: (name: string) => `theo ${name}`,
    extras: 'Giấy tờ khác',
    extra: 'giấy tờ khác',
    name: 'Tên giấy tờ',
    files: 'Tệp đính kèm',
    attached: 'Tệp đã tải lên',
    file: 'Tệp',
    belongsTo: 'Của giấy tờ',
    whole: 'Cả hồ sơ',
    drop: 'Bỏ tệp',
    scanned: 'Tệp đã quét',
    scannedHint: 'Chọn nhiều tệp cùng lúc từ thư mục máy quét, rồi gán cho từng giấy tờ.',
    upload: 'Tải tệp lên',
    who: 'Người nộp',
    filedBy: 'Ai nộp hồ sơ',
    owner: 'Chủ hồ sơ tự nộp',
    other: 'Người khác nộp thay',
    authorization: 'Giấy tờ ủy quyền, giới thiệu',
    authorizationHint: 'Tên, số, ngày. Ví dụ: Giấy ủy quyền số 12 ngày 20/11/2026.',
    helper: 'Người hỗ trợ điền hồ sơ',
    helperHint: 'Ghi khi có cán bộ giúp người dân khai.',
    nobody: 'Không có',
    fees: 'Phí, lệ phí phải nộp',
    feesHint: 'Bỏ chọn khoản không áp dụng.',
    noFee: 'Không thu phí, lệ phí.',
    free: 'không thu',
    supplement: 'thu khi bổ sung',
    return: 'thu khi trả kết quả',
    returnMethod: 'Nhận kết quả',
    atCounter: 'Tại nơi tiếp nhận',
    byPost: 'Qua bưu chính',
    electronic: 'Trực tuyến (bản điện tử)',
    returnAddress: 'Địa chỉ nhận kết quả',
    returnAddressHint: 'Số nhà, đường, xã, tỉnh.',
    subject: 'Nội dung yêu cầu giải quyết',
    subjectHint: 'Bỏ trống thì ghi tên thủ tục.',
    sets: 'Số bộ',
    forwardsLabel: 'Chuyển hồ sơ',
    forwardsHint: 'Phải chuyển trong ngày làm việc; nhận sau 15:00 thì chuyển đầu ngày làm việc tiếp theo (NĐ 61/2018, Điều 18).',
    forwards: 'Chuyển ngay đến cơ quan giải quyết',
    check: 'Kiểm tra và xem ngày hẹn trả',
  },
  en: {
    papers: 'Papers to hand in',
    complete: 'Complete as required',
    paper: 'Paper',
    missing: 'This paper is missing.',
    scans: 'Scans',
    presented: 'Presented',
    originals: 'Originals',
    copies: 'Copies',
    noPapers: 'This case asks for no papers.',
    toPresent: 'to be presented and given back',
    originalCount: (count: number) => (count === 1 ? '1 original' : `${count} originals`),
    copyCount: (count: number) => (count === 1 ? '1 copy' : `${count} copies`),
    ifAny: 'if any',
    form: (name: string) => `form ${name}`,
    extras: 'Further papers',
    extra: 'paper',
    name: 'Name of the paper',
    files: 'Files',
    attached: 'Uploaded files',
    file: 'File',
    belongsTo: 'Belongs to',
    whole: 'The whole dossier',
    drop: 'Remove',
    scanned: 'Scanned files',
    scannedHint: 'Choose several at once from the scanner’s folder, then put each to its paper.',
    upload: 'Upload the files',
    who: 'Who files',
    filedBy: 'Who files the dossier',
    owner: 'The owner',
    other: 'Somebody for the owner',
    authorization: 'Authorisation paper',
    authorizationHint: 'Name, number, date.',
    helper: 'Who helped to fill it in',
    helperHint: 'When an officer helped.',
    nobody: 'Nobody',
    fees: 'Fees and charges due',
    feesHint: 'Untick what does not apply.',
    noFee: 'No fee.',
    free: 'none',
    supplement: 'due with a supplement',
    return: 'due at return',
    returnMethod: 'Return of the result',
    atCounter: 'At the reception point',
    byPost: 'By post',
    electronic: 'Online (electronic)',
    returnAddress: 'Address for the result',
    returnAddressHint: 'Number, street, commune, province.',
    subject: 'What is asked for',
    subjectHint: 'Left empty, the name of the procedure.',
    sets: 'Sets',
    forwardsLabel: 'Forwarding',
    forwardsHint: 'The same working day; received after 15:00, at the start of the next (Decree 61/2018, article 18).',
    forwards: 'Forward to the competent agency now',
    check: 'Check and see the promised date',
  },
})
