/** The generated document of who may what: one row a right, one column a role. */
import type { Queryable } from '#platform/database.ts'
import { allRights } from '#platform/rights.ts'
import { listRoles } from './queries/roles.ts'

/** Markdown for `docs/rights.md`, from the declared rights and the roles as they stand. */
export async function rightsTable(db: Queryable): Promise<string> {
  const roles = await listRoles(db)
  const rows = allRights().map(([name, words]) => [
    `\`${name}\``,
    words.vi,
    ...roles.map((role) => (role.rights.includes(name) ? '●' : '')),
  ])
  const head = ['Quyền', 'Việc', ...roles.map(({ code }) => code)]
  return [
    '# Vai trò và quyền',
    '',
    'Tạo bằng `npm run -s motcua -- rights`, không sửa tay; `db/seeds/rights.test.ts` kiểm tra bản này còn đúng và thử từng ô.',
    'Mỗi quyền có hiệu lực trong đơn vị được giao vai trò và các đơn vị cấp dưới của đơn vị đó, trong thời gian được giao. Không có dấu ● là không có quyền.',
    '',
    '| Vai trò | Tên | Việc chính |',
    '| --- | --- | --- |',
    ...roles.map(({ code, name, description }) => row([`\`${code}\``, name, description])),
    '',
    row(head),
    row(head.map((_, index) => (index < 2 ? '---' : ':-:'))),
    ...rows.map(row),
    '',
  ].join('\n')
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
