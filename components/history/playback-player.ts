import type { PlacedStatement, Playback, PlaybackStep } from '#/lib/version/history.ts'
import { PlayStatements, type StatementRecord } from './play-statements.ts'
import { backwards, type PlaySection, PlayText, stepHunks } from './play-text.ts'

/** What is to be seen at one moment of a playback. */
export interface PlayFrame {
  /** 0: before the first step; otherwise after so many. */
  index: number
  step: PlaybackStep | null
  sections: readonly PlaySection[]
  /** Every statement as it stands. */
  placed: readonly PlacedStatement[]
  /** What the step did to statements; those that went as they were. */
  statements: { added: readonly PlacedStatement[]; changed: readonly PlacedStatement[]; removed: readonly PlacedStatement[] }
}

/** What has to be known to take a step back. */
interface StepRecord {
  /** Ids of the blocks each hunk joined to the one before. */
  joined: string[][]
  before: StatementRecord
}

const NONE = { added: [], changed: [], removed: [] }

/** Plays a history forwards and backwards, each step at the cost of what it changes. */
export class PlaybackPlayer {
  readonly #steps: readonly PlaybackStep[]
  readonly #text: PlayText
  readonly #statements: PlayStatements
  readonly #records: StepRecord[] = []
  #index = 0

  constructor({ start, steps }: Playback) {
    this.#steps = steps
    this.#text = new PlayText(start.text)
    this.#statements = new PlayStatements(start.statements)
  }

  get length(): number {
    return this.#steps.length
  }

  get text(): string {
    return this.#text.text
  }

  /** Ids of the blocks as they stand now, in order. */
  get blockIds(): string[] {
    return this.#text.blocks.map(({ id }) => id)
  }

  get statements(): readonly PlacedStatement[] {
    return this.#statements.all
  }

  /** Goes to a moment, with what the step that led there changed marked. */
  goTo(index: number): PlayFrame {
    const to = Math.max(0, Math.min(this.#steps.length, index))
    this.#text.clearMarks()
    // The step to be shown is taken anew, with marks.
    while (this.#index > to || (this.#index === to && to > 0)) this.#back()
    while (this.#index < to) this.#forth(this.#index === to - 1)
    const step = this.#steps[to - 1] ?? null
    const shown = { index: to, step, sections: this.#text.sections, placed: this.#statements.all }
    return { ...shown, statements: step ? this.#changesOf(step, to - 1) : NONE }
  }

  #forth(mark: boolean): void {
    const at = this.#index
    const step = this.#steps[at]!
    const names = (hunk: number, count: number) => Array.from({ length: count }, (_, i) => `${at + 1}.${hunk}.${i}`)
    const joined = this.#text.apply(stepHunks(step), names, mark)
    this.#records[at] = { joined, before: this.#statements.forth(step) }
    this.#index += 1
  }

  #back(): void {
    this.#index -= 1
    const step = this.#steps[this.#index]!
    const { joined, before } = this.#records[this.#index]!
    const text = backwards(step.text)
    this.#text.apply(stepHunks({ text }), (hunk) => joined[hunk]!, false)
    this.#statements.back(text, step, before)
  }

  #changesOf({ statements: { added, changed, removed } }: PlaybackStep, at: number): PlayFrame['statements'] {
    const before = new Map(this.#records[at]!.before.map((statement) => [statement.annotationId, statement]))
    return { added, changed, removed: removed.flatMap((id) => before.get(id) ?? []) }
  }
}
