/**
 * The articles that the clock and the transitions stand on. NĐ 61/2018 was read in full; of NĐ 118/2025, which replaced it on 1/7/2025, only quoted articles, so most of
 * its mechanics are cited as carried over from NĐ 61 until somebody has read the text (domain.md §1.1, §12). `evidence` says how each was known.
 */
import type { Language } from '#platform/language.ts'

/** `own-rule`: a convention of this program where the law is silent; never shown as law. */
export type Evidence = 'full-text' | 'quoted' | 'secondary' | 'own-rule'

export interface LegalBasis {
  vi: string
  en: string
  evidence: Evidence
  /** What was cited before, when it was another text; until the day before `since`, by default the day of NĐ 118/2025. */
  before?: { vi: string; en: string }
  since?: string
}

/** The day NĐ 118/2025/NĐ-CP replaced NĐ 61/2018/NĐ-CP. */
export const DECREE_118_FROM = '2025-07-01'
/** The day of TT 03/2025/TT-VPCP with its forms. */
export const CIRCULAR_03_FROM = '2025-09-15'

const decree61 = (article: number, clause?: number): LegalBasis => {
  const vi = `${clause ? `khoản ${clause} ` : ''}Điều ${article} Nghị định 61/2018/NĐ-CP`
  const en = `NĐ 61/2018/NĐ-CP art. ${article}${clause ? `(${clause})` : ''}`
  return {
    vi: `${vi} (Nghị định 118/2025/NĐ-CP kế thừa)`,
    en: `${en} (carried over by NĐ 118/2025/NĐ-CP)`,
    evidence: 'full-text',
    before: { vi, en },
  }
}

const decree118 = (article: number, evidence: Evidence, before?: LegalBasis['before']): LegalBasis => ({
  vi: `Điều ${article} Nghị định 118/2025/NĐ-CP`,
  en: `NĐ 118/2025/NĐ-CP art. ${article}`,
  evidence,
  before,
})

const civilCode = (article: number, clause: number): LegalBasis => ({
  vi: `khoản ${clause} Điều ${article} Bộ luật Dân sự 2015`,
  en: `Civil Code 2015 art. ${article}(${clause})`,
  evidence: 'full-text',
})

export const LAW = {
  reception: decree118(17, 'quoted', { vi: 'Điều 17 Nghị định 61/2018/NĐ-CP', en: 'NĐ 61/2018/NĐ-CP art. 17' }),
  onlineReception: decree118(17, 'secondary', { vi: 'Điều 17 Nghị định 61/2018/NĐ-CP', en: 'NĐ 61/2018/NĐ-CP art. 17' }),
  sameDay: decree61(17, 4),
  fourOnTheSpot: decree61(17, 5),
  outsideTheUnit: decree61(14, 5),
  forwarding: decree61(18, 2),
  rightAuthority: decree61(18, 3),
  assignment: decree61(19),
  verification: decree61(19),
  supplementAfterReception: decree61(19, 4),
  supplementOnce: decree118(11, 'quoted', { vi: 'khoản 4 Điều 19 Nghị định 61/2018/NĐ-CP', en: 'NĐ 61/2018/NĐ-CP art. 19(4)' }),
  supplementAnswer: decree118(17, 'secondary', { vi: 'quy định của thủ tục', en: 'the procedure’s own rules' }),
  consultation: decree61(19, 5),
  interoperation: decree61(19, 6),
  noPauseForOpinions: {
    vi: 'các khoản 5, 6, 7 Điều 19 Nghị định 61/2018/NĐ-CP (Nghị định 118/2025/NĐ-CP kế thừa)',
    en: 'NĐ 61/2018/NĐ-CP art. 19(5)–(7) (carried over by NĐ 118/2025/NĐ-CP)',
    evidence: 'full-text',
    before: { vi: 'các khoản 5, 6, 7 Điều 19 Nghị định 61/2018/NĐ-CP', en: 'NĐ 61/2018/NĐ-CP art. 19(5)–(7)' },
  },
  refusalAfterAppraisal: decree61(19, 8),
  apology: {
    vi: 'Mẫu số 04 Thông tư 03/2025/TT-VPCP',
    en: 'form 04 of TT 03/2025/TT-VPCP',
    evidence: 'secondary',
    since: CIRCULAR_03_FROM,
    before: { vi: 'Mẫu số 04 Thông tư 01/2018/TT-VPCP', en: 'form 04 of TT 01/2018/TT-VPCP' },
  },
  extension: {
    vi: 'Mẫu số 04 Thông tư 03/2025/TT-VPCP; ít nhất 01 ngày trước khi hết hạn, không quá một lần',
    en: 'form 04 of TT 03/2025/TT-VPCP; at least one day before expiry, at most once',
    evidence: 'secondary',
    since: CIRCULAR_03_FROM,
    before: {
      vi: 'Mẫu số 04 Thông tư 01/2018/TT-VPCP; ít nhất 01 ngày trước khi hết hạn, không quá một lần',
      en: 'form 04 of TT 01/2018/TT-VPCP; at least one day before expiry, at most once',
    },
  },
  withdrawal: decree118(21, 'quoted', { vi: 'Nghị định 61/2018/NĐ-CP', en: 'NĐ 61/2018/NĐ-CP' }),
  /** No national text was found; Hà Nội's land procedure is the model and other provinces have their own. */
  financialObligation: {
    vi: 'pháp luật về nghĩa vụ tài chính của thủ tục',
    en: 'the law on the procedure’s financial obligation',
    evidence: 'secondary',
  },
  sectorLaw: { vi: 'quy định của luật chuyên ngành được viện dẫn', en: 'the sector law that is cited', evidence: 'own-rule' },
  resultReturn: decree118(22, 'secondary', { vi: 'Điều 20 Nghị định 61/2018/NĐ-CP', en: 'NĐ 61/2018/NĐ-CP art. 20' }),
  receiptLost: decree118(6, 'quoted', { vi: 'Điều 20 Nghị định 61/2018/NĐ-CP', en: 'NĐ 61/2018/NĐ-CP art. 20' }),
  earlyResult: decree61(20, 4),
  originals: decree61(20, 2),
  correction: decree61(21),
  lostPapers: decree61(21, 2),
  control: decree61(26),
  firstDayNotCounted: civilCode(147, 2),
  hoursFromTheMoment: civilCode(147, 1),
  endOnDayOff: civilCode(148, 5),
  index766: { vi: 'chỉ số 2.1, Quyết định 766/QĐ-TTg', en: 'QĐ 766/QĐ-TTg, indicator 2.1', evidence: 'secondary' },
  scoring2018: { vi: 'Điều 13 Thông tư 01/2018/TT-VPCP, chỉ số 1', en: 'TT 01/2018/TT-VPCP art. 13, index 1', evidence: 'full-text' },
  form06a: { vi: 'Biểu II.06a, Thông tư 01/2020/TT-VPCP', en: 'form II.06a of TT 01/2020/TT-VPCP', evidence: 'secondary' },
  houseRule: { vi: 'quy ước của phần mềm', en: 'convention of this program', evidence: 'own-rule' },
} as const satisfies Record<string, LegalBasis>

/** The key under which a legal basis is kept in facts; its words may be corrected, the key never changes. */
export type Basis = keyof typeof LAW

/** The article as it is cited on a day. `on`: `YYYY-MM-DD`. */
export function cite(basis: Basis, on: string, language: Language): string {
  const law: LegalBasis = LAW[basis]
  return (on < (law.since ?? DECREE_118_FROM) ? (law.before ?? law) : law)[language]
}
