import type { Language } from '#platform/language.ts'

export const EXPERT_VERDICTS = ['agree', 'agree-if', 'disagree', 'none'] as const
/** What an expert says: yes, yes under conditions, no, or that it is not hers to say. */
export type ExpertVerdict = (typeof EXPERT_VERDICTS)[number]

const WORDS: Record<ExpertVerdict, Record<Language, string>> = {
  agree: { vi: 'Đồng ý', en: 'Agrees' },
  'agree-if': { vi: 'Đồng ý, có điều kiện', en: 'Agrees under conditions' },
  disagree: { vi: 'Không đồng ý', en: 'Does not agree' },
  none: { vi: 'Không có ý kiến', en: 'No opinion' },
}

export const expertVerdictWord = (verdict: ExpertVerdict, language: Language): string => WORDS[verdict][language]
