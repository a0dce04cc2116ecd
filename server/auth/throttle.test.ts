import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Throttle } from './throttle.ts'

const START = 1_700_000_000_000
const MINUTE = 60_000
const RULE = { tries: 5, perMs: 15 * MINUTE }

function afterFailures(count: number) {
  const throttle = new Throttle(RULE)
  for (let n = 0; n < count; n++) throttle.spend('a', START + n * MINUTE)
  return throttle
}

test('the sixth try waits until the first failure is a quarter of an hour old, for that key only', () => {
  expect(afterFailures(4).waitMs('a', START + 5 * MINUTE)).toBe(0)
  const throttle = afterFailures(5)
  expect(throttle.waitMs('a', START + 5 * MINUTE)).toBe(10 * MINUTE)
  expect(throttle.waitMs('b', START + 5 * MINUTE)).toBe(0)
  expect(throttle.waitMs('a', START + 15 * MINUTE)).toBe(0)
})

test('the right answer clears the slate', () => {
  const throttle = afterFailures(5)
  throttle.clear('a')
  expect(throttle.waitMs('a', START + 5 * MINUTE)).toBe(0)
})

test('a try that was right is given back, the others stay', () => {
  const throttle = afterFailures(5)
  throttle.refund('a')
  expect(throttle.waitMs('a', START + 5 * MINUTE)).toBe(0)
  throttle.spend('a', START + 5 * MINUTE)
  expect(throttle.waitMs('a', START + 5 * MINUTE)).toBe(10 * MINUTE)
  throttle.refund('never seen')
  expect(throttle.waitMs('never seen', START)).toBe(0)
})

test('it does not remember keys without end: the one that failed longest ago goes', () => {
  const throttle = afterFailures(5)
  for (let n = 0; n < 10_000; n++) throttle.spend(`${n}`, START + 5 * MINUTE)
  expect(throttle.waitMs('a', START + 5 * MINUTE)).toBe(0)
  expect(throttle.waitMs('9999', START + 5 * MINUTE)).toBe(0)
})

test('whoever tries whenever allowed never gets more than the rule allows in any window, and never waits longer than a window', () => {
  const seed = Date.now() & 0xffffffff
  const pauses = fc.array(fc.integer({ min: 0, max: 20 * MINUTE }), { minLength: 1, maxLength: 200 })
  fc.assert(
    fc.property(pauses, (gaps) => {
      const throttle = new Throttle(RULE)
      const made: number[] = []
      let now = START
      for (const gap of gaps) {
        now += gap
        const wait = throttle.waitMs('a', now)
        expect(wait).toBeGreaterThanOrEqual(0)
        expect(wait).toBeLessThanOrEqual(RULE.perMs)
        if (wait > 0) continue
        made.push(now)
        throttle.spend('a', now)
      }
      for (const [n, at] of made.entries()) expect(at - (made[n - RULE.tries] ?? -Infinity)).toBeGreaterThanOrEqual(RULE.perMs)
    }),
    { seed, verbose: true },
  )
  console.log(`throttle seed ${seed}`)
})
