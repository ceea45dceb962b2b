/** What a paper is called in a set of forms: in Vietnamese as its circular has it, in English once for all. */
import type { Language } from '#platform/language.ts'
import {
  formIn,
  LEGAL_PROFILES,
  type LegalProfile,
  type NumberedForm,
  OTHER_PAPERS,
  type OtherPaper,
  type PaperKey,
} from './legal-profiles.ts'

const ENGLISH: Record<NumberedForm, string> = {
  RECEIPT_APPOINTMENT: 'Receipt with appointment',
  SUPPLEMENT_REQUEST: 'Supplement request',
  REFUSAL: 'Refusal of reception',
  APOLOGY_EXTENSION: 'Apology and extension',
  STOP_NOTICE: 'Notice of stopping',
  PROCESS_CONTROL_SLIP: 'Process control slip',
  DOSSIER_REGISTER: 'Dossier register',
}

const NUMBERED = Object.keys(ENGLISH) as NumberedForm[]

/** Every paper that has a name here. */
export const PAPER_KEYS: readonly PaperKey[] = [...NUMBERED, ...(Object.keys(OTHER_PAPERS) as OtherPaper[])]

export const isPaperKey = (code: string): code is PaperKey => (PAPER_KEYS as readonly string[]).includes(code)

/** A form that the set does not know was a plain paper then, under the name that a later set gives it. */
export function paperNameIn(set: LegalProfile, paper: PaperKey, language: Language): string {
  if (!isNumbered(paper)) return OTHER_PAPERS[paper][language]
  if (language === 'en') return ENGLISH[paper]
  const known = [set, ...LEGAL_PROFILES.toReversed()].map((profile) => formIn(profile, paper)).find((form) => form !== undefined)
  return known?.vi ?? paper
}

const isNumbered = (paper: PaperKey): paper is NumberedForm => (NUMBERED as readonly string[]).includes(paper)
