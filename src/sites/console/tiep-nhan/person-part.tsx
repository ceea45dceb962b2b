/** A person of the dossier: found, chosen from those found, or written anew. */
import { checkPersonalId, formatPhone, type Party, personalIdWarningWords } from '#modules/identity/index.ts'
import { type Language, words } from '#platform/language.ts'
import { formatDate } from '#platform/text/dates.ts'
import {
  Button,
  ButtonRow,
  DateField,
  DefinitionList,
  Details,
  Field,
  FieldRow,
  Flash,
  Radios,
  readDate,
  Select,
  Table,
} from '#ui/index.ts'
import type { Desk, Person } from './desk.ts'
import { isSettled, isTyping, text as value, type Who } from './form.ts'
import { MainButton, SearchLine } from './parts.tsx'

/** `isFirst`: the cursor stands here when the page opens. */
export function PersonPart({ desk, who, errors, language, isFirst }: PersonProps & { errors: Record<string, string> }) {
  const text = copy(language)
  if (isTyping(desk.form, who)) return <NewPerson desk={desk} who={who} language={language} isFirst={isFirst} />
  const { found } = desk[who]
  return (
    <>
      <SearchLine
        name={`${who}.find`}
        label={who === 'owner' ? text.findOwner : text.findSubmitter}
        hint={text.findHint}
        value={value(desk.form, `${who}.find`)}
        error={errors[`${who}.find`]}
        action="next"
        autofocus={isFirst && !found?.length}
        button={text.find}
      />
      {found && found.length > 0 && <Found parties={found} who={who} language={language} isFirst={isFirst} />}
      <Button look="link" name="_action" value={`new-${who}`} formNoValidate>
        {text.writeNew}
      </Button>
    </>
  )
}

function Found({ parties, who, language, isFirst }: { parties: Party[]; who: Who; language: Language; isFirst: boolean }) {
  const text = copy(language)
  return (
    <Table
      caption={text.found(parties.length)}
      dense
      columns={[
        { key: 'name', head: text.name, cell: (party) => party.name },
        { key: 'identifier', head: text.identifier, cell: (party) => party.identifier, nowrap: true },
        { key: 'birth', head: text.birthDate, cell: (party) => party.birthDate && formatDate(party.birthDate), nowrap: true },
        { key: 'phone', head: text.phone, cell: (party) => party.phone && formatPhone(party.phone), nowrap: true },
        { key: 'address', head: text.address, cell: (party) => party.address },
        {
          key: 'pick',
          head: <span class="visually-hidden">{text.pick}</span>,
          label: text.pick,
          cell: (party, index) => (
            <MainButton look="secondary" small value={`pick-${who}:${party.id}`} autofocus={isFirst && index === 0}>
              {text.pick}
              <span class="visually-hidden"> {party.name}</span>
            </MainButton>
          ),
        },
      ]}
      rows={parties}
      rowKey={(party) => party.id}
    />
  )
}

interface PersonProps {
  desk: Desk
  who: Who
  language: Language
  isFirst: boolean
}

function NewPerson({ desk, who, language, isFirst }: PersonProps) {
  const text = copy(language)
  const name = (field: string) => `${who}.${field}`
  return (
    <div class="kinds flow">
      {isFirst && <Flash tone="notice" title={text.notFound} />}
      <Radios
        name={name('kind')}
        label={text.kind}
        inline
        options={[
          { value: 'person', label: text.person },
          { value: 'organisation', label: text.organisation },
        ]}
      />
      <FieldRow>
        <Field
          name={name('identifier')}
          label={text.identifier}
          hint={text.identifierHint}
          width="medium"
          inputMode="numeric"
          code
          secret
        />
        <Field name={name('name')} label={text.name} hint={text.nameHint} autocomplete="off" />
      </FieldRow>
      <div class="kinds__person">
        <FieldRow>
          <DateField name={name('birthDate')} label={text.birthDate} optional picker={false} />
          <Radios
            name={name('sex')}
            label={text.sex}
            optional
            inline
            options={[
              { value: 'female', label: text.female },
              { value: 'male', label: text.male },
            ]}
          />
        </FieldRow>
      </div>
      <div class="kinds__organisation">
        <Field name={name('representative')} label={text.representative} hint={text.representativeHint} optional autocomplete="off" />
      </div>
      <ContactFields desk={desk} who={who} language={language} />
      <ButtonRow>
        <MainButton look={who === 'owner' ? 'primary' : 'secondary'} value="next">
          {text.keep}
        </MainButton>
        <Button look="link" name="_action" value={`change-${who}`} formNoValidate>
          {text.findAgain}
        </Button>
      </ButtonRow>
    </div>
  )
}

function ContactFields({ desk, who, language }: { desk: Desk; who: Who; language: Language }) {
  const text = copy(language)
  return (
    <>
      <FieldRow>
        <Field name={`${who}.phone`} type="tel" label={text.phone} width="medium" optional autocomplete="off" />
        <Field name={`${who}.email`} type="email" label={text.email} optional autocomplete="off" />
      </FieldRow>
      <FieldRow>
        <Field name={`${who}.address`} label={text.address} hint={text.addressHint} optional autocomplete="off" />
        <Select name={`${who}.areaCode`} label={text.area} hint={text.areaHint} options={desk.communes} blank={text.otherArea} optional />
      </FieldRow>
    </>
  )
}

/** Who it is, in short, with what does not fit; and, for a known person, a place to bring the contact details up to date. */
export function PersonSummary({ desk, who, language, canChange }: { desk: Desk; who: Who; language: Language; canChange: boolean }) {
  const text = copy(language)
  if (!isSettled(desk.form, who)) return null
  const shown = shownPerson(desk, who)
  return (
    <>
      {warnings(shown, language).map((warning) => (
        <Flash key={warning} tone="warning" title={warning} />
      ))}
      <DefinitionList
        dense
        columns
        rows={[
          { term: text.name, value: <strong>{shown.name}</strong> },
          { term: text.identifier, value: shown.identifier },
          { term: text.birthDate, value: shown.birthDate && formatDate(shown.birthDate) },
          { term: text.representative, value: shown.representative },
          { term: text.phone, value: shown.phone },
          { term: text.email, value: shown.email },
          { term: text.address, value: shown.address },
        ]}
      />
      {canChange && (
        <ButtonRow>
          {!desk[who].known && (
            <Button small name="_action" value={`edit-${who}`} formNoValidate>
              {text.edit}
            </Button>
          )}
          <Button small name="_action" value={`change-${who}`} formNoValidate>
            {text.change}
          </Button>
        </ButtonRow>
      )}
    </>
  )
}

/** Contact details to add to a known record; only one with a number can be recognised again to be completed. */
export function ContactPart({ desk, language }: { desk: Desk; language: Language }) {
  const { known } = desk.owner
  if (!known?.identifier) return null
  const isOpen = ['phone', 'email', 'address', 'areaCode'].some((name) => value(desk.form, `owner.${name}`))
  return (
    <>
      <input type="hidden" name="_part" value="contact" />
      <Details summary={copy(language).contact} open={isOpen}>
        <ContactFields desk={desk} who="owner" language={language} />
      </Details>
    </>
  )
}

interface Shown {
  name: string
  kind: string
  identifier?: string
  birthDate?: string
  sex?: string
  representative?: string
  phone?: string
  email?: string
  address?: string
}

function shownPerson({ form, communes, ...desk }: Desk, who: Who): Shown {
  const { known, areaLabel }: Person = desk[who]
  const typed = (name: string) => value(form, `${who}.${name}`) || undefined
  const area = communes.find((commune) => commune.value === typed('areaCode'))?.label
  if (known)
    return {
      name: known.name,
      kind: known.kind,
      identifier: known.identifier ?? undefined,
      birthDate: known.birthDate ?? undefined,
      sex: known.sex ?? undefined,
      representative: known.representative ?? undefined,
      phone: typed('phone') ?? (known.phone ? formatPhone(known.phone) : undefined),
      email: typed('email') ?? known.email ?? undefined,
      address: joined(typed('address') ?? known.address, area ?? areaLabel),
    }
  const kind = typed('kind') ?? 'person'
  const birthDate = kind === 'person' ? readDate(form, `${who}.birthDate`) : undefined
  return {
    name: typed('name') ?? '',
    kind,
    identifier: typed('identifier'),
    birthDate: birthDate === 'invalid' ? undefined : birthDate,
    sex: kind === 'person' ? typed('sex') : undefined,
    representative: kind === 'organisation' ? typed('representative') : undefined,
    phone: typed('phone'),
    email: typed('email'),
    address: joined(typed('address'), area),
  }
}

const joined = (...parts: (string | null | undefined)[]): string | undefined => parts.filter(Boolean).join(', ') || undefined

/** A number that does not fit is a warning: the population database is the authority, not our arithmetic. */
function warnings({ kind, identifier, birthDate, sex }: Shown, language: Language): string[] {
  if (kind !== 'person' || !identifier || !/^\d{12}$/.test(identifier.replace(/[\s.]/g, ''))) return []
  const sentences = personalIdWarningWords(language)
  return checkPersonalId(identifier, birthDate, sex === 'female' || sex === 'male' ? sex : undefined).map((warning) => sentences[warning])
}

const copy = words({
  vi: {
    findOwner: 'Tìm chủ hồ sơ',
    findSubmitter: 'Tìm người nộp thay',
    findHint: 'Quét thẻ căn cước, hoặc gõ số định danh, số điện thoại, mã số thuế, họ tên (không cần dấu), rồi nhấn Enter.',
    find: 'Tìm',
    writeNew: 'Nhập người hoặc tổ chức mới',
    found: (count: number) => (count === 1 ? 'Tìm thấy 1 người, tổ chức' : `Tìm thấy ${count} người, tổ chức`),
    pick: 'Chọn',
    notFound: 'Chưa có trong danh sách: hãy ghi thông tin theo giấy tờ đã xuất trình',
    kind: 'Cá nhân hay tổ chức',
    person: 'Cá nhân',
    organisation: 'Tổ chức, hộ kinh doanh',
    identifier: 'Số định danh, mã số thuế',
    identifierHint: 'Cá nhân: 12 số căn cước, 9 số CMND cũ hoặc số hộ chiếu. Tổ chức: 10 hoặc 13 số.',
    name: 'Họ tên, tên tổ chức',
    nameHint: 'Đúng như trên giấy tờ.',
    birthDate: 'Ngày sinh (cá nhân)',
    sex: 'Giới tính (cá nhân)',
    female: 'Nữ',
    male: 'Nam',
    representative: 'Người đại diện (tổ chức)',
    representativeHint: 'Theo giấy đăng ký.',
    phone: 'Số điện thoại',
    email: 'Thư điện tử',
    address: 'Địa chỉ',
    addressHint: 'Số nhà, đường, thôn, tổ dân phố.',
    area: 'Xã, phường',
    areaHint: 'Trong tỉnh. Ở tỉnh khác thì ghi vào địa chỉ.',
    otherArea: 'Tỉnh khác hoặc chưa rõ',
    keep: 'Dùng thông tin này',
    findAgain: 'Tìm lại',
    edit: 'Sửa thông tin',
    change: 'Đổi người',
    contact: 'Bổ sung hoặc sửa số điện thoại, thư điện tử, địa chỉ',
  },
  en: {
    findOwner: 'Find the owner',
    findSubmitter: 'Find who files for the owner',
    findHint: 'Scan the identity card, or type the ID number, phone, tax code or name (marks not needed), then press Enter.',
    find: 'Find',
    writeNew: 'Enter a new person or organisation',
    found: (count: number) => (count === 1 ? '1 person or organisation found' : `${count} persons or organisations found`),
    pick: 'Choose',
    notFound: 'Not in the list yet: write what the papers shown say',
    kind: 'Person or organisation',
    person: 'Person',
    organisation: 'Organisation, household business',
    identifier: 'ID number, tax code',
    identifierHint: 'Person: 12 digits, 9 of an old card, or a passport number. Organisation: 10 or 13 digits.',
    name: 'Full name, name of the organisation',
    nameHint: 'As on the paper.',
    birthDate: 'Date of birth (person)',
    sex: 'Sex (person)',
    female: 'Female',
    male: 'Male',
    representative: 'Representative (organisation)',
    representativeHint: 'As registered.',
    phone: 'Phone',
    email: 'E-mail',
    address: 'Address',
    addressHint: 'House number, street, hamlet.',
    area: 'Commune, ward',
    areaHint: 'In this province. For another province write it into the address.',
    otherArea: 'Another province or not known',
    keep: 'Use this',
    findAgain: 'Search again',
    edit: 'Edit',
    change: 'Choose somebody else',
    contact: 'Add or change phone, e-mail, address',
  },
})
