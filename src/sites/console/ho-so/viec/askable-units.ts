import type { DossierDetail } from '#modules/dossier/index.ts'
import type { PageRequest } from '#platform/http/route.ts'
import type { Option } from '#ui/index.ts'
import { unitChoices } from '../../unit-choices.ts'

/** Units that another part of the matter may be asked of: all but the one that settles. */
export const askableUnits = async (request: PageRequest, { settlingUnit }: DossierDetail): Promise<Option[]> =>
  (await unitChoices(request)).filter(({ value }) => value !== String(settlingUnit.id))
