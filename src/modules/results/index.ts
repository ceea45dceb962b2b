/** Results made from Word templates: the templates with what they ask, drafts made from them, and the final document when the number is given. */
export { AddResultTemplate, addResultTemplate } from './actions/add-template.ts'
export { DraftFromTemplate, draftData, draftFromTemplate } from './actions/draft-from-template.ts'
export { EndResultTemplate, endResultTemplate } from './actions/end-template.ts'
export { resultsErrors } from './errors.ts'
export { factsOf, questionsOf, usedFacts } from './facts.ts'
export { isKnown, type KnownField, knownFields, labelOf } from './fields.ts'
export { issueDocument, signingTitle } from './issue-document.ts'
export { findDraft, type ResultDraft } from './queries/draft.ts'
export {
  getTemplateFor,
  isInForce,
  listTemplates,
  type ResultTemplate,
  templatesFor,
  templateVersions,
} from './queries/result-templates.ts'
export { type Answers, namesOf, QUESTION_KINDS, type Question, type QuestionKind } from './questions.ts'
export { type Press, type Rendered, renderResult } from './render.ts'
export { resultsRights } from './rights.ts'
export { sampleData } from './sample.ts'
