/** What an edit would do to dossiers that are being settled, shown before it is saved. */
import { type CalendarEdit, calendarBook, type EditPreview, previewEdit } from '#modules/calendar/index.ts'
import { openClocks } from '#modules/dossier/index.ts'
import type { Queryable } from '#platform/database.ts'
import { type Language, words } from '#platform/language.ts'
import { formatMomentLong, instantAt } from '#platform/text/dates.ts'
import { Panel, Table } from '#ui/index.ts'

/** Shown by name; the count is of all. */
const MOST_SHOWN = 50

export interface Effect extends Omit<EditPreview, 'moved'> {
  edit: CalendarEdit
  moved: number
  shown: { code: string; before: Date; after: Date }[]
}

/** A date that is due before the first day of the edit cannot move. */
export async function effectOf(db: Queryable, edit: CalendarEdit): Promise<Effect> {
  const codes = new Map<number, string>()
  async function* clocks() {
    for await (const clock of openClocks(db, instantAt(firstDateOf(edit)))) {
      codes.set(clock.id, clock.code)
      yield clock
    }
  }
  const { checked, moved } = await previewEdit(await calendarBook(db), edit, clocks())
  const shown = moved.slice(0, MOST_SHOWN).map(({ id, before, after }) => ({ code: codes.get(id) ?? '', before, after }))
  return { edit, checked, moved: moved.length, shown }
}

function firstDateOf(edit: CalendarEdit): string {
  switch (edit.kind) {
    case 'set-day':
      return edit.day.date
    case 'remove-day':
      return edit.date
    case 'set-week':
      return edit.week.validFrom
    case 'settle-year':
      return `${edit.year}-01-01`
  }
}

export function EffectPanel({ effect, language }: { effect: Effect; language: Language }) {
  const text = copy(language)
  return (
    <Panel id="anh-huong" title={text.moved(effect.moved)} tone={effect.moved > 0 ? 'near' : undefined} boxed>
      <p>{effect.moved > 0 ? text.promise : text.none(effect.checked)}</p>
      {effect.shown.length > 0 && (
        <Table
          caption={effect.moved > effect.shown.length ? text.first(effect.shown.length, effect.moved) : text.all}
          columns={[
            { key: 'code', head: text.code, cell: ({ code }) => code, nowrap: true },
            { key: 'before', head: text.before, cell: ({ before }) => formatMomentLong(before, language) },
            { key: 'after', head: text.after, cell: ({ after }) => formatMomentLong(after, language) },
          ]}
          rows={effect.shown}
          rowKey={({ code }) => code}
          rowHref={({ code }) => `/ho-so/${encodeURIComponent(code)}`}
          dense
        />
      )}
    </Panel>
  )
}

const copy = words({
  vi: {
    moved: (count: number) => (count === 0 ? 'Không hồ sơ nào đổi ngày hẹn' : `${count} hồ sơ đang giải quyết sẽ có ngày hẹn khác`),
    promise:
      'Ngày đã hẹn trên giấy tiếp nhận không tự thay đổi khi lưu lịch. Danh sách dưới đây cho biết hồ sơ nào sẽ ra ngày khác nếu tính lại theo lịch mới.',
    none: (checked: number) => `Đã tính lại ${checked} hồ sơ đang giải quyết có ngày hẹn từ ngày này trở đi.`,
    all: 'Hồ sơ có ngày hẹn khác',
    first: (shown: number, all: number) => `${shown} trong ${all} hồ sơ có ngày hẹn khác`,
    code: 'Mã hồ sơ',
    before: 'Theo lịch hiện nay',
    after: 'Theo lịch mới',
  },
  en: {
    moved: (count: number) =>
      count === 0
        ? 'No dossier would have another due date'
        : `${count} open ${count === 1 ? 'dossier' : 'dossiers'} would have another due date`,
    promise:
      'Dates promised on receipts do not change when the calendar is saved. The list says which would come out differently if counted again.',
    none: (checked: number) => `${checked} open dossiers due on this day or later were counted again.`,
    all: 'Dossiers with another due date',
    first: (shown: number, all: number) => `${shown} of ${all} dossiers with another due date`,
    code: 'Code',
    before: 'By the present calendar',
    after: 'By the new calendar',
  },
})
