/** What a search looks through. A leading space marks the start of every word, so `like '% qua%'` finds word starts only. */
import { searchable } from '#platform/text/searchable.ts'

export const procedureSearchText = (procedure: {
  nationalCode: string | null
  localCodes: string[]
  name: string
  fieldName: string | null
}): string => ` ${searchable([procedure.nationalCode ?? '', ...procedure.localCodes, procedure.name, procedure.fieldName ?? ''].join(' '))}`
