/** Giấy tờ: what can be made for this dossier, and all that was issued, each under the name and number of its set of forms. */
import { type DossierForm, type PaperOfDossier, paperName, paperNameNow, paperSlug } from '#modules/papers/index.ts'
import { words } from '#platform/language.ts'
import { formatMoment } from '#platform/text/dates.ts'
import { Button, ButtonRow, Details, EmptyState, Field, Table } from '#ui/index.ts'
import type { TabProps } from './tabs.tsx'

export function PapersTab({ request: { language, viewer, now }, dossier, view }: TabProps) {
  const text = copy(language)
  const canPrint = viewer.holds('papers.print')
  // Before its reception a dossier has only what was laid for it.
  const forms: DossierForm[] = dossier.state.receivedAt
    ? [
        'RECEIPT_APPOINTMENT',
        'PROCESS_CONTROL_SLIP',
        'BARCODE_LABEL',
        ...(dossier.returned ? (['RETURN_SLIP'] as const) : []),
        ...(dossier.state.finishedAt ? (['ARCHIVE_COVER', 'ARCHIVE_INDEX'] as const) : []),
      ]
    : []
  return (
    <>
      {canPrint && forms.length > 0 && (
        <ButtonRow>
          {forms.map((form) => (
            <form key={form} method="post" action={`/ho-so/${dossier.code}/giay-to/${paperSlug(form)}`} target="_blank" rel="noopener">
              <Button look="secondary">
                {text.print} {paperNameNow(form, now, language)}
              </Button>
            </form>
          ))}
        </ButtonRow>
      )}
      <Table
        caption={text.issued}
        hideCaption
        dense
        rows={view.papers}
        rowKey={({ id }) => id}
        empty={<EmptyState title={text.none}>{text.noneHint}</EmptyState>}
        columns={[
          { key: 'name', head: text.name, cell: ({ form, formSet }: PaperOfDossier) => paperName(form, formSet, language) },
          { key: 'number', head: text.number, nowrap: true, cell: ({ fullNumber }: PaperOfDossier) => fullNumber },
          { key: 'issuedAt', head: text.issuedAt, nowrap: true, cell: ({ issuedAt }: PaperOfDossier) => formatMoment(issuedAt) },
          { key: 'issuedBy', head: text.issuedBy, cell: ({ issuedBy }: PaperOfDossier) => issuedBy ?? text.system },
          {
            key: 'prints',
            head: text.prints,
            cell: (paper: PaperOfDossier) =>
              paper.voidedAt ? (
                text.voided(formatMoment(paper.voidedAt))
              ) : canPrint ? (
                <Prints paper={paper} text={text} />
              ) : (
                text.printed(paper.printCount)
              ),
          },
        ]}
      />
    </>
  )
}

/** The last print to look at, the log of all, and a new one: the first at once, each later one with its reason. */
function Prints({ paper: { id, fullNumber, printCount, prints }, text }: { paper: PaperOfDossier; text: ReturnType<typeof copy> }) {
  const address = `/giay-to/${id}`
  if (printCount === 0)
    return (
      <form method="post" action={address} target="_blank" rel="noopener">
        <Button small>
          {text.print}
          <span class="visually-hidden"> {fullNumber}</span>
        </Button>
      </form>
    )
  return (
    <>
      <a href={address} target="_blank" rel="noopener">
        {text.printed(printCount)}
        <span class="visually-hidden">, {fullNumber}</span>
      </a>
      <Details summary={text.log}>
        <ul>
          {prints.map(({ number, printedAt, printedBy, reason }) => (
            <li key={number}>
              {[text.nth(number), formatMoment(printedAt), printedBy ?? text.system].join(', ')}
              {reason && `. ${text.because(reason)}`}
            </li>
          ))}
        </ul>
        <form class="form" method="post" action={address} target="_blank" rel="noopener">
          <Field name="reason" id={`ly-do-${id}`} label={text.reason} hint={text.reasonHint} maxLength={500} />
          <Button small>
            {text.again}
            <span class="visually-hidden"> {fullNumber}</span>
          </Button>
        </form>
      </Details>
    </>
  )
}

const copy = words({
  vi: {
    print: 'In',
    voided: (at: string) => `Đã hủy ${at}, giữ số`,
    issued: 'Giấy tờ đã lập',
    none: 'Chưa lập giấy tờ nào',
    noneHint: 'Giấy tờ được lập khi tiếp nhận, yêu cầu bổ sung, gia hạn và khi in lần đầu.',
    name: 'Giấy tờ',
    number: 'Số',
    issuedAt: 'Lập lúc',
    issuedBy: 'Người lập',
    system: 'Hệ thống',
    prints: 'Bản in',
    printed: (times: number) => (times === 0 ? 'Chưa in' : `Đã in ${times} lần`),
    log: 'Các lần in, in lại',
    nth: (number: number) => (number === 1 ? 'In lần đầu' : `In lại lần ${number - 1}`),
    because: (reason: string) => `Lý do: ${reason}`,
    again: 'In lại',
    reason: 'Lý do in lại',
    reasonHint: 'Bản in lại ghi rõ lần in; lý do được lưu cùng lần in.',
  },
  en: {
    print: 'Print',
    voided: (at: string) => `Void since ${at}, number kept`,
    issued: 'Papers issued',
    none: 'No papers yet',
    noneHint: 'Papers are issued at reception, with a supplement request, an extension, and at their first printing.',
    name: 'Paper',
    number: 'Number',
    issuedAt: 'Issued',
    issuedBy: 'By',
    system: 'The system',
    prints: 'Prints',
    printed: (times: number) => (times === 0 ? 'Not printed' : `Printed ${times} times`),
    log: 'Prints, print again',
    nth: (number: number) => (number === 1 ? 'First print' : `Reprint ${number - 1}`),
    because: (reason: string) => `Reason: ${reason}`,
    again: 'Print again',
    reason: 'Reason for the reprint',
    reasonHint: 'A reprint says which it is; the reason is kept with it.',
  },
})
