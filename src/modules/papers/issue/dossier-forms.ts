/** The papers of one dossier that can be asked for: the word in the address, the law's name of the form. */
import type { Language } from '#platform/language.ts'
import { formSetNamed, formSetOn, officialName, type PaperForm } from '../form-set.ts'

/** Made from what the system knows whenever somebody asks; the others are laid by the act that needs them. */
export const ON_REQUEST = [
  'RECEIPT_APPOINTMENT',
  'PROCESS_CONTROL_SLIP',
  'RETURN_SLIP',
  'BARCODE_LABEL',
  'ARCHIVE_COVER',
  'ARCHIVE_INDEX',
] as const satisfies PaperForm[]

export type DossierForm = (typeof ON_REQUEST)[number]

const SLUGS: Record<DossierForm, string> = {
  RECEIPT_APPOINTMENT: 'giay-tiep-nhan',
  PROCESS_CONTROL_SLIP: 'phieu-kiem-soat',
  RETURN_SLIP: 'phieu-tra-ket-qua',
  BARCODE_LABEL: 'nhan-ma-vach',
  ARCHIVE_COVER: 'bia-ho-so',
  ARCHIVE_INDEX: 'muc-luc-ho-so',
}

/** The word in `/ho-so/:code/giay-to/:form`. */
export const paperSlug = (form: DossierForm): string => SLUGS[form]

export const formOfSlug = (slug: string): DossierForm | undefined => ON_REQUEST.find((form) => SLUGS[form] === slug)

/** What a paper of that set is called; in Vietnamese as the circular has it. */
export const paperName = (form: PaperForm, formSet: string, language: Language): string =>
  officialName(form, formSetNamed(formSet), language)

/** What a paper issued today is called. */
export const paperNameNow = (form: PaperForm, now: Date, language: Language): string => officialName(form, formSetOn(now), language)
