/** Canh chừng: nothing stays without a next actor and a date. What is in limbo, who is reminded of what, and what each officer reads in the morning. */
export { allFindingFigures, type FindingFigures, findingFigures, totalOf } from './figures.ts'
export { FINDING_KINDS, type Finding, type FindingKind, type UnmannedReason } from './finding.ts'
export { countFindings, type FindingCount, type FindingFilter, type FindingList, findingsFor, READ_WATCH } from './queries/findings.ts'
export { ANSWER_FOR_ONE_STOP, ANSWER_FOR_UNIT, answerableOf, type Head } from './queries/heads.ts'
export { watchRights } from './rights.ts'
