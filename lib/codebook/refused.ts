import type { EntryProblem } from './check-entry.ts'

/** A change of the codebook that was not made: a sentence for people, and the field it is about. */
export interface Refused extends Partial<EntryProblem> {
  ok: false
  reason: string
}
