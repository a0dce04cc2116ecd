import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quantileSteps, STEPS, stepOf } from './quantile-steps.ts'

test('a quarter of the counts is drawn in each step', () => {
  const steps = quantileSteps([1, 1, 2, 6, 9, 15, 16, 31, 32, 60, 0])
  expect(steps).toEqual([
    { from: 1, to: 1 },
    { from: 2, to: 14 },
    { from: 15, to: 30 },
    { from: 31, to: null },
  ])
  expect([0, 1, 6, 16, 60].map((count) => stepOf(count, steps))).toEqual([0, 1, 2, 3, 4])
})

test('few different counts make few steps, and the darkest is always used', () => {
  expect(quantileSteps([])).toEqual([])
  expect(quantileSteps([3, 3, 3])).toEqual([{ from: 3, to: null }])
  expect(stepOf(3, quantileSteps([3, 3, 3]))).toBe(STEPS)
})

test('every count has a step, and a larger one never a lighter step', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1 }), (counts) => {
      const steps = quantileSteps(counts)
      const drawn = counts.toSorted((a, b) => a - b).map((count) => stepOf(count, steps))
      expect(drawn.every((step, at) => step >= 1 && step <= STEPS && step >= (drawn[at - 1] ?? 1))).toBe(true)
      expect(drawn.at(-1)).toBe(STEPS)
    }),
  )
})
