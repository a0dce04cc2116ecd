import { expect, test } from 'vitest'
import { TokenBucket } from './token-bucket.ts'

test('a burst is free, what follows comes at the rate, and rest brings the burst back', () => {
  const bucket = new TokenBucket({ perSecond: 40, burst: 3 }, 0)
  expect([bucket.take(0), bucket.take(0), bucket.take(0)]).toEqual([0, 0, 0])
  expect([bucket.take(0), bucket.take(0)]).toEqual([25, 50])
  expect(bucket.take(50)).toBe(25)
  expect([bucket.take(10_000), bucket.take(10_000), bucket.take(10_000), bucket.take(10_000)]).toEqual([0, 0, 0, 25])
})
