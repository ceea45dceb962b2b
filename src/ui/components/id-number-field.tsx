import { words } from '#platform/language.ts'
import { useWords } from '../language.ts'
import { Field, type FieldProps } from './field.tsx'

const copy = words({
  vi: {
    personLabel: 'Số định danh cá nhân',
    personHint: '12 chữ số, in trên thẻ căn cước hoặc trong ứng dụng VNeID.',
    organisationLabel: 'Mã số thuế hoặc mã số doanh nghiệp',
    organisationHint: '10 chữ số, thêm gạch nối và 3 chữ số nếu là đơn vị phụ thuộc.',
  },
  en: {
    personLabel: 'Personal identification number',
    personHint: '12 digits, on the identity card or in the VNeID application.',
    organisationLabel: 'Tax or enterprise code',
    organisationHint: '10 digits, with a hyphen and 3 digits for a dependent unit.',
  },
})

/** The number of a person or an organisation: digits only, never remembered by the browser; spaces are the server's to take out. */
export function IdNumberField({ kind = 'person', ...props }: IdNumberFieldProps) {
  const text = useWords(copy)
  return (
    <Field
      width="medium"
      inputMode="numeric"
      maxLength={kind === 'person' ? 15 : 16}
      code
      secret
      {...props}
      label={props.label ?? (kind === 'person' ? text.personLabel : text.organisationLabel)}
      hint={props.hint ?? (kind === 'person' ? text.personHint : text.organisationHint)}
    />
  )
}

export interface IdNumberFieldProps extends Omit<FieldProps, 'label'> {
  kind?: 'person' | 'organisation'
  label?: FieldProps['label']
}
