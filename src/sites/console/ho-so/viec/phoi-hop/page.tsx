/** The forms of T11–T12. */
import { consult, endConsultation, endInteroperation, interoperate } from '#modules/settlement/index.ts'
import type { Route } from '#platform/http/route.ts'
import { Checkboxes, Field, type Option, Radios, RepeatingGroup, Select } from '#ui/index.ts'
import { type Act, actRoutes } from '../act-form.tsx'
import { askableUnits } from '../askable-units.ts'
import { consultOffer, endConsultationOffer, endInteroperationOffer, interoperateOffer } from './offers.ts'
import { copy } from './words.ts'

const MOST_AGENCIES = 8

const sending = (offer: Act['offer'], action: unknown, says: 'consult' | 'interoperate'): Act<Option[]> => ({
  offer,
  action: action as never,
  read: (request, dossier) => askableUnits(request, dossier),
  initial: () => ({ way: 'electronic', 'legs.0.workingDays': '5' }),
  explain: ({ language }) => copy(language)[says],
  fields({ dossier, data, language }) {
    const text = copy(language)
    return (
      <>
        <Radios
          name="way"
          label={text.way}
          options={[
            { value: 'electronic', label: text.electronic },
            { value: 'paper', label: text.paper },
          ]}
        />
        <RepeatingGroup name="legs" label={text.legs} noun={text.noun} most={MOST_AGENCIES}>
          {(item) => (
            <>
              <Select name={`${item}.unitId`} label={text.unit} options={data} blank={text.outside} optional />
              <Field name={`${item}.agency`} label={text.agency} hint={text.agencyHint} optional />
              <Field name={`${item}.content`} type="textarea" rows={3} label={text.content} />
              <Field name={`${item}.workingDays`} type="number" width="short" label={text.workingDays} suffix={text.days} />
            </>
          )}
        </RepeatingGroup>
        <Select
          name="lead"
          label={text.lead}
          blank={text.leadOwn}
          options={Array.from({ length: MOST_AGENCIES }, (_, at) => ({ value: String(at + 1), label: text.leadOf(at + 1) }))}
          optional
        />
        {dossier.components.length > 0 && (
          <Checkboxes
            name="componentIds"
            label={text.components}
            hint={text.componentsHint}
            options={dossier.components.map(({ id, name }) => ({ value: String(id), label: name }))}
            optional
          />
        )}
      </>
    )
  },
})

const ending = (offer: Act['offer'], action: unknown): Act => ({
  offer,
  action: action as never,
  explain: ({ language }) => copy(language).end,
  fields: ({ language }) => <Field name="text" type="textarea" rows={3} label={copy(language).reason} />,
})

export const routes: Route[] = [
  ...actRoutes(sending(consultOffer, consult, 'consult')),
  ...actRoutes(sending(interoperateOffer, interoperate, 'interoperate')),
  ...actRoutes(ending(endConsultationOffer, endConsultation)),
  ...actRoutes(ending(endInteroperationOffer, endInteroperation)),
]
