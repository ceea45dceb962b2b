// Generated from db/migrations by scripts/types.mjs; do not edit.
import type { ColumnType } from "kysely";

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

export type Json = JsonValue;

export type JsonArray = JsonValue[];

export type JsonObject = {
  [x: string]: JsonValue | undefined;
};

export type JsonPrimitive = boolean | number | string | null;

export type JsonValue = JsonArray | JsonObject | JsonPrimitive;

export type Numeric = ColumnType<number, number | string, number | string>;

export type Timestamp = ColumnType<Date, Date | string, Date | string>;

export interface Absence {
  cancelledAt: Timestamp | null;
  createdAt: Timestamp;
  firstDay: string;
  id: Generated<number>;
  lastDay: string;
  officerId: number;
  reason: string;
  substituteId: number;
}

export interface ApiToken {
  createdAt: Timestamp;
  expiresAt: Timestamp | null;
  hash: string;
  hint: string;
  id: Generated<number>;
  lastUsedAt: Timestamp | null;
  partnerId: number;
  revokedAt: Timestamp | null;
  rights: string[];
  unitId: number;
}

export interface Apology {
  approvedAt: Timestamp;
  approvedById: number | null;
  dossierId: number;
  dueAfter: Timestamp;
  dueBefore: Timestamp;
  id: Generated<number>;
  kind: string;
  proposedById: number | null;
  reasonId: number;
  text: string;
}

export interface ApologyExcuse {
  decidedAt: Timestamp;
  decidedById: number | null;
  dossierId: number;
  evidence: string;
  id: Generated<number>;
  reasonId: number;
  text: string;
}

export interface Area {
  code: string;
  name: string;
  parentCode: string | null;
  searchName: string;
  validFrom: string;
  validTo: string | null;
}

export interface Audit {
  actorId: number | null;
  actorKind: string;
  at: Timestamp;
  detail: Json | null;
  id: Generated<number>;
  name: string;
  outcome: string;
  source: string | null;
  subjectId: string | null;
  subjectKind: string | null;
  unitId: number | null;
}

export interface CalendarDay {
  createdAt: Timestamp;
  date: string;
  hours: string | null;
  id: Generated<number>;
  isConfirmed: boolean;
  kind: string;
  name: string;
  nameEn: Generated<string>;
  source: string;
  unitId: number | null;
  updatedAt: Timestamp;
}

export interface CalendarVersion {
  isOnly: Generated<boolean>;
  version: Generated<string>;
}

export interface CalendarYear {
  createdAt: Timestamp;
  year: number;
}

export interface CatalogueImport {
  columns: Generated<string[]>;
  doneCount: Generated<number>;
  fileHash: string;
  fileName: string;
  finishedAt: Timestamp | null;
  format: string;
  id: Generated<number>;
  mapping: Generated<Json>;
  rowCount: Generated<number>;
  startedAt: Timestamp;
  startedById: number | null;
  startedKind: string;
  status: string;
}

export interface CatalogueImportRow {
  catalogueImportId: number;
  changedParts: Generated<string[]>;
  code: string | null;
  decidedAt: Timestamp | null;
  decidedById: number | null;
  decidedKind: string | null;
  decision: string | null;
  decisionNote: string | null;
  effect: string | null;
  findings: Generated<Json>;
  id: Generated<number>;
  name: string | null;
  number: number;
  payload: Json;
  procedureId: number | null;
  procedureVersionId: number | null;
  recordHash: string | null;
  verdict: string | null;
}

export interface ChannelFee {
  amount: number | null;
  cap: number | null;
  condition: string | null;
  id: Generated<number>;
  kind: string;
  moment: Generated<string>;
  name: string;
  per: string | null;
  position: number;
  procedureChannelId: number;
  text: string | null;
}

export interface Component {
  code: string | null;
  copies: number;
  formFile: string | null;
  formName: string | null;
  groupName: string | null;
  id: Generated<number>;
  isPresentedOnly: Generated<boolean>;
  isRequired: Generated<boolean>;
  kind: Generated<string>;
  name: string;
  originals: number;
  position: number;
  procedureCaseId: number;
}

export interface Correction {
  begunAt: Timestamp;
  decidedById: number | null;
  dossierId: number;
  endedAt: Timestamp | null;
  error: string;
  faultUnitId: number;
  id: Generated<number>;
  isBeforeReturn: boolean;
  issuedAt: Timestamp | null;
  number: number;
  oldDocumentId: number | null;
  oldName: string | null;
  oldNumber: number | null;
  oldSymbol: string | null;
  oldYear: number | null;
  proof: string | null;
  reasonId: number;
  receiverName: string | null;
}

export interface Counter {
  id: Generated<number>;
  name: string;
  number: number;
  unitId: number;
  validFrom: string;
  validTo: string | null;
}

export interface Delegation {
  createdAt: Timestamp;
  fromOfficerId: number;
  id: Generated<number>;
  reason: string;
  revokedAt: Timestamp | null;
  toOfficerId: number;
  validFrom: string;
  validTo: string;
}

export interface Digest {
  content: Json;
  createdAt: Timestamp;
  day: string;
  id: Generated<number>;
  officerId: number;
  readAt: Timestamp | null;
}

export interface Document {
  createdAt: Timestamp;
  fileId: number;
  id: Generated<number>;
  name: string;
  officerId: number | null;
  origin: string;
  partnerId: number | null;
}

export interface DocumentTemplate {
  code: string;
  createdAt: Timestamp;
  decision: string | null;
  fields: string[];
  fileId: number;
  id: Generated<number>;
  name: string;
  officerId: number | null;
  validFrom: string;
  validTo: string | null;
  version: number;
}

export interface Dossier {
  actionCount: number;
  authorizationPaper: string | null;
  chainHead: string;
  channel: string;
  clockStartedAt: Timestamp | null;
  code: string;
  counterId: number | null;
  createdAt: Timestamp;
  deliveryStatus: Generated<string>;
  dueAt: Timestamp | null;
  earlyBefore: Timestamp | null;
  externalCodes: Generated<string[]>;
  filedAt: Timestamp | null;
  financialStatus: Generated<string>;
  finishedAt: Timestamp | null;
  helperId: number | null;
  id: Generated<number>;
  interrupted: Generated<string[]>;
  lateFrom: Timestamp | null;
  nationalStatus: number;
  originalDueAt: Timestamp | null;
  outcome: string | null;
  ownerId: number;
  pausedAt: Timestamp | null;
  procedureCaseId: number;
  procedureId: number;
  procedureVersionId: number;
  processId: number | null;
  receivedAt: Timestamp | null;
  receivedById: number | null;
  receivingUnitId: number;
  receptionDueAt: Timestamp | null;
  returnAddress: string | null;
  returnedAt: Timestamp | null;
  returnMethod: string;
  searchText: string;
  sets: Generated<number>;
  settlingUnitId: number;
  state: string;
  subject: string;
  submitterId: number;
  timeliness: string | null;
  timelinessRule: string | null;
}

export interface DossierAction {
  actorId: number | null;
  actorKind: string;
  at: Timestamp;
  dossierId: number;
  facts: Json;
  hash: string;
  kind: string;
  sequence: number;
}

export interface DossierComponent {
  componentId: number | null;
  copies: Generated<number>;
  dossierId: number;
  id: Generated<number>;
  isPresentedOnly: Generated<boolean>;
  name: string;
  note: string | null;
  originals: Generated<number>;
  originalsReturnedAt: Timestamp | null;
  position: number;
}

export interface DossierDocument {
  createdAt: Timestamp;
  documentId: number;
  dossierComponentId: number | null;
  dossierId: number;
  id: Generated<number>;
  kind: string;
}

export interface DossierFact {
  channel: string | null;
  code: string | null;
  dueAt: Timestamp | null;
  earlyBefore: Timestamp | null;
  filedAt: Timestamp | null;
  finishedAt: Timestamp | null;
  id: number | null;
  lateFrom: Timestamp | null;
  nationalStatus: number | null;
  originalDueAt: Timestamp | null;
  outcome: string | null;
  pausedAt: Timestamp | null;
  procedureId: number | null;
  procedureVersionId: number | null;
  receivedAt: Timestamp | null;
  receivingUnitId: number | null;
  returnedAt: Timestamp | null;
  settlingUnitId: number | null;
  state: string | null;
  timeliness: string | null;
}

export interface DossierFee {
  amount: number;
  createdAt: Timestamp;
  dossierId: number;
  id: Generated<number>;
  kind: string;
  name: string;
}

export interface DossierResult {
  documentId: number | null;
  dossierId: number;
  id: Generated<number>;
  issuedAt: Timestamp | null;
  issuedById: number | null;
  issuingUnitId: number;
  name: string;
  number: number | null;
  symbol: string | null;
  year: number;
}

export interface DossierReturn {
  dossierId: number;
  id: Generated<number>;
  method: string;
  officerId: number | null;
  originalsReturned: boolean;
  proof: string;
  proofNumber: string | null;
  receiverName: string;
  receiverPhone: string | null;
  returnedAt: Timestamp;
}

export interface Escalation {
  createdAt: Timestamp;
  dossierId: number;
  dueAt: Timestamp;
  id: Generated<number>;
  level: string;
  taskNumber: number | null;
  usedPercent: number;
}

export interface EscalationFailure {
  attempts: Generated<number>;
  dossierId: number;
  error: string;
  firstAt: Timestamp;
  lastAt: Timestamp;
}

export interface ExpertInvitation {
  answer: string | null;
  answeredAt: Timestamp | null;
  contact: string;
  createdAt: Timestamp;
  documentId: number | null;
  dossierId: number;
  expiresAt: Timestamp;
  id: Generated<number>;
  invitedById: number | null;
  name: string;
  openedAt: Timestamp | null;
  organisation: string | null;
  question: string;
  revokedAt: Timestamp | null;
  taskNumber: number;
  tokenHash: string;
  verdict: string | null;
}

export interface ExpertInvitationComponent {
  dossierComponentId: number;
  expertInvitationId: number;
  id: Generated<number>;
}

export interface Field {
  code: string | null;
  createdAt: Timestamp;
  id: Generated<number>;
  name: string;
  nameEn: string | null;
  searchText: string;
}

export interface File {
  createdAt: Timestamp;
  hash: string;
  id: Generated<number>;
  size: number;
  type: string;
}

export interface Idempotency {
  actorKey: string;
  createdAt: Timestamp;
  key: string;
  requestHash: string;
  response: Json | null;
  status: number | null;
}

export interface InboxView {
  createdAt: Timestamp;
  id: Generated<number>;
  kind: string | null;
  list: string;
  name: string;
  officerId: number | null;
  roleId: number | null;
  standing: string | null;
  text: string | null;
  unitId: number | null;
}

export interface Instruction {
  acknowledgedAt: Timestamp | null;
  acknowledgedById: number | null;
  createdAt: Timestamp;
  doneAt: Timestamp | null;
  dossierId: number;
  dueAt: Timestamp;
  givenById: number;
  id: Generated<number>;
  text: string;
  toOfficerId: number | null;
  toUnitId: number | null;
  withdrawnAt: Timestamp | null;
}

export interface InstructionAnswer {
  createdAt: Timestamp;
  id: Generated<number>;
  instructionId: number;
  isFinal: boolean;
  officerId: number;
  text: string;
}

export interface Leg {
  acknowledgedAt: Timestamp | null;
  agency: string;
  answer: string | null;
  answeredAt: Timestamp | null;
  askedAt: Timestamp;
  askedById: number | null;
  content: Generated<string>;
  documentId: number | null;
  dossierId: number;
  id: Generated<number>;
  isInOrder: Generated<boolean>;
  isLead: Generated<boolean>;
  kind: string;
  lateToldAt: Timestamp | null;
  outcome: string | null;
  position: number;
  sentAt: Timestamp | null;
  taskNumber: number | null;
  unitId: number | null;
  workingDays: number | null;
}

export interface LegalBasis {
  id: Generated<number>;
  number: string | null;
  position: number;
  procedureVersionId: number;
  title: string | null;
}

export interface LegComponent {
  dossierComponentId: number;
  id: Generated<number>;
  legId: number;
}

export interface Loss {
  cause: string;
  createdAt: Timestamp;
  dossierId: number;
  foundAt: Timestamp;
  id: Generated<number>;
  papers: Json;
  place: string | null;
  reasonId: number;
  recordedById: number | null;
  remedy: string;
}

export interface MessageDelivery {
  at: Timestamp;
  channel: string;
  id: Generated<number>;
  officerId: number | null;
  outcome: string;
  outgoingMessageId: number;
  reason: string | null;
}

export interface NoteMention {
  createdAt: Timestamp;
  noteId: number;
  officerId: number;
  readAt: Timestamp | null;
}

export interface Obligation {
  amount: number;
  confirmedById: number | null;
  documentId: number | null;
  dossierId: number;
  id: Generated<number>;
  noticeNumber: string;
  notifiedAt: Timestamp;
  paidAmount: number | null;
  paidAt: Timestamp | null;
  payBy: string | null;
  paymentReference: string | null;
  reasonId: number | null;
  voucher: string | null;
  withdrawnAt: Timestamp | null;
}

export interface Officer {
  createdAt: Timestamp;
  email: string | null;
  failedAttempts: Generated<number>;
  fullName: string;
  homeUnitId: number;
  id: Generated<number>;
  isActive: Generated<boolean>;
  isInvented: Generated<boolean>;
  lockedUntil: Timestamp | null;
  mustChangePassword: Generated<boolean>;
  passwordChangedAt: Timestamp | null;
  passwordHash: string | null;
  phone: string | null;
  positionId: number | null;
  searchName: string;
  staffKind: string;
  totpConfirmedAt: Timestamp | null;
  totpLastStep: number | null;
  totpSecret: string | null;
  username: string;
}

export interface OfficeWeek {
  createdAt: Timestamp;
  friday: string;
  id: Generated<number>;
  monday: string;
  saturday: string;
  source: string;
  sunday: string;
  thursday: string;
  tuesday: string;
  unitId: number | null;
  validFrom: string;
  validTo: string | null;
  wednesday: string;
}

export interface OutgoingMessage {
  createdAt: Timestamp;
  data: Generated<Json>;
  dossierId: number;
  id: Generated<number>;
  kind: string;
  sendBy: Timestamp;
  sequence: number;
  state: Generated<string>;
  unitId: number;
}

export interface Paper {
  data: Json;
  documentId: number | null;
  dossierId: number | null;
  form: string;
  formSet: string;
  id: Generated<number>;
  issuedAt: Timestamp;
  number: number;
  officerId: number | null;
  printCount: Generated<number>;
  symbol: string;
  unitId: number;
  voidedAt: Timestamp | null;
  year: number;
}

export interface PaperPrint {
  id: Generated<number>;
  number: number;
  officerId: number | null;
  paperId: number;
  printedAt: Timestamp;
  reason: string | null;
}

export interface Parcel {
  address: string;
  dossierId: number;
  endedAt: Timestamp | null;
  id: Generated<number>;
  outcome: string | null;
  reasonId: number | null;
  receiverName: string;
  sentAt: Timestamp;
  sentById: number | null;
  trackingNumber: string;
}

export interface Partner {
  code: string;
  createdAt: Timestamp;
  id: Generated<number>;
  isActive: Generated<boolean>;
  name: string;
}

export interface Party {
  address: string | null;
  areaCode: string | null;
  birthDate: string | null;
  createdAt: Timestamp;
  email: string | null;
  id: Generated<number>;
  identifier: string | null;
  identifierKind: string | null;
  isInvented: Generated<boolean>;
  kind: string;
  name: string;
  phone: string | null;
  representative: string | null;
  searchName: string;
  sex: string | null;
  updatedAt: Timestamp;
}

export interface Position {
  code: string;
  id: Generated<number>;
  name: string;
  nameEn: string;
}

export interface Procedure {
  closedAt: Timestamp | null;
  closedReason: string | null;
  code: Generated<string>;
  createdAt: Timestamp;
  id: Generated<number>;
  isInternal: Generated<boolean>;
  isNonTerritorial: Generated<boolean>;
  localCodes: Generated<string[]>;
  nationalCode: string | null;
  servedBy: Generated<string>;
  status: Generated<string>;
  supersededById: number | null;
}

export interface ProcedureCase {
  code: string;
  id: Generated<number>;
  name: string;
  position: number;
  procedureVersionId: number;
}

export interface ProcedureChannel {
  channel: string;
  countMode: string | null;
  /**
   * received after this minute counts from the next working day
   */
  cutoff: string | null;
  hasLastHourRule: Generated<boolean>;
  id: Generated<number>;
  limitAmount: Numeric | null;
  limitText: string | null;
  limitUnit: string | null;
  note: string | null;
  procedureCaseId: number;
}

export interface ProcedureFact {
  code: string | null;
  fieldId: number | null;
  fieldName: string | null;
  name: string | null;
  procedureId: number | null;
  serviceLevel: string | null;
  versionId: number | null;
}

export interface ProcedureGuidance {
  content: string | null;
  createdAt: Timestamp;
  id: Generated<number>;
  kind: string;
  name: string;
  position: number;
  procedureId: number;
  url: string | null;
}

export interface ProcedureOffer {
  channels: Generated<string[]>;
  createdAt: Timestamp;
  id: Generated<number>;
  isNonTerritorial: Generated<boolean>;
  procedureId: number;
  receivingUnitId: number;
  settlingUnitId: number;
  validBefore: string | null;
  validFrom: string;
}

export interface ProcedureResult {
  code: string | null;
  id: Generated<number>;
  name: string;
  position: number;
  procedureVersionId: number;
}

export interface ProcedureVersion {
  answerSupplementDays: number | null;
  answerSupplementUnit: string | null;
  approvedAt: Timestamp | null;
  approvedById: number | null;
  approvedKind: string | null;
  askSupplementDays: number | null;
  askSupplementUnit: string | null;
  coordinatingAgency: string | null;
  createdAt: Timestamp;
  decidingAgency: string | null;
  decisionDate: string | null;
  decisionNumber: string | null;
  effectiveDate: string | null;
  executingAgencies: Generated<string[]>;
  factsMissing: Generated<string[]>;
  fieldId: number | null;
  findings: Generated<Json>;
  findingsAcceptedNote: string | null;
  forms: Generated<string[]>;
  id: Generated<number>;
  illustrative: Generated<string[]>;
  isFourOnTheSpot: boolean | null;
  isOutsideTheUnit: boolean | null;
  isSameDay: boolean | null;
  levels: Generated<string[]>;
  manner: string | null;
  name: string;
  number: number;
  partialServiceNote: string | null;
  partialServiceReason: string | null;
  procedureId: number;
  publishedOn: string | null;
  receivingPlace: string | null;
  requirements: string | null;
  searchText: string;
  serviceLevel: string;
  sets: number | null;
  source: Json | null;
  sourceHash: string | null;
  sourceParts: Json | null;
  status: Generated<string>;
  steps: Generated<string[]>;
  subjectGroups: Generated<string[]>;
  subjects: Generated<string[]>;
  updatedAt: Timestamp;
  validBefore: string | null;
  validFrom: string;
}

export interface Process {
  createdAt: Timestamp;
  decision: string | null;
  decisionDate: string | null;
  graph: Json;
  id: Generated<number>;
  name: string;
  processTemplateId: number;
  revision: Generated<number>;
  status: Generated<string>;
  validFrom: string | null;
  validTo: string | null;
  version: number;
}

export interface ProcessBinding {
  createdAt: Timestamp;
  id: Generated<number>;
  lanes: Generated<Json>;
  procedureId: number | null;
  processTemplateId: number;
  unitId: number | null;
}

export interface ProcessDraft {
  createdAt: Timestamp;
  id: Generated<number>;
  isFirst: boolean;
  procedureId: number | null;
  processId: number;
  savedAt: Timestamp;
  savedById: number | null;
  step: Generated<number>;
}

export interface ProcessDrawing {
  createdAt: Timestamp;
  graph: Json;
  id: Generated<number>;
  processDraftId: number;
  step: number;
}

export interface ProcessTemplate {
  createdAt: Timestamp;
  id: Generated<number>;
  name: string;
}

export interface ProcessTrial {
  channel: string;
  createdAt: Timestamp;
  id: Generated<number>;
  name: string;
  procedureId: number | null;
  processTemplateId: number;
  promise: Json;
  receivingUnitId: number;
  returnMethod: string;
  revision: Generated<number>;
  savedAt: Timestamp;
  savedById: number | null;
  settlingUnitId: number;
  steps: Json;
}

export interface ProcessTrialRun {
  createdAt: Timestamp;
  failure: Json | null;
  id: Generated<number>;
  isGreen: boolean;
  processId: number;
  processRevision: number;
  processTrialId: number;
  ranAt: Timestamp;
  trialRevision: number;
}

export interface Reason {
  code: string;
  createdAt: Timestamp;
  en: string;
  id: Generated<number>;
  isActive: Generated<boolean>;
  kind: string;
  position: number;
  vi: string;
}

export interface ReceptionDraft {
  counterId: number | null;
  createdAt: Timestamp;
  dossierId: number | null;
  form: Json;
  id: Generated<number>;
  key: string;
  officerId: number;
  unitId: number;
  updatedAt: Timestamp;
}

export interface Reconciliation {
  actionCount: number;
  createdAt: Timestamp;
  differenceCount: number;
  differences: Generated<Json>;
  dossierCount: number;
  id: Generated<number>;
}

export interface Reminder {
  createdAt: Timestamp;
  escalationId: number;
  id: Generated<number>;
  officerId: number;
  readAt: Timestamp | null;
  rung: string;
}

export interface ResultDraft {
  answers: Json;
  createdAt: Timestamp;
  data: Json;
  dossierResultId: number;
  id: Generated<number>;
  pdfDocumentId: number;
  resultTemplateId: number;
  wordDocumentId: number;
}

export interface ResultTemplate {
  createdAt: Timestamp;
  documentTemplateId: number;
  id: Generated<number>;
  procedureId: number | null;
  questions: Json;
  symbol: string | null;
}

export interface Role {
  code: string;
  description: string;
  id: Generated<number>;
  name: string;
  nameEn: string;
}

export interface RoleAssignment {
  createdAt: Timestamp;
  id: Generated<number>;
  officerId: number;
  roleId: number;
  secondmentId: number | null;
  unitId: number;
  validFrom: string;
  validTo: string | null;
}

export interface RoleRight {
  name: string;
  roleId: number;
}

export interface RunningNumber {
  key: string;
  value: number;
}

export interface Secondment {
  createdAt: Timestamp;
  decision: string;
  endedOn: string | null;
  endsOn: string;
  fromUnitId: number;
  id: Generated<number>;
  officerId: number;
  startsOn: string;
  toUnitId: number;
}

export interface Session {
  awaitsCode: Generated<boolean>;
  createdAt: Timestamp;
  device: string | null;
  expiresAt: Timestamp;
  hash: string;
  id: Generated<number>;
  lastSeenAt: Timestamp;
  officerId: number;
  source: string | null;
}

export interface Setting {
  key: string;
  updatedAt: Timestamp;
  value: Json;
}

export interface SignInAttempt {
  at: Timestamp;
  id: Generated<number>;
  key: string;
}

export interface SupplementFault {
  answer: string | null;
  completedAt: Timestamp | null;
  componentId: number | null;
  dossierComponentId: number | null;
  id: Generated<number>;
  position: number;
  reasonId: number;
  supplementRequestId: number;
  text: string;
}

export interface SupplementProposal {
  decidedAt: Timestamp | null;
  decidedById: number | null;
  decisionText: string | null;
  dossierId: number;
  faults: Json;
  guideName: string | null;
  guidePhone: string | null;
  id: Generated<number>;
  proposedAt: Timestamp;
  proposedById: number | null;
  status: Generated<string>;
  supplementRequestId: number | null;
}

export interface SupplementRequest {
  answerBy: Timestamp;
  answeredAt: Timestamp | null;
  askedAt: Timestamp;
  askedById: number | null;
  decidedById: number | null;
  decisionText: string | null;
  dossierId: number;
  guideName: string | null;
  guidePhone: string | null;
  id: Generated<number>;
  isBeforeReception: boolean;
  number: number;
  outcome: string | null;
}

export interface Task {
  assigneeId: number | null;
  closedAt: Timestamp | null;
  closedById: number | null;
  dossierId: number;
  dueAt: Timestamp;
  id: Generated<number>;
  kind: string;
  leg: string | null;
  name: string;
  node: string | null;
  number: number;
  openedAt: Timestamp;
  outcome: string | null;
  pausedAt: Timestamp | null;
  roleId: number | null;
  unitId: number;
}

export interface TaskNote {
  createdAt: Timestamp;
  dossierId: number;
  id: Generated<number>;
  officerId: number;
  taskId: number | null;
  text: string;
}

export interface Unit {
  address: string | null;
  agencyCode: string | null;
  agencyCodeSource: string | null;
  areaCode: string | null;
  code: string;
  createdAt: Timestamp;
  decision: string | null;
  email: string | null;
  headTitle: string | null;
  id: Generated<number>;
  kind: string;
  level: string;
  name: string;
  parentId: number | null;
  path: Generated<string>;
  phone: string | null;
  searchName: string;
  shortName: string | null;
  successorId: number | null;
  validFrom: string;
  validTo: string | null;
  website: string | null;
}

export interface UnitPast {
  agencyCode: string | null;
  createdAt: Timestamp;
  decision: string | null;
  id: Generated<number>;
  name: string;
  parentId: number | null;
  shortName: string | null;
  unitId: number;
  validFrom: string;
  validTo: string;
}

export interface Verification {
  begunAt: Timestamp;
  begunById: number | null;
  conclusion: string | null;
  content: string;
  dossierId: number;
  endedAt: Timestamp | null;
  endedById: number | null;
  id: Generated<number>;
  paperId: number | null;
  place: string;
  plannedAt: Timestamp;
}

export interface Withdrawal {
  channel: string;
  decidedAt: Timestamp | null;
  decidedById: number | null;
  decision: string | null;
  decisionText: string | null;
  dossierId: number;
  id: Generated<number>;
  reasonId: number;
  recordedById: number | null;
  requestedAt: Timestamp;
  text: string | null;
}

export interface DB {
  absence: Absence;
  apiToken: ApiToken;
  apology: Apology;
  apologyExcuse: ApologyExcuse;
  area: Area;
  audit: Audit;
  calendarDay: CalendarDay;
  calendarVersion: CalendarVersion;
  calendarYear: CalendarYear;
  catalogueImport: CatalogueImport;
  catalogueImportRow: CatalogueImportRow;
  channelFee: ChannelFee;
  component: Component;
  correction: Correction;
  counter: Counter;
  delegation: Delegation;
  digest: Digest;
  document: Document;
  documentTemplate: DocumentTemplate;
  dossier: Dossier;
  dossierAction: DossierAction;
  dossierComponent: DossierComponent;
  dossierDocument: DossierDocument;
  dossierFact: DossierFact;
  dossierFee: DossierFee;
  dossierResult: DossierResult;
  dossierReturn: DossierReturn;
  escalation: Escalation;
  escalationFailure: EscalationFailure;
  expertInvitation: ExpertInvitation;
  expertInvitationComponent: ExpertInvitationComponent;
  field: Field;
  file: File;
  idempotency: Idempotency;
  inboxView: InboxView;
  instruction: Instruction;
  instructionAnswer: InstructionAnswer;
  leg: Leg;
  legalBasis: LegalBasis;
  legComponent: LegComponent;
  loss: Loss;
  messageDelivery: MessageDelivery;
  noteMention: NoteMention;
  obligation: Obligation;
  officer: Officer;
  officeWeek: OfficeWeek;
  outgoingMessage: OutgoingMessage;
  paper: Paper;
  paperPrint: PaperPrint;
  parcel: Parcel;
  partner: Partner;
  party: Party;
  position: Position;
  procedure: Procedure;
  procedureCase: ProcedureCase;
  procedureChannel: ProcedureChannel;
  procedureFact: ProcedureFact;
  procedureGuidance: ProcedureGuidance;
  procedureOffer: ProcedureOffer;
  procedureResult: ProcedureResult;
  procedureVersion: ProcedureVersion;
  process: Process;
  processBinding: ProcessBinding;
  processDraft: ProcessDraft;
  processDrawing: ProcessDrawing;
  processTemplate: ProcessTemplate;
  processTrial: ProcessTrial;
  processTrialRun: ProcessTrialRun;
  reason: Reason;
  receptionDraft: ReceptionDraft;
  reconciliation: Reconciliation;
  reminder: Reminder;
  resultDraft: ResultDraft;
  resultTemplate: ResultTemplate;
  role: Role;
  roleAssignment: RoleAssignment;
  roleRight: RoleRight;
  runningNumber: RunningNumber;
  secondment: Secondment;
  session: Session;
  setting: Setting;
  signInAttempt: SignInAttempt;
  supplementFault: SupplementFault;
  supplementProposal: SupplementProposal;
  supplementRequest: SupplementRequest;
  task: Task;
  taskNote: TaskNote;
  unit: Unit;
  unitPast: UnitPast;
  verification: Verification;
  withdrawal: Withdrawal;
}
