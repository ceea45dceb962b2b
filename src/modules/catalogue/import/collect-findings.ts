import type { Finding } from './findings.ts'

/** Findings of one row, each told once: three channels with the same fault are one finding. */
export class Findings {
  readonly #byKey = new Map<string, Finding>()

  add(code: Finding['code'], seen?: string | null, proposal?: string): void {
    const finding: Finding = { code, ...(seen ? { seen } : {}), ...(proposal ? { proposal } : {}) }
    this.#byKey.set(`${code} ${finding.seen ?? ''}`, finding)
  }

  get all(): Finding[] {
    return [...this.#byKey.values()]
  }
}
