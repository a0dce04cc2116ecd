/** What a suite came to. */
export interface Outcome {
  passed: number
  failed: number
  skipped: number
  /** Names of what failed, for the summary. */
  failures: string[]
  /** Names of what passed only when it was tried again. */
  secondTry?: string[]
}

/** A check that is one test: it passed when its command exited with 0. */
export function checkOutcome(name: string, exitCode: number): Outcome {
  return exitCode === 0 ? { passed: 1, failed: 0, skipped: 0, failures: [] } : { passed: 0, failed: 1, skipped: 0, failures: [name] }
}

/**
 * Makes sure that trouble beside the tests counts: a runner that exited with an error although no test failed, and a
 * run in which no test was executed.
 */
export function honest(outcome: Outcome, exitCode: number): Outcome {
  const trouble = (what: string): Outcome => ({ ...outcome, failed: outcome.failed + 1, failures: [...outcome.failures, what] })
  if (exitCode !== 0 && outcome.failed === 0) return trouble(`the test runner ended with exit code ${exitCode}`)
  if (outcome.passed + outcome.failed === 0) return trouble('no test was executed')
  return outcome
}
