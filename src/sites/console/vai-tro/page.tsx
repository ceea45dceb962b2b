/** Vai trò và quyền: who may what, as one table. */
import { countHolders, listRoles, type Role } from '#modules/identity/index.ts'
import type { PageRequest, Reply, Route } from '#platform/http/route.ts'
import { allRights } from '#platform/rights.ts'
import { Button, ButtonRow, PageHead, Panel, Table } from '#ui/index.ts'
import { consolePage } from '../layout.tsx'
import { routes as edit } from './sua/page.tsx'
import { roleWords } from './words.ts'

export const routes: Route[] = [{ method: 'GET', url: '/vai-tro', permission: 'identity.manage-roles', handle: show }, ...edit]

async function show(request: PageRequest): Promise<Reply> {
  const { services, language, now } = request
  const text = roleWords(language)
  const roles = await listRoles(services.database)
  const holders = await countHolders(services.database, now)
  const nameOf = (role: Role) => (language === 'en' ? role.nameEn : role.name)
  return consolePage(
    request,
    { title: text.title },
    <>
      <PageHead
        title={text.title}
        actions={
          <ButtonRow>
            {request.viewer.holds('system.settings') && <Button href="/dang-nhap/quy-tac">{text.rules}</Button>}
            <Button href="/vai-tro/them">{text.add}</Button>
          </ButtonRow>
        }
      />
      <Table
        caption={text.roles}
        hideCaption
        dense
        rows={roles}
        rowKey={(row) => row.id}
        rowHref={(row) => `/vai-tro/${row.id}`}
        columns={[
          { key: 'name', head: text.role, cell: nameOf },
          { key: 'description', head: text.description, cell: (row) => row.description, width: 'wide' },
          { key: 'rights', head: text.rights, cell: (row) => String(row.rights.length), align: 'end' },
          { key: 'holders', head: text.holders, cell: (row) => String(holders.get(row.id) ?? 0), align: 'end' },
        ]}
      />
      <Panel id="bang" title={text.table}>
        <Table
          caption={text.tableOf}
          hideCaption
          dense
          phone="scroll"
          rows={allRights()}
          rowKey={([name]) => name}
          columns={[
            { key: 'right', head: text.right, cell: ([, words]) => words[language] },
            ...roles.map((role) => ({
              key: role.code,
              head: nameOf(role),
              align: 'center' as const,
              cell: ([name]: [string, unknown]) =>
                role.rights.includes(name) ? (
                  <span role="img" aria-label={text.yes}>
                    ●
                  </span>
                ) : (
                  '–'
                ),
            })),
          ]}
        />
      </Panel>
    </>,
  )
}
