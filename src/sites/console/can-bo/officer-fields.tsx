import { staffKinds } from '#modules/identity/index.ts'
import { positions } from '#modules/organization/index.ts'
import type { PageRequest } from '#platform/http/route.ts'
import { Field, FieldRow, Select } from '#ui/index.ts'
import { unitChoices } from '../unit-choices.ts'
import type { OfficerText } from './words.ts'

/** What describes an officer, whether added or edited. Choices are read first, because components do not wait. */
export async function officerFields(request: PageRequest, text: OfficerText) {
  const units = await unitChoices(request, 'identity.manage-officers')
  const posts = await positions(request.services.database)
  return (
    <>
      <Field name="fullName" label={text.name} width="long" autocomplete="off" />
      <Select name="homeUnitId" label={text.unit} options={units} />
      <FieldRow>
        <Select name="staffKind" label={text.staffKind} options={staffKinds.map((kind) => ({ value: kind, label: text[kind] }))} />
        <Select
          name="positionId"
          label={text.position}
          optional
          options={posts.map((post) => ({ value: String(post.id), label: request.language === 'en' ? post.nameEn : post.name }))}
        />
      </FieldRow>
      <FieldRow>
        <Field name="phone" type="tel" label={text.phone} width="medium" autocomplete="off" optional />
        <Field name="email" type="email" label={text.email} width="long" autocomplete="off" optional />
      </FieldRow>
    </>
  )
}
