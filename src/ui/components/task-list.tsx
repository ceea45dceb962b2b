import type { Child } from 'hono/jsx'
import type { ShapeName } from './shape.tsx'
import { Tag, type Tone } from './tag.tsx'

/** Parts of a longer job, each with its state at the end of the line; those that cannot be begun yet have no link. */
export function TaskList({ tasks, label }: { tasks: TaskItem[]; label?: string }) {
  return (
    <ul class="tasks" aria-label={label}>
      {tasks.map((task, index) => (
        <li key={task.key ?? index} class="tasks__item">
          <div class="tasks__name">
            {task.href ? <a href={task.href}>{task.title}</a> : <span>{task.title}</span>}
            {task.hint && <p class="tasks__hint">{task.hint}</p>}
          </div>
          <Tag tone={task.tone} shape={task.shape}>
            {task.state}
          </Tag>
        </li>
      ))}
    </ul>
  )
}

export interface TaskItem {
  key?: string
  title: Child
  href?: string
  hint?: Child
  /** In words: "Đã xong", "Chưa làm", "Chưa làm được". */
  state: string
  tone?: Tone
  shape?: ShapeName
}
