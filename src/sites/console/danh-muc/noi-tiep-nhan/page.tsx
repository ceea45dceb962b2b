/** Which units receive and settle a procedure, through which channels, from when and until when. */
import { CHANNELS, catalogueLabels, endOffer, type Offer, offerProcedures, offersOf } from '#modules/catalogue/index.ts'
import { canReceive, type UnitNode, unitKindWords, unitTree } from '#modules/organization/index.ts'
import { attempt, type FormValues, fieldErrors, many, one } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { type Language, words } from '#platform/language.ts'
import { formatDate, localDate } from '#platform/text/dates.ts'
import {
  Button,
  blankForm,
  Checkbox,
  Checkboxes,
  type Column,
  ErrorSummary,
  Field,
  Form,
  type FormState,
  hasErrors,
  PageHead,
  Panel,
  Select,
  Table,
} from '#ui/index.ts'
import { consolePage } from '../../layout.tsx'
import { catalogueHref, crumbs, procedureOf } from '../procedure.ts'

export const routes: Route[] = [
  { method: 'GET', url: '/danh-muc/:code/noi-tiep-nhan', permission: 'catalogue.edit-offers', handle: show },
  { method: 'POST', url: '/danh-muc/:code/noi-tiep-nhan', permission: 'catalogue.edit-offers', handle: send },
]

/** Instead of one unit: every commune's centre, each settled by its own commune. */
const ALL_COMMUNES = 'communes'

function show(request: PageRequest): Promise<Reply> {
  return page(request, blankForm({ channels: [...CHANNELS], validFrom: localDate(request.now) }))
}

async function send(request: PageRequest): Promise<Reply> {
  const { services, viewer, form, language } = request
  const text = copy(language)
  const procedure = await procedureOf(request)
  const isEnd = one(form._action) === 'end'
  const done = await attempt(async () =>
    isEnd
      ? services.perform(viewer.actor, endOffer, form)
      : services.perform(viewer.actor, offerProcedures, {
          procedureIds: [procedure.id],
          at: await placesFrom(request, form),
          channels: many(form.channels),
          isNonTerritorial: one(form.isNonTerritorial) === 'on',
          validFrom: one(form.validFrom),
        }),
  )
  if (!done.ok) {
    const errors = Object.entries(fieldErrors(done.error, language)).map(([name, sentence]) => [FIELDS[name] ?? name, sentence])
    return page(request, { values: { channels: [...CHANNELS], ...form }, errors: Object.fromEntries(errors) })
  }
  return redirect(catalogueHref(procedure.code, '/noi-tiep-nhan'), isEnd ? text.ended : text.added)
}

const FIELDS: Record<string, string> = {
  at: 'receivingUnitId',
  'at.0.receivingUnitId': 'receivingUnitId',
  'at.0.settlingUnitId': 'settlingUnitId',
}

async function placesFrom(
  { services, now }: PageRequest,
  form: FormValues,
): Promise<{ receivingUnitId: unknown; settlingUnitId: unknown }[]> {
  if (one(form.receivingUnitId) !== ALL_COMMUNES)
    return [{ receivingUnitId: one(form.receivingUnitId), settlingUnitId: one(form.settlingUnitId) }]
  const units = flatten(await unitTree(services.database, localDate(now)))
  return units
    .filter(({ kind }) => kind === 'commune-centre')
    .map(({ id, parentId }) => ({ receivingUnitId: id, settlingUnitId: parentId }))
}

async function page(request: PageRequest, state: FormState): Promise<Reply> {
  const { services, language, now } = request
  const text = copy(language)
  const labels = catalogueLabels(language)
  const kinds = unitKindWords(language)
  const procedure = await procedureOf(request)
  const today = localDate(now)
  const units = flatten(await unitTree(services.database, today))
  const option = ({ id, name, kind }: UnitNode) => ({ value: String(id), label: name, group: kinds[kind] })
  return consolePage(
    request,
    {
      title: text.title(procedure.code),
      breadcrumbs: crumbs(language, procedure.code),
      hasErrors: hasErrors(state),
      status: hasErrors(state) ? 422 : 200,
    },
    <>
      <ErrorSummary state={state} />
      <PageHead title={text.title(procedure.code)} />
      <Panel id="giao" title={text.add}>
        <Form state={state} label={text.add}>
          <Select
            name="receivingUnitId"
            label={text.receiving}
            options={[
              { value: ALL_COMMUNES, label: text.allCommunes },
              ...units.filter((unit) => RECEIVING.includes(unit.kind) && canReceive(unit, today)).map(option),
            ]}
          />
          <Select
            name="settlingUnitId"
            label={text.settling}
            hint={text.settlingHint}
            options={units.filter(({ kind }) => !RECEIVING.includes(kind)).map(option)}
          />
          <Checkboxes
            name="channels"
            label={text.channels}
            inline
            options={CHANNELS.map((value) => ({ value, label: labels.channel[value] }))}
          />
          <Checkbox name="isNonTerritorial" label={text.nonTerritorial} />
          <Field name="validFrom" type="date" label={text.from} width="medium" />
          <Button look="primary" name="_action" value="add">
            {text.add}
          </Button>
        </Form>
      </Panel>
      <Panel id="dang-giao" title={text.known}>
        <Table
          caption={text.known}
          hideCaption
          dense
          columns={columnsIn(language, today)}
          rows={await offersOf(services.database, procedure.id)}
          rowKey={({ id }) => String(id)}
          empty={<p>{text.none}</p>}
        />
      </Panel>
    </>,
  )
}

const RECEIVING = ['centre', 'commune-centre', 'branch', 'reception-point']

function columnsIn(language: Language, today: string): Column<Offer>[] {
  const text = copy(language)
  const labels = catalogueLabels(language)
  return [
    { key: 'receiving', head: text.receiving, cell: ({ receivingUnitName }) => receivingUnitName },
    { key: 'settling', head: text.settling, cell: ({ settlingUnitName }) => settlingUnitName },
    {
      key: 'channels',
      head: text.channels,
      cell: ({ channels, isNonTerritorial }) =>
        [...channels.map((channel) => labels.channel[channel]), isNonTerritorial && text.nonTerritorial].filter(Boolean).join(', '),
    },
    {
      key: 'days',
      head: text.days,
      cell: ({ validFrom, validBefore }) => text.period(formatDate(validFrom), validBefore ? formatDate(validBefore) : undefined),
    },
    {
      key: 'end',
      head: text.end,
      cell: (offer) =>
        offer.validBefore === null && (
          <Form
            hidden={{ offerId: String(offer.id), validBefore: today < offer.validFrom ? offer.validFrom : today }}
            label={`${text.end}: ${offer.receivingUnitName}`}
          >
            <Button small name="_action" value="end" confirm={text.endConfirm(offer.receivingUnitName)}>
              {text.endToday}
            </Button>
          </Form>
        ),
    },
  ]
}

const flatten = (nodes: UnitNode[]): UnitNode[] => nodes.flatMap((node) => [node, ...flatten(node.children)])

const copy = words({
  vi: {
    title: (code: string) => `Nơi tiếp nhận, giải quyết thủ tục ${code}`,
    add: 'Giao đơn vị',
    added: 'Đã giao đơn vị tiếp nhận.',
    receiving: 'Nơi tiếp nhận',
    allCommunes: 'Mọi trung tâm cấp xã, xã nào giải quyết hồ sơ của xã ấy',
    settling: 'Đơn vị giải quyết',
    settlingHint: 'Để trống khi giao cho mọi trung tâm cấp xã.',
    channels: 'Cách nộp',
    nonTerritorial: 'Nhận hồ sơ không phụ thuộc nơi cư trú',
    from: 'Từ ngày',
    known: 'Đã giao',
    none: 'Chưa giao đơn vị nào.',
    days: 'Thời gian',
    period: (from: string, before: string | undefined) => (before ? `từ ${from} đến trước ${before}` : `từ ${from}`),
    end: 'Thôi giao',
    endToday: 'Thôi từ hôm nay',
    endConfirm: (unit: string) => `${unit} thôi tiếp nhận thủ tục này từ hôm nay?`,
    ended: 'Đã thôi giao đơn vị.',
  },
  en: {
    title: (code: string) => `Who receives and settles ${code}`,
    add: 'Assign a unit',
    added: 'The unit receives the procedure.',
    receiving: 'Receives',
    allCommunes: 'Every commune centre, each settled by its own commune',
    settling: 'Settles',
    settlingHint: 'Leave it empty for all commune centres.',
    channels: 'Channels',
    nonTerritorial: 'Wherever people live',
    from: 'From',
    known: 'Assigned',
    none: 'No unit is assigned.',
    days: 'Time',
    period: (from: string, before: string | undefined) => (before ? `from ${from}, before ${before}` : `from ${from}`),
    end: 'End',
    endToday: 'End today',
    endConfirm: (unit: string) => `From today ${unit} no longer receives this procedure?`,
    ended: 'The unit no longer receives it.',
  },
})
