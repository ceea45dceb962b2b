export { addNote } from './actions/add-note.ts'
export { attachDocument } from './actions/attach-document.ts'
export { BindProcess, bindProcess } from './actions/bind-process.ts'
export { ChargeTime, chargeTime } from './actions/charge-time.ts'
export { claimTask } from './actions/claim-task.ts'
export { completeHeld, completeTask } from './actions/complete-task.ts'
export { completeTimer } from './actions/complete-timer.ts'
export { EditProcess, editProcess, StepInput } from './actions/edit-process.ts'
export { handOver, reassignTask } from './actions/hand-over.ts'
export { HandOverAll, handOverAll, secondAndHandOver } from './actions/hand-over-all.ts'
export {
  AnswerInstruction,
  acknowledgeInstruction,
  answerInstruction,
  Instruct,
  instruct,
  withdrawInstruction,
} from './actions/instruct.ts'
export { issueResult, numberResult, ResultSymbol, tellOfResult } from './actions/issue-result.ts'
export { holdForDraft, layDraft, prepareResult, ResultName } from './actions/prepare-result.ts'
export { insistDates, PublishProcess, publishProcess } from './actions/publish-process.ts'
export { readMention } from './actions/read-mention.ts'
export { TaskReference } from './actions/reference.ts'
export {
  DiscardProcessDraft,
  discardProcessDraft,
  SaveProcessDraft,
  StepProcessDraft,
  saveProcessDraft,
  stepProcessDraft,
} from './actions/save-process-draft.ts'
export { deleteSharedView, deleteView, saveView, shareView } from './actions/save-view.ts'
export { sendBack } from './actions/send-back.ts'
export { StartProcessDraft, startProcessDraft } from './actions/start-process-draft.ts'
export { isOwnAndRecent, Undo, undo as undoAct } from './actions/undo.ts'
export {
  appendWithTasks,
  type DossierUnits,
  factsOfMove,
  type Opening,
  type Place,
  placeOf,
  prepareOpening,
  wayOf,
  writeTasks,
} from './advance.ts'
export { announce, MESSAGE_KINDS, type MessageKind } from './announce.ts'
export { messageWords } from './announced.ts'
export { askedOf, CONDITION_FIELDS } from './asked.ts'
export { LaneFill, laneFills } from './bindings.ts'
export { type Bulk, type BulkAnswer, type BulkWish, MAX_BULK, performBulk, sharesOf } from './bulk.ts'
export { type ChargedDossier, type ChargedLife, chargedLife, unitsHolding } from './charged.ts'
export { correctedFacts, correctionTask, openCorrection } from './correction-facts.ts'
export { workflowErrors } from './errors.ts'
export { type ActUndone, actUndone, type ResultIssued, resultIssued } from './events.ts'
export { exportBpmn } from './graph/bpmn/export.ts'
export { type Imported, importBpmn, MAX_XML } from './graph/bpmn/import.ts'
export type { ImportNote } from './graph/bpmn/notes.ts'
export { type Comparison, compareGraphs, isSame } from './graph/compare.ts'
export {
  type Condition,
  type ConditionField,
  type Facts,
  type FactValue,
  holds,
  OPERATORS,
  type Operator,
} from './graph/condition.ts'
export { type ConditionProblem, checkCondition, OPERATORS_OF } from './graph/condition-check.ts'
export { conditionText, operatorWords, valueText } from './graph/condition-words.ts'
export { type Drawn, type DrawnFlow, type DrawnNode, drawnGraph } from './graph/drawn.ts'
export type { Edited } from './graph/edit/edited.ts'
export { begun, type History, record, redo, undo } from './graph/edit/history.ts'
export { BLANK_GRAPH, type Direction, type Operation, perform } from './graph/edit/operation.ts'
export { NEW_KINDS, type NewKind } from './graph/edit/piece.ts'
export { isLaneUsed } from './graph/edit/set.ts'
export { begin, type Decision, goBack, goOn, leave, type TokenMove } from './graph/engine.ts'
export { AgencyLeg, ConditionSchema, Flow, GraphLimit, GraphNode, type GraphNodeOf, JoinMode, Lane, ProcessGraph } from './graph/graph.ts'
export { hoursAt, type Longest, longestWay } from './graph/hours.ts'
export { type Box, LANE_HEAD, type Layout, layoutGraph, type Point } from './graph/layout.ts'
export { type LineStep, lineGraph, lineOf } from './graph/line-graph.ts'
export { findToken, openTokens } from './graph/open-tokens.ts'
export { Position, Token } from './graph/position.ts'
export { canBePublished, type GraphProblem, graphProblems, type ProblemContext } from './graph/problems.ts'
export { nodeOf, type Runnable, runnable, waysBack } from './graph/runnable.ts'
export { STEP_ACTS, type StepAct } from './graph/step-acts.ts'
export { structureOf } from './graph/structure.ts'
export { type HeldTask, holdTask, insistMayWork, insistNotPaused, pauseRefusal, processOf, unitOfTask, unitsOfDossier } from './hold.ts'
export { inboxKinds, MAX_OWN_VIEWS, MAX_ROLE_VIEWS } from './inbox-views.ts'
export { completeTimers, rerunTrialsLater, verifyAndKeep, workflowJobs, workflowSchedule } from './job-handlers.ts'
export { answeredFacts, areLegsByHandAlone, endedLegs, isLastOpinion, type LegPlace, legTask, wayBesides, whoAsks } from './legs-by-hand.ts'
export { HAND_OVER_ALL, type MovedTask, type MoveOutcome } from './move-work.ts'
export { type Move, type MoveName, type Situation, situationOf } from './moves.ts'
export { atOnceFacts, onTheSpotFacts } from './on-the-spot-facts.ts'
export {
  type LineStepOf,
  lineSteps,
  type Process,
  plainStepAfter,
  type StepNode,
  stepNodes,
  type Waiting,
  waitingAt,
} from './process.ts'
export { formatHours, hoursOfLimit, problemsOf, type StepDraft, type StepProblem, totalHours } from './process-rules.ts'
export { type AwaitingReturn, awaitingReturn } from './queries/awaiting-return.ts'
export {
  type Binding,
  type BindingLine,
  getBinding,
  listBindings,
  MAX_BINDINGS_COUNTED,
  type TemplateChoice,
  templateChoices,
} from './queries/bindings.ts'
export { type BulkTask, bulkTasks } from './queries/bulk-tasks.ts'
export { exchangeStates } from './queries/exchange-states.ts'
export { type HeldWork, type HolderToRelieve, heldWork, holdersOfWork } from './queries/held-work.ts'
export { type InboxCounts, type InboxFilter, type InboxList, type InboxRow, inboxCounts, inboxLists, readInbox } from './queries/inbox.ts'
export { type CountedView, countedViews, type InboxView, sharedViews, unitsOfInbox } from './queries/inbox-views.ts'
export {
  answersOf,
  type CallCounts,
  callCounts,
  countInstructions,
  findInstruction,
  type Instruction,
  type InstructionAnswer,
  type InstructionSide,
  type InstructionStanding,
  instructionsFor,
  instructionsOf,
  isAddressee,
} from './queries/instructions.ts'
export { countTighterThan, type LegalLimit, limitsOn, shortest, shortestLimitOf } from './queries/legal-limits.ts'
export { type Mention, mentionsOf } from './queries/mentions.ts'
export { type Note, notesOf } from './queries/notes.ts'
export { type PayerName, payerNames, stepNamesOf } from './queries/payer-names.ts'
export { presentByRole } from './queries/present-officers.ts'
export { getProcess, getProcessFor } from './queries/process.ts'
export { findDraft, legalHours, legalLimitOfLine, type ProcessDraft, type PublishPreview, publishPreview } from './queries/process-draft.ts'
export { inForceOn, type ProcessLine, type ProcessVersion, processLines, processVersions, stepRoles } from './queries/process-list.ts'
export { codeIn, type DossierFilter, type FoundDossier, MAX_COUNTED, type Searching, searchDossiers } from './queries/search-dossiers.ts'
export { REASSIGN, readUnitWork, type UnitWork, type UnitWorkFilter, type UnitWorkRow } from './queries/unit-work.ts'
export { type Reconciliation, reconciliations } from './reconciliation/reconciliations.ts'
export { workflowRights } from './rights.ts'
export { plannedSigningPlace, signingPlace } from './signing-place.ts'
export { type Loaded, spreadEvenly, type TaskToSpread } from './spread.ts'
export { STANDARD_LINE, withUsualRoles } from './standard-line.ts'
export { beginAgain, startFacts } from './start.ts'
export { stepsWithholding } from './step-acts.ts'
export { allDone, onwardToReturn, returnedFacts } from './step-facts.ts'
export { findOpenTask, openTasks, positionOf, type Task, taskInHand, taskRow, tasksOf, waysTaken } from './tasks.ts'
export { type TransitOptions, transit } from './transit.ts'
export { type Given, insistAllowed, legalSituation, transitionFacts } from './transition-facts.ts'
export * from './trials/index.ts'
export { FACT_INVERSES, type Inverse, TRANSITION_INVERSES } from './undo/inverses.ts'
export { type LastAct, lastAct } from './undo/last-act.ts'
export { verifyDossiers, verifySomeDossiers } from './verify.ts'
