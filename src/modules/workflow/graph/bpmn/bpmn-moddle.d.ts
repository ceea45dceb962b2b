/** The parts of bpmn-moddle that we use; the package has no types for its door. */
declare module 'bpmn-moddle' {
  export interface BpmnElement {
    readonly $type: string
    readonly $parent?: BpmnElement
    id: string
    get(name: string): unknown
    set(name: string, value: unknown): void
  }
  export class BpmnModdle {
    constructor(packages?: Record<string, unknown>)
    create(type: string, attributes?: Record<string, unknown>): BpmnElement
    /** Rejects when the text is not BPMN; what it cannot read of it, it tells in `warnings`. */
    fromXML(xml: string): Promise<{ rootElement: BpmnElement; warnings: { message: string }[] }>
    toXML(element: BpmnElement, options?: { format?: boolean }): Promise<{ xml: string }>
  }
}
