import type { Outcome } from './outcome.ts'

interface PlaywrightSuite {
  title: string
  suites?: PlaywrightSuite[]
  specs: { title: string; tests: { status: 'expected' | 'unexpected' | 'flaky' | 'skipped' }[] }[]
}

/** The part of Playwright's JSON report that counts. */
export interface PlaywrightReport {
  suites: PlaywrightSuite[]
  /** Failures outside of tests, such as a server that did not start. */
  errors: { message?: string }[]
}

/**
 * Counts a Playwright run. A journey that passed only at its second try has passed, and is named: a browser, a server and
 * a busy machine together are late once in some thousand steps, and a fault of the product fails twice.
 */
export function playwrightOutcome(report: PlaywrightReport): Outcome {
  const errors = report.errors.map((error) => error.message?.split('\n')[0] ?? 'error')
  const outcome: Outcome = { passed: 0, failed: errors.length, skipped: 0, failures: errors, secondTry: [] }
  const visit = (suite: PlaywrightSuite, path: string) => {
    for (const spec of suite.specs)
      for (const { status } of spec.tests) {
        if (status === 'expected') outcome.passed++
        else if (status === 'flaky') {
          outcome.passed++
          outcome.secondTry?.push(`${path} › ${spec.title}`)
        } else if (status === 'skipped') outcome.skipped++
        else {
          outcome.failed++
          outcome.failures.push(`${path} › ${spec.title}`)
        }
      }
    for (const inner of suite.suites ?? []) visit(inner, `${path} › ${inner.title}`)
  }
  for (const suite of report.suites) visit(suite, suite.title)
  return outcome
}
