import { type Digest, type DigestContent, totalOf } from '#modules/watch/index.ts'
import type { Language } from '#platform/language.ts'
import { formatDate, formatMoment } from '#platform/text/dates.ts'
import { Button, Form, Panel, Table } from '#ui/index.ts'
import { WatchFigures } from '../canh-bao/figures.tsx'
import { watchWords } from '../canh-bao/words.ts'
import { type DigestText, digestWords } from './words.ts'

/** What the morning says: own work of today, own late work, the units, what the watchdog found. `back`: where reading it leads. */
export function DigestPanel({ digest, language, back }: { digest: Digest; language: Language; back: string }) {
  const text = digestWords(language)
  const { today, late, units, findings } = digest.content
  return (
    <Panel id="ban-tin" title={text.of(formatDate(digest.day))} boxed>
      <Tasks title={text.today} tasks={today} text={text} />
      <Tasks title={text.late} tasks={late} text={text} />
      {units.length > 0 && (
        <Table
          caption={text.units}
          dense
          rows={units}
          rowKey={({ unitId }) => unitId}
          columns={[
            { key: 'unit', head: text.unit, isRowHead: true, cell: ({ name }) => name },
            { key: 'today', head: text.dueToday, align: 'end', cell: ({ today: count }) => count.toLocaleString('vi-VN') },
            { key: 'late', head: text.dueLate, align: 'end', cell: ({ late: count }) => count.toLocaleString('vi-VN') },
          ]}
        />
      )}
      {totalOf(findings) > 0 && (
        <>
          <h3>{text.findings}</h3>
          <WatchFigures figures={findings} text={watchWords(language)} />
        </>
      )}
      {digest.readAt === null && (
        <Form action="/ban-tin" hidden={{ day: digest.day, ve: back }} label={text.read}>
          <Button small>{text.read}</Button>
        </Form>
      )}
    </Panel>
  )
}

function Tasks({ title, tasks, text }: { title: string; tasks: DigestContent['today']; text: DigestText }) {
  if (tasks.count === 0) return null
  const others = tasks.count - tasks.first.length
  return (
    <>
      <h3>
        {title}: {tasks.count.toLocaleString('vi-VN')}
      </h3>
      <ul>
        {tasks.first.map(({ code, stepName, dueAt }) => (
          <li key={`${code} ${stepName}`}>
            <a class="code" href={`/ho-so/${code}`}>
              {code}
            </a>{' '}
            {stepName}, {text.due} {formatMoment(new Date(dueAt))}
          </li>
        ))}
        {others > 0 && <li>{text.more(others)}</li>}
      </ul>
    </>
  )
}
