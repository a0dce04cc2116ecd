import type { Outcome } from './outcome.ts'

/** The part of Vitest's JSON report (Jest's format) that counts. */
export interface VitestReport {
  testResults: {
    name: string
    status: 'passed' | 'failed'
    message: string
    assertionResults: { status: 'passed' | 'failed' | 'skipped' | 'pending' | 'todo' | 'disabled'; fullName: string }[]
  }[]
}

/** Counts a Vitest run. A file that failed outside its tests (an import, a hook) counts as one failed test. */
export function vitestOutcome(report: VitestReport): Outcome {
  const outcome: Outcome = { passed: 0, failed: 0, skipped: 0, failures: [] }
  for (const file of report.testResults) {
    const failed = file.assertionResults.filter((test) => test.status === 'failed')
    const passed = file.assertionResults.filter((test) => test.status === 'passed')
    const fails =
      file.status === 'failed' && !failed.length
        ? [`${file.name}: ${file.message.split('\n')[0] ?? ''}`]
        : failed.map((test) => test.fullName)
    outcome.passed += passed.length
    outcome.failed += fails.length
    outcome.skipped += file.assertionResults.length - passed.length - failed.length
    outcome.failures.push(...fails)
  }
  return outcome
}
