import { expect, test } from 'vitest'
import { HashingQueue, TooBusy } from './hashing-queue.ts'

test('two at once, in order, and what does not fit into the queue is refused without starting', async () => {
  const queue = new HashingQueue({ atOnce: 2, waiting: 3 })
  const started: number[] = []
  const ends: (() => void)[] = []
  let most = 0
  let running = 0
  const work = (n: number) => async () => {
    started.push(n)
    most = Math.max(most, ++running)
    await new Promise<void>((resolve) => ends.push(resolve))
    running--
    return n
  }
  const results = [0, 1, 2, 3, 4].map((n) => queue.run(work(n)))
  await expect(queue.run(work(5))).rejects.toThrow(TooBusy)
  while (ends.length) {
    ends.shift()?.()
    await new Promise((resolve) => setImmediate(resolve))
  }
  expect(await Promise.all(results)).toEqual([0, 1, 2, 3, 4])
  expect(started).toEqual([0, 1, 2, 3, 4])
  expect(most).toBe(2)
})

test('work that fails gives its place back', async () => {
  const queue = new HashingQueue({ atOnce: 1, waiting: 0 })
  await expect(
    queue.run(async () => {
      throw new Error('no')
    }),
  ).rejects.toThrow('no')
  expect(await queue.run(async () => 'yes')).toBe('yes')
})
