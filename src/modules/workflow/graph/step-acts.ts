/** Acts that a process may keep to some of its steps, by the names of their transitions. */
export const STEP_ACTS = ['ask-supplement', 'verify', 'consult', 'interoperate', 'ask-tax', 'request-payment'] as const
export type StepAct = (typeof STEP_ACTS)[number]

export const isStepAct = (name: string): name is StepAct => STEP_ACTS.some((each) => each === name)
