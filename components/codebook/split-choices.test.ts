import { expect, test } from 'vitest'
import { choicesUnder, NO_CHOICES, type SplitStep, splitChoices, splitCounts } from './split-choices.ts'

const run = (steps: SplitStep[], count = 3) => steps.reduce((state, step) => splitChoices(state, step, count), NO_CHOICES)
const next: SplitStep = { type: 'confirmed' }
const back: SplitStep = { type: 'undone' }
const choose = (to: number | null): SplitStep => ({ type: 'chose', to })

test('a passage stays unless something is chosen, and the choice goes on to the next one', () => {
  expect(run([next])).toEqual({ at: 1, given: [null], choice: null })
  expect(run([choose(1), next, next])).toEqual({ at: 2, given: [1, 1], choice: 1 })
  expect(run([choose(1), next, choose(null), next])).toMatchObject({ given: [1, null] })
})

test('the last one is taken back with its choice, and nothing before the first', () => {
  expect(run([choose(0), next, choose(1), next, back])).toEqual({ at: 1, given: [0], choice: 1 })
  expect(run([back])).toEqual(NO_CHOICES)
})

test('after the last passage there is nothing to choose', () => {
  const done = run([next, next, next])
  expect(run([next, next, next, next, choose(1)])).toEqual(done)
})

test('what was not gone through stays', () => {
  const state = run([choose(0), next, choose(1), next], 5)
  expect(splitCounts(state, 3, 5)).toEqual({ moved: [1, 1, 0], stay: 3 })
})

test('choices follow their names when the names are changed on the way', () => {
  const state = run([choose(0), next, choose(1), next])
  const under = (now: string[]) => choicesUnder(state, ['Army', 'Navy'], now)
  expect(under(['Army', 'Navy', 'Air force']).given).toEqual([0, 1])
  expect(under(['navy', 'Army'])).toMatchObject({ given: [1, 0], choice: 0 })
  expect(under(['Army', 'Fleet'])).toMatchObject({ given: [0, 1], choice: 1 })
  expect(under(['Navy']), 'what was meant for a name that is gone stays').toMatchObject({ given: [null, 0], choice: 0 })
  expect(under(['Navy', 'Fleet']).given).toEqual([null, 0])
})
