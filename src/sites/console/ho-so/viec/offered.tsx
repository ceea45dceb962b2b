/** The acts that may be made now, as links to their forms; of the usual ones that may not, the reason with its article. */
import { calendarOf } from '#modules/calendar/index.ts'
import {
  type DossierDetail,
  LIFE_STATES,
  refusalsOf,
  type TransitionId,
  type TransitionRefusal,
  transitionById,
} from '#modules/dossier/index.ts'
import { holdsAt } from '#modules/identity/index.ts'
import { getProcess, legalSituation, stepsWithholding } from '#modules/workflow/index.ts'
import type { PageRequest } from '#platform/http/route.ts'
import { type Language, words } from '#platform/language.ts'
import { Button, ButtonRow } from '#ui/index.ts'
import { unitIdsOf } from '../../due.tsx'
import { givenFor } from './offer.ts'
import { offers } from './registry.ts'

export interface Offered {
  title: string
  href: string
  /** Why not now; absent when it may be made. */
  refusal?: TransitionRefusal
}

/** In the order of the registry. What the viewer has no right to is not told of. */
export async function offeredTo({ services, viewer, now, language }: PageRequest, dossier: DossierDetail): Promise<Offered[]> {
  const { database } = services
  const calendar = await calendarOf(database, unitIdsOf(dossier.settlingUnit.path))
  const { processId } = dossier.state
  const graph = processId === undefined ? undefined : (await getProcess(database, processId)).graph
  const withheld = (id: TransitionId) => graph !== undefined && stepsWithholding(graph, dossier.actions, id).length > 0
  const found: Offered[] = []
  for (const offer of offers) {
    const transition = transitionById(offer.id)
    const { within } = offer
    const isHere = within ? within.isHere(dossier) : transition.from.includes(dossier.state.state)
    if (within && !isHere) continue
    if (!isHere && !offer.isUsual) continue
    if (LIFE_STATES[dossier.state.state].clock === 'ended' && !isHere) continue
    const places = [dossier.settlingUnit.path, dossier.receivingUnit.path]
    const mays = await Promise.all(places.map((path) => holdsAt(database, viewer.actor, within?.right ?? transition.right, path, now)))
    if (!mays.includes(true)) continue
    if (withheld(offer.id)) continue
    const [refusal] = within ? [] : refusalsOf(offer.id, legalSituation(dossier, calendar, now, await givenFor(database, offer, dossier)))
    if (refusal && !offer.isUsual) continue
    found.push({ title: (within ?? transition)[language], href: `/ho-so/${dossier.code}/viec/${offer.slug}`, refusal })
  }
  return found
}

export function OfferedActs({ offered, language }: { offered: readonly Offered[]; language: Language }) {
  const text = copy(language)
  const able = offered.filter(({ refusal }) => !refusal)
  const unable = offered.filter(({ refusal }) => refusal)
  if (offered.length === 0) return null
  return (
    <>
      {able.length > 0 && (
        <>
          <h3>{text.others}</h3>
          <ButtonRow>
            {able.map(({ title, href }) => (
              <Button key={href} href={href}>
                {title}
              </Button>
            ))}
          </ButtonRow>
        </>
      )}
      {unable.map(({ title, href, refusal }) => (
        <p key={href} class="muted">
          {title}: {refusal?.[language]} ({refusal?.article[language]})
        </p>
      ))}
    </>
  )
}

const copy = words({ vi: { others: 'Việc khác với hồ sơ này' }, en: { others: 'Other acts on this dossier' } })
