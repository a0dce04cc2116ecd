import { expect, test } from 'vitest'
import { checkOutcome, honest } from './outcome.ts'
import { playwrightOutcome } from './playwright-outcome.ts'
import { vitestOutcome } from './vitest-outcome.ts'

test('a check is one test', () => {
  expect(checkOutcome('types', 0)).toEqual({ passed: 1, failed: 0, skipped: 0, failures: [] })
  expect(checkOutcome('types', 2)).toEqual({ passed: 0, failed: 1, skipped: 0, failures: ['types'] })
})

test('vitest: tests are counted by status, a file that did not load counts as a failure', () => {
  const outcome = vitestOutcome({
    testResults: [
      {
        name: 'a.test.ts',
        status: 'failed',
        message: '',
        assertionResults: [
          { status: 'passed', fullName: 'one' },
          { status: 'failed', fullName: 'two' },
          { status: 'todo', fullName: 'three' },
        ],
      },
      { name: 'b.test.ts', status: 'failed', message: 'Cannot find module x\nat y', assertionResults: [] },
    ],
  })
  expect(outcome).toEqual({ passed: 1, failed: 2, skipped: 1, failures: ['two', 'b.test.ts: Cannot find module x'] })
})

test('playwright: nested suites are counted, a second try is named, a run that could not start has failed', () => {
  const spec = (title: string, status: 'expected' | 'unexpected' | 'flaky' | 'skipped') => ({ title, tests: [{ status }] })
  const outcome = playwrightOutcome({
    suites: [
      {
        title: 'main.spec.ts',
        specs: [spec('passes', 'expected'), spec('skipped', 'skipped')],
        suites: [{ title: 'inner', specs: [spec('flaky', 'flaky'), spec('fails', 'unexpected')] }],
      },
    ],
    errors: [{ message: 'server did not start\nat x' }],
  })
  expect(outcome).toEqual({
    passed: 2,
    failed: 2,
    skipped: 1,
    failures: ['server did not start', 'main.spec.ts › inner › fails'],
    secondTry: ['main.spec.ts › inner › flaky'],
  })
})

test('a runner that failed beside its tests, or ran none, is a failure', () => {
  const clean = { passed: 3, failed: 0, skipped: 0, failures: [] }
  expect(honest(clean, 0)).toEqual(clean)
  expect(honest(clean, 1).failed).toBe(1)
  expect(honest({ ...clean, passed: 0, skipped: 3 }, 0).failures).toEqual(['no test was executed'])
})
