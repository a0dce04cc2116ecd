import { expect, test } from 'vitest'
import { ahead } from './ahead.ts'

async function* counting(log: string[], count: number, breaksAt = Number.POSITIVE_INFINITY) {
  try {
    for (let i = 0; i < count; i++) {
      await Promise.resolve()
      if (i === breaksAt) throw new Error(`broken at ${i}`)
      log.push(`made ${i}`)
      yield i
    }
  } finally {
    log.push('ended')
  }
}

test('every item in order, the next being made while one is used', async () => {
  const log: string[] = []
  const used: number[] = []
  for await (const item of ahead(counting(log, 4))) {
    await new Promise((resolve) => setImmediate(resolve))
    used.push(item)
    log.push(`used ${item}`)
  }
  expect(used).toEqual([0, 1, 2, 3])
  expect(log.indexOf('made 1')).toBeLessThan(log.indexOf('used 0'))
  expect(log.indexOf('made 2')).toBeGreaterThan(log.indexOf('used 0'))
})

test('a failure comes in its turn', async () => {
  const used: number[] = []
  const run = async () => {
    for await (const item of ahead(counting([], 5, 2))) {
      await new Promise((resolve) => setImmediate(resolve))
      used.push(item)
    }
  }
  await expect(run()).rejects.toThrow('broken at 2')
  expect(used).toEqual([0, 1])
})

test('abandoned, it ends its source', async () => {
  const log: string[] = []
  for await (const item of ahead(counting(log, 100))) if (item === 1) break
  expect(log.at(-1)).toBe('ended')
  expect(log.length).toBeLessThan(6)
})
