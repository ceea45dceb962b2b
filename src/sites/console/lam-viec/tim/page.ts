/** The search box on top takes anything: a code or its scan opens the dossier, everything else makes a list. */
import { findDossierId, getDossierCode } from '#modules/dossier/index.ts'
import { codeIn } from '#modules/workflow/index.ts'
import type { PageRequest, Reply, Route } from '#platform/http/route.ts'
import { redirect } from '#platform/http/route.ts'

export const routes: Route[] = [{ method: 'GET', url: '/lam-viec/tim', permission: 'signed-in', handle: find }]

async function find({ services, query }: PageRequest): Promise<Reply> {
  const typed = (query.q ?? '').trim()
  if (!typed) return redirect('/ho-so')
  const id = await findDossierId(services.database, codeIn(typed) ?? typed)
  if (id !== undefined) return redirect(`/ho-so/${await getDossierCode(services.database, id)}`)
  return redirect(`/ho-so?${new URLSearchParams({ q: typed })}`)
}
