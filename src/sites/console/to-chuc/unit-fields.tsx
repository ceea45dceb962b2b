import { Field, FieldRow } from '#ui/index.ts'
import type { UnitText } from './words.ts'

/** What describes a unit, whether it is added or edited. */
export const UnitFields = ({ text }: { text: UnitText }) => (
  <>
    <Field name="name" label={text.name} />
    <FieldRow>
      <Field name="shortName" label={text.shortName} width="long" optional />
      <Field name="headTitle" label={text.headTitle} hint={text.headTitleHint} width="long" optional />
    </FieldRow>
    <FieldRow>
      <Field name="agencyCode" label={text.agencyCode} hint={text.agencyCodeHint} width="medium" code optional />
      <Field name="agencyCodeSource" label={text.agencyCodeSource} width="long" optional />
    </FieldRow>
    <Field name="address" label={text.address} optional />
    <FieldRow>
      <Field name="phone" type="tel" label={text.phone} width="medium" optional />
      <Field name="email" type="email" label={text.email} width="long" optional />
    </FieldRow>
    <Field name="website" type="url" label={text.website} width="long" optional />
  </>
)
