/**
 * Which set of forms a paper belongs to, what it is called there, and what its number line says. The set is that of the day of issue; a paper keeps it for life, so a
 * reprint of 2024 is never dressed in the form of 2025.
 */
import { formIn, LEGAL_PROFILES, type LegalProfile, legalProfileOn, type PaperKey, paperNameIn } from '#modules/dossier/index.ts'
import type { Language } from '#platform/language.ts'
import { localDate } from '#platform/text/dates.ts'

/** The papers printed here. Vouchers of money follow the finance rules, and result documents come from the templates of results. */
export type PaperForm = Exclude<PaperKey, 'PAYMENT_RECEIPT' | 'RESULT_DOCUMENT'> | 'REPORT_II_06A'

export const formSetOn = (issuedAt: Date): LegalProfile => legalProfileOn(localDate(issuedAt))

/** @param name as stored in `paper.form_set`, `TT-03-2025` */
export function formSetNamed(name: string): LegalProfile {
  const found = LEGAL_PROFILES.find((profile) => profile.name === name)
  if (!found) throw new Error(`There is no set of forms ${name}`)
  return found
}

/** The official name, as printed above the paper: form 04 of 2018 is called otherwise than that of 2025. */
export function officialName(form: PaperForm, set: LegalProfile, language: Language = 'vi'): string {
  if (form !== 'REPORT_II_06A') return paperNameIn(set, form, language)
  return language === 'vi' ? 'Biểu II.06a, tình hình giải quyết thủ tục hành chính' : 'Form II.06a, results of settlement'
}

/** `Mẫu số 02, TT 03/2025/TT-VPCP`; undefined for papers without a number in the circulars. */
export function formNumber(form: PaperForm, set: LegalProfile): string | undefined {
  const numbered = form === 'REPORT_II_06A' ? undefined : formIn(set, form)
  return numbered && `Mẫu số ${String(numbered.number).padStart(2, '0')}, ${set.name.replace(/^TT-(\d+)-(\d+)$/, 'TT $1/$2/TT-VPCP')}`
}

export const paperSize = (form: PaperForm, set: LegalProfile): 'a4' | 'a5' =>
  (form !== 'REPORT_II_06A' && formIn(set, form)?.size === 'A4') || ON_A4.includes(form) ? 'a4' : 'a5'

const ON_A4: readonly PaperForm[] = [
  'REPORT_II_06A',
  'CONSULTATION_LETTER',
  'VERIFICATION_MINUTES',
  'REFUSAL_LETTER',
  'CLOSING_NOTICE',
  'FINANCIAL_NOTICE',
  'HANDOVER_LIST',
  'LOSS_RECORD',
  'APOLOGY_LETTER',
  'ARCHIVE_COVER',
  'ARCHIVE_INDEX',
  'LATE_LIST',
]

/** What of a unit stands in the number line. */
export interface SigningOffice {
  /** A centre signs its papers TTPVHCC, a reception unit BPTNTKQ. */
  kind: 'centre' | 'reception-unit'
  /** `SVHTTDL`, for papers that an agency signs itself. */
  abbreviation?: string
}

/** `PKS-TTPVHCC`: the form's own letters if it has some, then the office; form 04 of 2025 has its letters alone. */
export function paperSymbol(form: PaperForm, office: SigningOffice, set: LegalProfile): string {
  const letters = (form === 'REPORT_II_06A' ? undefined : formIn(set, form)?.letters) || LETTERS[form]
  if (form === 'APOLOGY_EXTENSION' && letters) return letters
  return [letters, signature(form, office)].filter(Boolean).join('-')
}

function signature(form: PaperForm, { kind, abbreviation }: SigningOffice): string {
  if (kind === 'reception-unit' && abbreviation && OF_AN_AGENCY.includes(form)) return abbreviation
  return kind === 'centre' ? 'TTPVHCC' : 'BPTNTKQ'
}

/** Signed by the agency that settles, whichever counter received. */
const OF_AN_AGENCY: readonly PaperForm[] = [
  'APOLOGY_EXTENSION',
  'STOP_NOTICE',
  'CONSULTATION_LETTER',
  'VERIFICATION_MINUTES',
  'REFUSAL_LETTER',
  'FINANCIAL_NOTICE',
  'LOSS_RECORD',
  'APOLOGY_LETTER',
  'TRANSFER_SLIP',
  'ARCHIVE_COVER',
  'ARCHIVE_INDEX',
  'LATE_LIST',
]

/**
 * Letters of papers that the circulars give none. PC, BB and TB are those of NĐ 30/2020/NĐ-CP, annex III; each book of numbers has its own, so that two papers never
 * carry the same number line.
 */
const LETTERS: Partial<Record<PaperForm, string>> = {
  RETURN_SLIP: 'PTKQ',
  STOP_NOTICE: 'TBD',
  ACKNOWLEDGEMENT: 'TBNHS',
  TRANSFER_SLIP: 'PC',
  CONSULTATION_LETTER: 'PLYK',
  VERIFICATION_MINUTES: 'BBXM',
  REFUSAL_LETTER: 'TBTC',
  CLOSING_NOTICE: 'TBĐHS',
  FINANCIAL_NOTICE: 'TBNVTC',
  HANDOVER_LIST: 'DSBG',
  LOSS_RECORD: 'BBMH',
  APOLOGY_LETTER: 'VBXL',
  BARCODE_LABEL: 'NMV',
  ARCHIVE_COVER: 'BHS',
  ARCHIVE_INDEX: 'MLHS',
  LATE_LIST: 'DSQH',
}
