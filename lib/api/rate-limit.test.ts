import { expect, test } from 'vitest'
import { RateLimit } from './rate-limit.ts'

const limit = () => new RateLimit({ name: 'token', quota: 4, windowS: 2 })

test('a token may use its quota at once and then waits for it to fill again', () => {
  const rate = limit()
  expect([0, 0, 0, 0].map((now) => rate.take('a', now))).toEqual([
    { ok: true, remaining: 3, resetS: 1 },
    { ok: true, remaining: 2, resetS: 1 },
    { ok: true, remaining: 1, resetS: 2 },
    { ok: true, remaining: 0, resetS: 2 },
  ])
  expect(rate.take('a', 0)).toEqual({ ok: false, remaining: 0, resetS: 1 })
  expect(rate.take('a', 499).ok).toBe(false)
  expect(rate.take('a', 500).ok).toBe(true)
  expect(rate.take('a', 500).ok).toBe(false)
  expect(rate.take('a', 10_000)).toMatchObject({ ok: true, remaining: 3 })
})

test('what is refused costs nothing, and one token does not use up what another has', () => {
  const rate = limit()
  for (let n = 0; n < 50; n++) rate.take('a', 0)
  expect(rate.take('b', 0).ok).toBe(true)
  expect(rate.take('a', 500).ok).toBe(true)
})

test('a clock that is set back neither gives nor takes', () => {
  const rate = limit()
  for (let n = 0; n < 4; n++) rate.take('a', 5000)
  expect(rate.take('a', 1000).ok).toBe(false)
})

test('the headers say the rule and what is left of it, and when to try again', () => {
  const rate = limit()
  expect(rate.headers(rate.take('a', 0))).toEqual({ 'RateLimit-Policy': '"token";q=4;w=2', RateLimit: '"token";r=3;t=1' })
  for (let n = 0; n < 3; n++) rate.take('a', 0)
  expect(rate.headers(rate.take('a', 0))).toMatchObject({ RateLimit: '"token";r=0;t=1', 'Retry-After': '1' })
})
