import type { Language } from '#platform/language.ts'
import { Field, FieldRow, type Option, Select } from '#ui/index.ts'
import type { DesignerSetting } from './setting.ts'
import { copy } from './words.ts'

/** How long, in hours or working days. `prefix` is the row of a list: `legs.0.`. */
export function LimitFields({ label, language, prefix = '' }: { label: string; language: Language; prefix?: string }) {
  const text = copy(language)
  return (
    <FieldRow>
      <Field name={`${prefix}amount`} label={label} inputMode="decimal" width="short" />
      <Select
        name={`${prefix}unit`}
        label={text.unit}
        blank={false}
        width="medium"
        options={[
          { value: 'hour', label: text.hour },
          { value: 'working-day', label: text['working-day'] },
        ]}
      />
    </FieldRow>
  )
}

export const roleOptions = ({ roles }: DesignerSetting): Option[] => roles.map(({ code, name }) => ({ value: code, label: name }))
