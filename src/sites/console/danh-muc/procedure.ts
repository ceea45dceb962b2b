/** What the pages about one procedure share: the procedure of the address, its place in the breadcrumbs, its draft. */

import { getProcedureByCode, getVersion, type ProcedureIdentity, type VersionDetail, versionsOf } from '#modules/catalogue/index.ts'
import { commonErrors } from '#platform/errors.ts'
import type { PageRequest } from '#platform/http/route.ts'
import { words } from '#platform/language.ts'

export const catalogueHref = (code?: string, rest = ''): string =>
  code === undefined ? '/danh-muc' : `/danh-muc/${encodeURIComponent(code)}${rest}`

export const procedureOf = ({ services, params }: PageRequest): Promise<ProcedureIdentity> =>
  getProcedureByCode(services.database, params.code ?? '')

export async function findDraftOf({ services }: PageRequest, procedure: ProcedureIdentity): Promise<VersionDetail | undefined> {
  const [newest] = await versionsOf(services.database, procedure.id)
  return newest?.status === 'draft' ? getVersion(services.database, newest.id) : undefined
}

/** @throws AppError `record.changed`: somebody published or discarded it meanwhile */
export const draftOf = async (request: PageRequest, procedure: ProcedureIdentity): Promise<VersionDetail> =>
  (await findDraftOf(request, procedure)) ?? commonErrors.fail('record.changed')

export const crumbs = (language: PageRequest['language'], code?: string) => {
  const text = copy(language)
  return [{ label: text.catalogue, href: catalogueHref() }, ...(code === undefined ? [] : [{ label: code, href: catalogueHref(code) }])]
}

const copy = words({ vi: { catalogue: 'Danh mục thủ tục' }, en: { catalogue: 'Procedures' } })
