/** Ý kiến chỉ đạo: what leaders asked of me and what I asked of others, with its own due times. */
import { countInstructions, type InstructionSide, type InstructionStanding, instructionsFor } from '#modules/workflow/index.ts'
import { commonErrors } from '#platform/errors.ts'
import type { PageRequest, Reply, Route } from '#platform/http/route.ts'
import { EmptyState, TabLinks } from '#ui/index.ts'
import { consolePage } from '../layout.tsx'
import { routes as one } from './mot-y-kien/page.tsx'
import { Instructions } from './parts.tsx'
import { instructionWords } from './words.ts'

const URL = '/chi-dao'

export const routes: Route[] = [{ method: 'GET', url: URL, permission: 'signed-in', handle: page }, ...one]

const SIDES: Record<string, InstructionSide> = { '': 'to-me', 'toi-giao': 'by-me' }
const STANDINGS: Record<string, InstructionStanding> = { '': 'open', 'qua-han': 'late', xong: 'done', 'tat-ca': 'all' }

async function page(request: PageRequest): Promise<Reply> {
  const { services, viewer, now, language, query } = request
  if (viewer.actor.kind !== 'officer') return commonErrors.fail('access.sign-in')
  const text = instructionWords(language)
  const whose = { officerId: viewer.actor.id, now }
  const side = SIDES[query.ben ?? ''] ?? 'to-me'
  const standing = STANDINGS[query.tt ?? ''] ?? 'open'
  const [counts, rows] = await Promise.all([
    countInstructions(services.database, whose),
    instructionsFor(services.database, whose, side, standing),
  ])
  const ben = side === 'by-me' ? 'toi-giao' : ''
  const late = side === 'by-me' ? counts.byMeLate : counts.toMeLate
  const open = side === 'by-me' ? counts.byMe : counts.toMe
  const labels: Record<InstructionStanding, string> = { open: text.open, late: text.late, done: text.done, all: text.every }
  const shown: Partial<Record<InstructionStanding, number>> = { open, late }
  return consolePage(
    request,
    { title: text.title },
    <>
      <h1>{text.title}</h1>
      <TabLinks
        label={text.sides}
        tabs={[
          { label: text.toMe, href: URL, current: side === 'to-me', count: counts.toMe },
          { label: text.byMe, href: `${URL}?ben=toi-giao`, current: side === 'by-me', count: counts.byMe },
        ]}
      />
      <TabLinks
        label={text.filter}
        tabs={Object.entries(STANDINGS).map(([tt, value]) => ({
          label: labels[value],
          href: hrefOf({ ben, tt }),
          current: value === standing,
          count: shown[value],
        }))}
      />
      {rows.length > 0 ? (
        <Instructions rows={rows} text={text} />
      ) : (
        <EmptyState title={side === 'by-me' ? text.noneByMe : text.noneToMe}>{side === 'by-me' && text.howByMe}</EmptyState>
      )}
    </>,
  )
}

function hrefOf(query: Record<string, string>): string {
  const filled = Object.entries(query).filter(([, value]) => value !== '')
  return filled.length > 0 ? `${URL}?${new URLSearchParams(filled)}` : URL
}
