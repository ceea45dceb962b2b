/** The parts of bpmnlint that the tests use. */
declare module 'bpmnlint' {
  export class Linter {
    constructor(options: { config: { extends: string }; resolver: unknown })
    lint(definitions: unknown): Promise<Record<string, { id: string; message: string; category: string }[]>>
  }
}
declare module 'bpmnlint/lib/resolver/node-resolver.js' {
  export default class NodeResolver {}
}
