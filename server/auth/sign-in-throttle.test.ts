import { expect, test } from 'vitest'
import { SignInThrottle } from './sign-in-throttle.ts'

const START = 1_700_000_000_000
const S = 1000

function afterFailures(count: number) {
  const throttle = new SignInThrottle()
  for (let n = 0; n < count; n++) throttle.failed('a@example.org', START)
  return throttle
}

test('the sixth try waits 30 s after five wrong passwords, for that address only', () => {
  expect(afterFailures(4).isWaiting('a@example.org', START)).toBe(false)
  const throttle = afterFailures(5)
  expect(throttle.isWaiting('a@example.org', START + 29 * S)).toBe(true)
  expect(throttle.isWaiting('b@example.org', START + 29 * S)).toBe(false)
  expect(throttle.isWaiting('a@example.org', START + 30 * S)).toBe(false)
})

test('one more wrong password waits again, the right one clears the slate', () => {
  const throttle = afterFailures(5)
  throttle.failed('a@example.org', START + 40 * S)
  expect(throttle.isWaiting('a@example.org', START + 41 * S)).toBe(true)
  throttle.succeeded('a@example.org')
  expect(throttle.isWaiting('a@example.org', START + 41 * S)).toBe(false)
})

test('wrong passwords of long ago are forgotten', () => {
  const throttle = afterFailures(5)
  throttle.failed('a@example.org', START + 16 * 60 * S)
  expect(throttle.isWaiting('a@example.org', START + 16 * 60 * S)).toBe(false)
})

test('it does not remember addresses without end', () => {
  const throttle = afterFailures(5)
  for (let n = 0; n < 10_000; n++) throttle.failed(`${n}@example.org`, START)
  expect(throttle.isWaiting('a@example.org', START)).toBe(false)
})
