/** What is looked at, in the order of the table that is printed. */
export const CHECKS = ['log', 'snapshots', 'statements', 'excerpts', 'originals', 'references', 'audit'] as const
export type Check = (typeof CHECKS)[number]

/** Something that is not as it must be. Never text of documents. */
export interface Problem {
  check: Check
  /** For example a room, a document or a table. */
  where: string
  what: string
}

/** How much was looked at and what was found. */
export class Findings {
  readonly examined: Record<Check, number> = { log: 0, snapshots: 0, statements: 0, excerpts: 0, originals: 0, references: 0, audit: 0 }
  readonly problems: Problem[] = []
  /** Documents whose excerpts were on their way when the state was taken: no problem, and not compared. */
  behind = 0

  add(check: Check, where: string, what: string): void {
    this.problems.push({ check, where, what })
  }
}
