import type { Child } from 'hono/jsx'
import { words } from '#platform/language.ts'
import { useWords } from '../language.ts'
import { DefinitionList } from './definition-list.tsx'

const copy = words({
  vi: { change: 'Sửa', empty: 'Không khai' },
  en: { change: 'Change', empty: 'Not given' },
})

/** What was answered, to be read before sending; every line leads back to its question. */
export function CheckAnswers({ title, level = 2, answers }: CheckAnswersProps) {
  const text = useWords(copy)
  const Heading = `h${level}` as const
  return (
    <section class="answers">
      {title && <Heading>{title}</Heading>}
      <DefinitionList
        rows={answers.map((answer) => ({
          key: answer.question,
          term: answer.question,
          value: answer.answer === undefined || answer.answer === '' ? <span class="answers__empty">{text.empty}</span> : answer.answer,
          action: answer.changeHref && (
            <a href={answer.changeHref}>
              {text.change}
              <span class="visually-hidden"> {answer.question}</span>
            </a>
          ),
        }))}
      />
    </section>
  )
}

export interface CheckAnswersProps {
  title?: string
  level?: 2 | 3 | 4
  answers: { question: string; answer: Child; changeHref?: string }[]
}
