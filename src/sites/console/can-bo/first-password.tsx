import type { PageRequest, Reply } from '#platform/http/route.ts'
import { Button, ButtonRow, Flash } from '#ui/index.ts'
import { consolePage } from '../layout.tsx'
import { officerWords } from './words.ts'

/** Shows a password once, in the answer itself: it must not wait anywhere. */
export function firstPasswordPage(
  request: PageRequest,
  { officerId, title, password }: { officerId: number; title: string; password: string },
): Promise<Reply> {
  const text = officerWords(request.language)
  return consolePage(
    request,
    { title },
    <>
      <h1>{title}</h1>
      <Flash tone="warning" title={text.passwordOnce} />
      <p>
        {text.firstPassword}: <code>{password}</code>
      </p>
      <ButtonRow>
        <Button look="primary" href={`/can-bo/${officerId}/vai-tro`}>
          {text.toAssign}
        </Button>
        <Button href={`/can-bo/${officerId}`}>{text.toOfficer}</Button>
      </ButtonRow>
    </>,
  )
}
