export { RegisterUploads, registerUploads } from './actions/register-uploads.ts'
export {
  type Document,
  type DocumentOrigin,
  documentReply,
  fileReply,
  findDocuments,
  getDocument,
  insistOwnDocuments,
  type NewDocument,
  registerDocument,
} from './documents.ts'
export { documentErrors } from './errors.ts'
export { documentJobs, documentSchedule } from './job-handlers.ts'
export { documentsRights } from './rights.ts'
export { type Swept, sweepFiles } from './sweep-files.ts'
export {
  addTemplate,
  endTemplate,
  type FromTemplate,
  getTemplate,
  makeFromTemplate,
  type NewTemplate,
  type TemplateVersion,
  templates,
} from './templates.ts'
export { checkTemplate, type FieldValue, type FieldValues, fillTemplate, templateFields } from './word-template.ts'
export { readWordText, type WordBlock, type WordParagraph, type WordRun, type WordTable, type WordText } from './word-text.ts'
