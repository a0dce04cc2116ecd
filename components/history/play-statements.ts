import type { PlacedStatement, PlaybackStep } from '#/lib/version/history.ts'
import { shiftOf } from '#/lib/version/text-ops.ts'

/** The statements a step touched, as they were before it. */
export type StatementRecord = readonly PlacedStatement[]

/** The statements of a playback and where they stand, step by step in both directions. */
export class PlayStatements {
  readonly #placed: Map<string, PlacedStatement>

  constructor(start: readonly PlacedStatement[]) {
    this.#placed = new Map(start.map((statement) => [statement.annotationId, statement]))
  }

  /** Every statement as it stands now. */
  get all(): PlacedStatement[] {
    return [...this.#placed.values()]
  }

  /** Takes a step. @returns what is needed to take it back */
  forth({ text, statements: { added, changed, removed } }: PlaybackStep): StatementRecord {
    const told = new Set([...changed.map(({ annotationId }) => annotationId), ...removed])
    const before = this.#shift(text, told)
    for (const statement of [...added, ...changed]) this.#placed.set(statement.annotationId, statement)
    for (const id of removed) this.#placed.delete(id)
    return before
  }

  /** Takes a step back. @param backwards its change of the text, as it is taken back */
  back(backwards: PlaybackStep['text'], { statements: { added } }: PlaybackStep, before: StatementRecord): void {
    for (const { annotationId } of added) this.#placed.delete(annotationId)
    this.#shift(backwards, new Set())
    for (const statement of before) this.#placed.set(statement.annotationId, statement)
  }

  /** Moves statements with the text; those that a step says nothing about keep their words. @returns those it touched or tells about, as they were */
  #shift(text: PlaybackStep['text'], told: ReadonlySet<string>): PlacedStatement[] {
    const { touches, move } = shiftOf(text)
    const isSame = text.every((part) => 'keep' in part)
    const before: PlacedStatement[] = []
    for (const [id, statement] of this.#placed) {
      const { start, end } = statement
      if (told.has(id)) before.push(statement)
      if (isSame || start === null || end === null) continue
      if (!told.has(id) && touches(start, end)) before.push(statement)
      const to = move(start)
      if (to !== start) this.#placed.set(id, { ...statement, start: to, end: to + end - start })
    }
    return before
  }
}
