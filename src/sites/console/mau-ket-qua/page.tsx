/** Mẫu kết quả: the Word templates from which results are made. */
import { listTemplates, type ResultTemplate } from '#modules/results/index.ts'
import type { PageRequest, Reply, Route } from '#platform/http/route.ts'
import { localDate } from '#platform/text/dates.ts'
import { Button, EmptyState, PageHead, Table } from '#ui/index.ts'
import { consolePage } from '../layout.tsx'
import { routes as oneTemplate } from './mot-mau/page.tsx'
import { Standing, spanOf } from './standing.tsx'
import { routes as upload } from './tai-len/page.tsx'
import { copy } from './words.ts'

export const routes: Route[] = [
  { method: 'GET', url: '/mau-ket-qua', permission: 'results.edit-template', handle: page },
  ...upload,
  ...oneTemplate,
]

async function page(request: PageRequest): Promise<Reply> {
  const { services, language, now } = request
  const text = copy(language)
  const today = localDate(now)
  return consolePage(
    request,
    { title: text.title },
    <>
      <PageHead
        title={text.title}
        actions={
          <Button look="primary" href="/mau-ket-qua/them">
            {text.add}
          </Button>
        }
      />
      <p>{text.about}</p>
      <Table
        caption={text.title}
        hideCaption
        rows={await listTemplates(services.database, today)}
        rowKey={({ id }) => id}
        rowHref={({ code }) => `/mau-ket-qua/${code}`}
        columns={[
          { key: 'name', head: text.name, cell: ({ name }: ResultTemplate) => name },
          {
            key: 'procedure',
            head: text.procedure,
            width: 'wide',
            cell: ({ procedure }: ResultTemplate) => (procedure ? `${procedure.code} ${procedure.name}` : text.common),
          },
          { key: 'version', head: text.version, align: 'end', cell: ({ version }: ResultTemplate) => version },
          {
            key: 'standing',
            head: text.standing,
            cell: (template: ResultTemplate) => (
              <>
                <Standing template={template} today={today} text={text} /> {spanOf(template, text)}
              </>
            ),
          },
        ]}
        empty={<EmptyState title={text.none}>{text.noneHint}</EmptyState>}
      />
    </>,
  )
}
