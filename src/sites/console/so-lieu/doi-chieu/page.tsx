/** Đối chiếu số liệu: what each figure counts, and whether the stored facts behind the figures are what the lists of actions say, night by night. */
import { MEASURES } from '#modules/reporting/index.ts'
import { type Reconciliation, reconciliations } from '#modules/workflow/index.ts'
import type { PageRequest, Reply, Route } from '#platform/http/route.ts'
import { formatMoment } from '#platform/text/dates.ts'
import { DefinitionList, EmptyState, Flash, Panel, Table, Tag } from '#ui/index.ts'
import { consolePage } from '../../layout.tsx'
import { copy as figureWords } from '../words.ts'
import { copy } from './words.ts'

export const routes: Route[] = [{ method: 'GET', url: '/so-lieu/doi-chieu', permission: 'reporting.read', handle: page }]

async function page(request: PageRequest): Promise<Reply> {
  const { services, viewer, language } = request
  const text = copy(language)
  const names = figureWords(language)
  const runs = await reconciliations(services.database)
  const [latest] = runs
  return consolePage(
    request,
    { title: text.title, breadcrumbs: [{ label: names.title, href: '/so-lieu' }, { label: text.title }] },
    <>
      <h1>{text.title}</h1>
      <p>{text.intro}</p>
      {latest && latest.differences > 0 && <Flash tone="failed" title={text.differ(latest.differences)} />}
      <Panel title={text.runs} id="cac-lan">
        <Runs runs={runs} language={language} />
      </Panel>
      {latest && latest.first.length > 0 && (
        <Panel title={text.differences} id="khac-nhau">
          <Table
            caption={text.differences}
            hideCaption
            dense
            rows={latest.first}
            rowKey={({ code, what }) => `${code} ${what}`}
            rowHref={viewer.holds('dossier.read') ? ({ code }) => `/ho-so/${code}` : undefined}
            columns={[
              { key: 'code', head: names.code, nowrap: true, cell: ({ code }) => code },
              { key: 'what', head: text.what, width: 'wide', cell: ({ what }) => what },
            ]}
          />
        </Panel>
      )}
      <Panel title={text.definitions} id="dinh-nghia">
        <p>{text.belongs}</p>
        <DefinitionList rows={MEASURES.map((measure) => ({ term: names[measure], value: text[measure] }))} />
      </Panel>
    </>,
  )
}

function Runs({ runs, language }: { runs: Reconciliation[]; language: PageRequest['language'] }) {
  const text = copy(language)
  return (
    <Table
      caption={text.runs}
      hideCaption
      dense
      rows={runs}
      rowKey={({ at }) => at.getTime()}
      columns={[
        { key: 'at', head: text.at, nowrap: true, cell: ({ at }) => formatMoment(at) },
        { key: 'dossiers', head: text.dossiers, align: 'end', cell: ({ dossiers }) => dossiers.toLocaleString('vi-VN') },
        { key: 'actions', head: text.actions, align: 'end', cell: ({ actions }) => actions.toLocaleString('vi-VN') },
        {
          key: 'differences',
          head: text.outcome,
          cell: ({ differences }) =>
            differences === 0 ? (
              <Tag tone="ok" shape="tick">
                {text.same}
              </Tag>
            ) : (
              <Tag tone="late" shape="square">
                {text.differ(differences)}
              </Tag>
            ),
        },
      ]}
      empty={<EmptyState title={text.none}>{text.noneHint}</EmptyState>}
    />
  )
}
