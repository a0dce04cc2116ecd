import { expect, test } from 'vitest'
import { runStopSteps, type StopStep } from './stop-steps.ts'

const never = () => new Promise(() => {})
const step = (name: string, run: () => unknown, flushes = true): StopStep => ({ name, withinMs: 30, flushes, run })

test('a step that never ends or throws does not hold up the ones after it', async () => {
  const done: string[] = []
  const steps = [
    step('hangs', never),
    step('throws', () => {
      throw new Error('broken')
    }),
    step('rejects', () => Promise.reject(new Error('broken'))),
    step('ends', () => done.push('ends')),
  ]
  const since = performance.now()
  expect(await runStopSteps(steps)).toBe(false)
  expect(done).toEqual(['ends'])
  expect(performance.now() - since).toBeLessThan(5000)
})

test('what a step leaves of its time is there for the ones after it', async () => {
  const slow = { ...step('slow', () => new Promise((resolve) => setTimeout(resolve, 60))), withinMs: 1 }
  expect(await runStopSteps([{ ...step('quick', () => undefined), withinMs: 5000 }, slow])).toBe(true)
})

test.each<[string, () => unknown, boolean, boolean]>([
  ['ends', () => undefined, true, true],
  ['says that something is left', () => Promise.resolve(false), true, false],
  ['is late with what must reach the disk', never, true, false],
  ['is late with what need not', never, false, true],
])('a step that %s', async (_what, run, flushes, flushed) => {
  expect(await runStopSteps([step('one', run, flushes)])).toBe(flushed)
})
