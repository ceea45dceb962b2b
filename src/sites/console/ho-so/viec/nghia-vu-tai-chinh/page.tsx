/** The forms of T13–T14. */
import { type Reason, reasonsOf } from '#modules/dossier/index.ts'
import {
  askTax,
  confirmPayment,
  findOpenObligation,
  noObligation,
  notifyObligation,
  type Obligation,
  requestPayment,
} from '#modules/settlement/index.ts'
import { UPLOAD_MAX_BYTES } from '#platform/files/index.ts'
import type { Route } from '#platform/http/route.ts'
import { formatDongWords } from '#platform/money.ts'
import { Field, FileSlot, MoneyField, Select } from '#ui/index.ts'
import { type Act, actRoutes } from '../act-form.tsx'
import { askableUnits } from '../askable-units.ts'
import { reasonOptions } from '../reason-options.ts'
import { askTaxOffer, confirmOffer, noObligationOffer, notifyOffer, requestOffer } from './offers.ts'
import { copy } from './words.ts'

const askTaxAct: Act<Awaited<ReturnType<typeof askableUnits>>> = {
  offer: askTaxOffer,
  action: askTax as never,
  read: (request, dossier) => askableUnits(request, dossier),
  initial: ({ dossier }) => ({
    content: `Xác định nghĩa vụ tài chính của hồ sơ ${dossier.code}: ${dossier.procedure.name}.`,
    workingDays: '5',
  }),
  explain: ({ language }) => copy(language).askTax,
  fields({ data, language }) {
    const text = copy(language)
    return (
      <>
        <Field name="agency" label={text.agency} hint={text.agencyHint} />
        <Select name="unitId" label={text.unit} hint={text.unitHint} options={data} blank={text.outside} optional />
        <Field name="content" type="textarea" rows={4} label={text.content} />
        <Field name="workingDays" type="number" width="short" label={text.workingDays} suffix={text.days} />
      </>
    )
  },
}

const noObligationAct: Act<Reason[]> = {
  offer: noObligationOffer,
  action: noObligation as never,
  read: ({ services }) => reasonsOf(services.database, 'payment'),
  initial: () => ({ reasonCode: 'no-obligation' }),
  explain: ({ language }) => copy(language).noObligation,
  fields({ data, language }) {
    const text = copy(language)
    return (
      <>
        <Select name="reasonCode" label={text.reason} options={reasonOptions(data, language)} />
        <Field name="text" type="textarea" rows={3} label={text.grounds} />
      </>
    )
  },
}

const obligationAct = (offer: Act['offer'], action: unknown, says: 'notify' | 'request'): Act<Reason[]> => ({
  offer,
  action: action as never,
  takesFile: true,
  read: async ({ services }) => (await reasonsOf(services.database, 'payment')).filter(({ code }) => code !== 'no-obligation'),
  explain: ({ language }) => copy(language)[says],
  fields({ data, language }) {
    const text = copy(language)
    return (
      <>
        <Select name="reasonCode" label={text.kind} options={reasonOptions(data, language)} />
        <MoneyField name="amount" label={text.amount} />
        <Field name="noticeNumber" label={text.noticeNumber} hint={text.noticeHint} width="medium" code />
        <Field name="payBy" type="date" label={text.payBy} width="medium" optional />
        <Field name="howToPay" label={text.howToPay} hint={text.howToPayHint} optional />
        <FileSlot
          name="file"
          label={text.notice}
          maxBytes={UPLOAD_MAX_BYTES}
          accept={['pdf', 'png', 'jpeg']}
          optional={says === 'request'}
        />
      </>
    )
  },
})

const confirmAct: Act<Obligation | undefined> = {
  offer: confirmOffer,
  action: confirmPayment as never,
  read: ({ services }, { id }) => findOpenObligation(services.database, id),
  explain({ data, language }) {
    const text = copy(language)
    return `${data ? `${text.due(formatDongWords(data.amount), data.noticeNumber)} ` : ''}${text.confirm}`
  },
  adds: ({ services }) => ({ baseUrl: services.baseUrl }),
  fields({ language }) {
    const text = copy(language)
    return (
      <>
        <Field name="voucher" label={text.voucher} width="long" code />
        <MoneyField name="amount" label={text.paid} />
      </>
    )
  },
}

export const routes: Route[] = [
  ...actRoutes(askTaxAct),
  ...actRoutes(noObligationAct),
  ...actRoutes(obligationAct(notifyOffer, notifyObligation, 'notify')),
  ...actRoutes(obligationAct(requestOffer, requestPayment, 'request')),
  ...actRoutes(confirmAct),
]
