/** The forms of what can be done now: the one that brings the dossier on stands open, the others fold; what cannot be done says why. */
import { type Child, Fragment } from 'hono/jsx'
import { type DossierDetail, proofWords, returnMethodWords } from '#modules/dossier/index.ts'
import { formatPhone } from '#modules/identity/index.ts'
import type { MoveName, Situation } from '#modules/workflow/index.ts'
import { UPLOAD_MAX_BYTES } from '#platform/files/index.ts'
import type { Language } from '#platform/language.ts'
import { Button, blankForm, Checkboxes, Details, Field, FileSlot, Form, type FormState, Select } from '#ui/index.ts'
import type { Choices } from './choices.ts'
import { copy } from './words.ts'

/** The address of each move below the dossier's page. */
export const MOVE_PATHS: Record<MoveName, string> = {
  claim: 'nhan',
  complete: 'hoan-thanh',
  'prepare-result': 'du-thao',
  issue: 'phat-hanh',
  return: 'tra-ket-qua',
  'send-back': 'chuyen-tra',
  'hand-over': 'ban-giao',
  reassign: 'phan-cong-lai',
  note: 'ghi-chu',
  attach: 'tai-lieu',
}

interface MovesProps {
  situation: Situation
  dossier: DossierDetail
  choices: Choices
  language: Language
  refused?: { move: string; state: FormState }
}

export function Moves({ situation, dossier, choices, language, refused }: MovesProps) {
  const text = copy(language)
  const titles: Record<MoveName, string> = {
    claim: text.claim,
    complete: situation.open?.next ? text.completeTo(situation.open.next.name) : text.complete,
    'prepare-result': text.prepare,
    issue: text.issue,
    return: text.giveBack,
    'send-back': text.sendBack,
    'hand-over': text.handOver,
    reassign: text.reassign,
    note: text.note,
    attach: text.attach,
  }
  const form = (name: MoveName) => {
    const state = refused?.move === name ? refused.state : blankForm(initial(name, dossier, choices))
    return (
      <Form
        action={`/ho-so/${dossier.code}/${MOVE_PATHS[name]}`}
        state={state}
        files={name === 'attach' || name === 'prepare-result'}
        hidden={{ taskNumber: situation.open ? String(situation.open.task.number) : undefined }}
        label={titles[name]}
      >
        <MoveFields name={name} dossier={dossier} situation={situation} choices={choices} language={language} />
        <Button look={name === situation.primary ? 'primary' : 'secondary'}>{name === 'note' ? text.addNote : titles[name]}</Button>
      </Form>
    )
  }
  const reasons = Map.groupBy(
    situation.moves.flatMap(({ name, refusal }) => (refusal ? [{ title: titles[name], reason: refusal.sentence(language) }] : [])),
    ({ reason }) => reason,
  )
  const able = situation.moves.filter(({ refusal }) => !refusal)
  const primary = able.find(({ name }) => name === situation.primary)
  return (
    <>
      {primary && form(primary.name)}
      {able
        .filter((move) => move !== primary)
        .map(({ name }) => (
          <Details key={name} summary={titles[name]} open={refused?.move === name}>
            {form(name)}
          </Details>
        ))}
      {[...reasons].map(([reason, moves]) => (
        <p key={reason} class="muted">
          {reason} {text.why(moves.map(({ title }) => title))}
        </p>
      ))}
    </>
  )
}

function MoveFields({
  name,
  dossier: { code, components },
  situation,
  choices,
  language,
}: { name: MoveName } & Pick<MovesProps, 'dossier' | 'situation' | 'choices' | 'language'>): Child {
  const text = copy(language)
  const kept = components.filter(({ originals, isPresentedOnly }) => originals > 0 && !isPresentedOnly)
  switch (name) {
    case 'claim':
      return null
    case 'complete':
      return (
        <>
          {situation.open?.task.kind === 'appraisal' && (
            <Select name="verdict" label={text.verdict} options={verdictOptions(text)} width="medium" optional />
          )}
          {situation.open?.mayGoOn && (
            <Field name="goesOnBecause" type="textarea" rows={2} label={text.goesOn} hint={text.goesOnHint} optional />
          )}
          {choices.next.length > 0 && <Select name="assigneeId" label={text.assignee} options={choices.next} width="long" />}
          <Field name="comment" type="textarea" rows={2} label={text.comment} optional />
        </>
      )
    case 'prepare-result':
      return (
        <>
          <TemplateLinks code={code} templates={choices.templates} language={language} />
          <Field name="name" label={text.resultName} />
          <FileSlot name="file" label={text.resultFile} maxBytes={UPLOAD_MAX_BYTES} accept={['pdf', 'docx', 'png', 'jpeg']} optional />
        </>
      )
    case 'issue':
      return <Field name="symbol" label={text.symbol} hint={text.symbolHint} width="medium" code />
    case 'return':
      return (
        <>
          <Field name="receiverName" label={text.receiverName} />
          <Field name="receiverPhone" type="tel" label={text.receiverPhone} width="medium" optional />
          <Select name="method" label={text.method} width="long" blank={false} options={optionsOf(returnMethodWords(language))} />
          <Select name="proof" label={text.proof} width="long" blank={false} options={optionsOf(proofWords(language))} />
          <Field name="proofNumber" label={text.proofNumber} width="medium" optional />
          {kept.length > 0 && (
            <Checkboxes
              name="returnedPapers"
              label={text.returnedPapers}
              hint={text.returnedPapersHint}
              options={kept.map((paper) => ({ value: String(paper.id), label: paper.name, hint: text.originalsOf(paper.originals) }))}
              optional
            />
          )}
        </>
      )
    case 'send-back':
      return (
        <>
          <Select
            name="toNode"
            label={text.toStep}
            options={(situation.open?.back ?? []).map(({ node, name: label }) => ({ value: node, label }))}
          />
          <Field name="reason" type="textarea" rows={2} label={text.reason} />
        </>
      )
    case 'hand-over':
    case 'reassign':
      return (
        <>
          <Select name="toOfficerId" label={text.colleague} options={choices.colleagues} />
          <Field name="reason" type="textarea" rows={2} label={text.reason} />
        </>
      )
    case 'note':
      return (
        <>
          <Field name="text" type="textarea" rows={3} label={text.note} hint={text.noteHint} />
          {choices.readers.length > 0 && (
            <Select name="mentions" label={text.mention} blank={text.nobodyMentioned} options={choices.readers} width="long" optional />
          )}
        </>
      )
    case 'attach':
      return (
        <FileSlot name="files" label={text.files} maxBytes={UPLOAD_MAX_BYTES} accept={['pdf', 'docx', 'xlsx', 'png', 'jpeg']} multiple />
      )
  }
}

/** The other way to a draft. What was typed here is not taken along, so it stands first. */
function TemplateLinks({ code, templates, language }: { code: string; templates: Choices['templates']; language: Language }) {
  const text = copy(language)
  if (templates.length === 0) return null
  return (
    <p>
      {text.fromTemplate}:{' '}
      {templates.map((template, index) => (
        <Fragment key={template.code}>
          {index > 0 && ', '}
          <a href={`/ho-so/${code}/lap-tu-mau?mau=${template.code}`}>{template.name}</a>
        </Fragment>
      ))}
      . {text.orUpload}
    </p>
  )
}

const verdictOptions = (text: ReturnType<typeof copy>) => [
  { value: 'fit', label: text.fit },
  { value: 'unfit', label: text.unfit },
]

const optionsOf = (labels: Record<string, unknown>) => Object.entries(labels).map(([value, label]) => ({ value, label: String(label) }))

function initial(name: MoveName, dossier: DossierDetail, { symbol }: Choices): FormState['values'] {
  if (name === 'issue') return { symbol }
  if (name === 'prepare-result') return { name: dossier.result?.name ?? '' }
  if (name === 'return')
    return {
      receiverName: dossier.submitter.name,
      receiverPhone: dossier.submitter.phone ? formatPhone(dossier.submitter.phone) : '',
      method: dossier.returnMethod,
      proof: 'receipt',
    }
  return {}
}
