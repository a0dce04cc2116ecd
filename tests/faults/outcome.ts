/** What a fault did, over all times it was tried. */
export interface Outcome {
  tried: number
  acknowledged: number
  lost: number
  doubled: number
  /** Copies that differ from the others or from the log. */
  diverged: number
  /** Statements and excerpt rows that are not what text and layer say. */
  drift: number
  /** For how long somebody was told "Saved" what was not; null: not looked at. */
  falseSavedMs: number | null
  /** Longest time from the end of the fault until everybody had saved; null: there is nothing to wait for. */
  recoverySeconds: number | null
  /** Longest time from being told to end until the server had ended; null: it was not told. */
  sigtermSeconds: number | null
  /** What was not as promised, a sentence each. */
  failures: string[]
  /** What the reader of the table should know. */
  notes: string[]
}

export function emptyOutcome(): Outcome {
  return {
    tried: 0,
    acknowledged: 0,
    lost: 0,
    doubled: 0,
    diverged: 0,
    drift: 0,
    falseSavedMs: null,
    recoverySeconds: null,
    sigtermSeconds: null,
    failures: [],
    notes: [],
  }
}

/** Adds an outcome to a sum. */
export function addOutcome(sum: Outcome, more: Outcome): void {
  for (const key of ['tried', 'acknowledged', 'lost', 'doubled', 'diverged', 'drift'] as const) sum[key] += more[key]
  for (const key of ['recoverySeconds', 'sigtermSeconds'] as const) sum[key] = most(sum[key], more[key], Math.max)
  sum.falseSavedMs = most(sum.falseSavedMs, more.falseSavedMs, (a, b) => a + b)
  sum.failures.push(...more.failures)
  for (const note of more.notes) if (!sum.notes.includes(note)) sum.notes.push(note)
}

function most(a: number | null, b: number | null, join: (a: number, b: number) => number): number | null {
  return a === null ? b : b === null ? a : join(a, b)
}
