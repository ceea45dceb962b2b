import { type DossierDetail, timelineNames, timelineOf } from '#modules/dossier/index.ts'
import { papersOf } from '#modules/papers/index.ts'
import { exchangeStates, notesOf } from '#modules/workflow/index.ts'
import type { PageRequest } from '#platform/http/route.ts'
import { undoableFor } from './hoan-tac/page.tsx'
import { readProcessView } from './process-panel.tsx'
import type { TabName } from './tabs.tsx'

export type TabView = Awaited<ReturnType<typeof readTab>>

/** What the open tab needs beyond the dossier itself. */
export async function readTab(request: PageRequest, dossier: DossierDetail, tab: TabName) {
  const { services, language } = request
  const { database } = services
  return {
    timeline: tab === 'qua-trinh' ? timelineOf(dossier.actions, language, await timelineNames(database, dossier.actions)) : [],
    process: tab === 'qua-trinh' ? await readProcessView(request, dossier) : undefined,
    undoable: tab === 'qua-trinh' ? await undoableFor(request, dossier) : undefined,
    exchange: tab === 'noi-dung' ? await exchangeStates(database, dossier.id) : [],
    notes: tab === 'trao-doi' ? await notesOf(database, dossier.id) : [],
    papers: tab === 'giay-to' ? await papersOf(database, dossier.id) : [],
  }
}
