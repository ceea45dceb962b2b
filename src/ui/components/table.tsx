import type { Child } from 'hono/jsx'
import { words } from '#platform/language.ts'
import { classes } from '../classes.ts'
import { useLanguage, useWords } from '../language.ts'
import { remembered } from '../remembered.ts'

const copy = words({
  vi: { select: 'Chọn', ascending: 'đang xếp tăng dần', descending: 'đang xếp giảm dần', sortBy: 'xếp theo' },
  en: { select: 'Select', ascending: 'sorted ascending', descending: 'sorted descending', sortBy: 'sort by' },
})

/** More columns than this and their heads take two lines, so that the cells keep their room. */
const FEW = 7

/**
 * A table with a caption, heads that sort by links, a sticky head, and a row that opens by its first cell's link (by a click anywhere where scripts
 * run). On phones each row becomes a card, or with `phone="scroll"` the table scrolls sideways: for figures.
 */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, columns, rows, rowKey, rowHref, selection, dense, phone = 'cards', foot, hideCaption, empty, remember } = props
  const text = useWords(copy)
  if (rows.length === 0 && empty !== undefined) return <>{empty}</>
  const headColumn = columns.find((column) => column.isRowHead) ?? columns[0]
  const draw = (row: Row, index: number) => {
    const href = rowHref?.(row)
    return (
      <tr key={rowKey?.(row) ?? index} class={props.rowTone?.(row) && `table__row--${props.rowTone(row)}`} data-href={href}>
        {selection && (
          <td class="table__select">
            <label class="tick">
              <input type="checkbox" name={selection.name} value={selection.value(row)} form={selection.form} />
              <span class="visually-hidden">{selection.label(row)}</span>
            </label>
          </td>
        )}
        {columns.map((column) => {
          const content = column.cell(row, index)
          if (column !== headColumn) {
            return (
              <td key={column.key} class={cellClass(column)} data-label={labelText(column)}>
                {content}
              </td>
            )
          }
          return (
            <th key={column.key} scope="row" class={cellClass(column)} data-label={labelText(column)}>
              {href === undefined ? content : <a href={href}>{content}</a>}
            </th>
          )
        })}
      </tr>
    )
  }
  const look = remember && [useLanguage(), dense, selection?.name, ...columns.map(({ key }) => key), ''].join('|')
  return (
    <div
      class={classes('table-frame', `table-frame--${phone}`)}
      {...(phone === 'scroll' ? { role: 'group', tabIndex: 0, 'aria-label': caption } : {})}
    >
      <table class={classes('table', dense && 'table--dense', columns.length > FEW && 'table--many')} data-enhance={rowHref && 'rows'}>
        <caption class={hideCaption ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {selection && (
              <th scope="col" class="table__select">
                <span class="visually-hidden">{text.select}</span>
              </th>
            )}
            {columns.map((column) => (
              <th key={column.key} scope="col" class={cellClass(column)} aria-sort={sortState(column.sort?.direction)}>
                {column.sort ? <SortLink head={column.head} {...column.sort} /> : column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (remember ? remembered(`${look}${remember(row)}`, () => draw(row, index)) : draw(row, index)))}
        </tbody>
        {foot && (
          <tfoot>
            <tr>
              {columns.map((column, index) => {
                const Cell = index === 0 ? 'th' : 'td'
                return (
                  <Cell key={column.key} scope={index === 0 ? 'row' : undefined} class={cellClass(column)} data-label={labelText(column)}>
                    {foot[column.key]}
                  </Cell>
                )
              })}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}

function SortLink({ head, href, direction }: { head: Child; href: string; direction?: SortDirection }) {
  const text = useWords(copy)
  return (
    <a class={classes('sort', direction && `sort--${direction}`)} href={href}>
      <span class="visually-hidden">{direction ? '' : `${text.sortBy} `}</span>
      {head}
      {direction && <span class="visually-hidden">, {text[direction]}</span>}
      <svg class="sort__mark" viewBox="0 0 10 14" width="10" height="14" aria-hidden="true" focusable="false">
        <path class="sort__up" d="M5 1 9 6H1z" />
        <path class="sort__down" d="M5 13 1 8h8z" />
      </svg>
    </a>
  )
}

const cellClass = (column: {
  align?: 'end' | 'center'
  nowrap?: boolean
  oneLine?: boolean
  width?: ColumnWidth
  class?: string
}): string | undefined =>
  classes(
    column.align && `table__${column.align}`,
    column.nowrap && 'table__nowrap',
    column.oneLine && 'table__one-line',
    column.width && `table__${column.width}`,
    column.class,
  ) || undefined

const labelText = (column: { head: Child; label?: string }): string | undefined =>
  column.label ?? (typeof column.head === 'string' ? column.head : undefined)

const sortState = (direction?: SortDirection) => direction

export type SortDirection = 'ascending' | 'descending'
type ColumnWidth = 'narrow' | 'wide'

export interface Column<Row> {
  key: string
  head: Child
  /** The head in words for the cards of phones, where `head` is not plain text. */
  label?: string
  cell: (row: Row, index: number) => Child
  /** Names the row for screen readers and carries its link; by default the first column. */
  isRowHead?: boolean
  /** `end` for figures. */
  align?: 'end' | 'center'
  nowrap?: boolean
  /** One line, cut where the column ends (the whole stands on the row's own page); phones and paper show all. */
  oneLine?: boolean
  width?: ColumnWidth
  /** Where the head leads, and how the list stands sorted by this column now. */
  sort?: { href: string; direction?: SortDirection }
  class?: string
}

export interface TableProps<Row> {
  /** Says what the table holds; also its name for screen readers. */
  caption: string
  hideCaption?: boolean
  columns: Column<Row>[]
  rows: Row[]
  rowKey?: (row: Row) => string | number
  rowHref?: (row: Row) => string
  /** A coloured edge for rows that need a look; the reason stands in words in a cell. */
  rowTone?: (row: Row) => 'near' | 'late' | undefined
  /** All that a row shows, as one text: a row that shows what one before it did is not drawn again. For lists that are opened all day. */
  remember?: (row: Row) => string
  /** A tick for each row, for doing one thing to several. `form`: the id of the form it belongs to, where rows hold forms of their own and the table cannot stand in one. */
  selection?: { name: string; value: (row: Row) => string; label: (row: Row) => string; form?: string }
  /** 36 px rows for the console. */
  dense?: boolean
  phone?: 'cards' | 'scroll'
  /** Totals by column key. */
  foot?: Record<string, Child>
  /** Shown instead of an empty table: `<EmptyState …/>`. */
  empty?: Child
}
