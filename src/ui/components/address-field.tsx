import { words } from '#platform/language.ts'
import { useField } from '../forms/form-context.ts'
import { fieldId } from '../forms/form-state.ts'
import { useWords } from '../language.ts'
import { Field } from './field.tsx'
import { type FieldCommon, FieldFrame } from './field-frame.tsx'
import { type Option, Select } from './select.tsx'

const copy = words({
  vi: {
    province: 'Tỉnh, thành phố',
    commune: 'Xã, phường, đặc khu',
    line: 'Số nhà, đường, thôn, tổ dân phố',
    load: 'Lấy danh sách xã, phường',
    first: 'Chọn tỉnh trước',
    choose: 'Chọn…',
  },
  en: {
    province: 'Province or city',
    commune: 'Commune, ward or special zone',
    line: 'House number, street, hamlet',
    load: 'List its communes',
    first: 'Choose the province first',
    choose: 'Choose…',
  },
})

/**
 * An address of two levels, as the country has had since 1 July 2025, and a line: `name.province`, `name.commune`, `name.line`. The list of
 * communes is of the chosen province: without scripts a button fetches it (`pressFormButton`), with scripts it follows the choice.
 */
export function AddressField(props: AddressFieldProps) {
  const { name, provinces, communes, communesUrl } = props
  const text = useWords(copy)
  const field = useField(name, { ...props, id: `${fieldId(name)}-province` })
  return (
    <FieldFrame {...props} group id={field.id} error={field.error} describedBy={field.describedBy}>
      <div class="fields" data-enhance={communesUrl && 'address'} data-url={communesUrl} data-blank={text.choose}>
        <div class="field-row">
          <div class="address__province">
            <Select name={`${name}.province`} label={text.province} options={provinces} disabled={props.disabled} />
            {provinces.length > 1 && (
              <button class="button button--secondary" type="submit" name="_refresh" value={name} formnovalidate>
                {text.load}
              </button>
            )}
          </div>
          <Select
            name={`${name}.commune`}
            label={text.commune}
            options={communes}
            blank={communes.length === 0 ? text.first : undefined}
            disabled={props.disabled}
          />
        </div>
        {props.line !== false && (
          <Field
            name={`${name}.line`}
            label={text.line}
            optional={props.line === 'optional'}
            autocomplete="street-address"
            disabled={props.disabled}
          />
        )}
      </div>
    </FieldFrame>
  )
}

export interface AddressFieldProps extends FieldCommon {
  provinces: Option[]
  /** Of the province chosen now; empty before. */
  communes: Option[]
  /** Answers `?tinh=<code>` with `[{ value, label }]`; with it the list follows the choice. */
  communesUrl?: string
  /** The line of house and street: asked by default, `optional`, or left out. */
  line?: 'optional' | false
}
