import { expect, test } from 'vitest'
import type { NewRoomUpdate } from '#/db/queries/room-log.ts'
import { CommitQueue, NotCommitted } from './commit-queue.ts'

function update(userId: string, size = 10): NewRoomUpdate {
  return { room: 'text/1', workspaceId: 'w', userId, bytes: new Uint8Array(size), crc32: 0, claims: [] }
}

/** A log in memory that takes one batch at a time and can be told to refuse. */
function memoryLog(refuse: (batch: readonly NewRoomUpdate[]) => Error | null = () => null) {
  const batches: string[][] = []
  let underWay = 0
  let seq = 0
  const write = async (updates: readonly NewRoomUpdate[]) => {
    expect(++underWay).toBe(1)
    await new Promise((resolve) => setTimeout(resolve, 2))
    underWay--
    const error = refuse(updates)
    if (error) throw error
    batches.push(updates.map((each) => each.userId ?? ''))
    return updates.map(() => ++seq)
  }
  return { batches, queue: new CommitQueue(write) }
}

const refused = (code: string) => new Error('Failed query', { cause: Object.assign(new Error('refused'), { code }) })

test('what arrives together is committed together, in order, and what arrives meanwhile is next', async () => {
  const { queue, batches } = memoryLog()
  const first = ['a', 'b', 'c'].map((name) => queue.append(update(name)))
  await first[0]
  const second = ['d', 'e'].map((name) => queue.append(update(name)))
  expect(await Promise.all([...first, ...second])).toEqual([1, 2, 3, 4, 5])
  expect(batches).toEqual([
    ['a', 'b', 'c'],
    ['d', 'e'],
  ])
})

test('a batch is bounded in rows and in bytes, and one large update still goes', async () => {
  const { queue, batches } = memoryLog()
  await Promise.all(Array.from({ length: 501 }, () => queue.append(update('row'))))
  expect(batches.map((batch) => batch.length)).toEqual([500, 1])
  batches.length = 0
  await Promise.all([600_000, 600_000, 3_000_000].map((size) => queue.append(update('large', size))))
  expect(batches.map((batch) => batch.length)).toEqual([1, 1, 1])
})

test('an update that the database takes issue with fails alone', async () => {
  const { queue } = memoryLog((batch) => (batch.some((each) => each.userId === 'bad') ? refused('23503') : null))
  const results = await Promise.allSettled(['good', 'bad', 'fine'].map((name) => queue.append(update(name))))
  expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})

test('a database that is away fails everybody at once, and the next are tried again', async () => {
  let isAway = true
  const { queue } = memoryLog(() => (isAway ? refused('08006') : null))
  const results = await Promise.allSettled(['a', 'b'].map((name) => queue.append(update(name))))
  expect(results.map((result) => result.status)).toEqual(['rejected', 'rejected'])
  isAway = false
  expect(await queue.append(update('c'))).toBe(1)
})

test('idle means that nothing waits and nothing is under way', async () => {
  const { queue, batches } = memoryLog()
  void queue.append(update('a'))
  void queue.append(update('b'))
  await queue.idle()
  expect(batches).toEqual([['a', 'b']])
  await queue.idle()
})

test('a commit of somebody else waits for what came before it and lets nothing in beside it', async () => {
  const { queue, batches } = memoryLog()
  const order: string[] = []
  const a = queue.append(update('a'))
  const alone = queue.alone(async () => {
    order.push(`alone after ${batches.length}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
    order.push(`end after ${batches.length}`)
    return 'mine'
  })
  const failing = queue.alone(async () => Promise.reject(new Error('taken back')))
  const b = queue.append(update('b'))
  await expect(failing).rejects.toThrow('taken back')
  expect(await Promise.all([a, alone, b])).toEqual([1, 'mine', 2])
  expect(order).toEqual(['alone after 1', 'end after 1'])
})

test('what waits is bounded in rows and in bytes; one large update alone still goes', async () => {
  const hold = Promise.withResolvers<void>()
  const queue = new CommitQueue(
    async (updates) => {
      await hold.promise
      return updates.map((_, at) => at)
    },
    { mostRows: 3, mostBytes: 100 },
  )
  const first = queue.append(update('under way'))
  await new Promise((resolve) => setTimeout(resolve, 5))
  const taken = [queue.append(update('a')), queue.append(update('b'))]
  await expect(queue.append(update('too large', 90))).rejects.toMatchObject({ reason: 'full' })
  taken.push(queue.append(update('c')))
  await expect(queue.append(update('one too many'))).rejects.toMatchObject({ reason: 'full' })
  hold.resolve()
  await Promise.all([first, ...taken])
  expect(await queue.append(update('alone', 1000))).toBe(0)
})

test('a commit that does not end fails everybody who waits, nobody new waits, and when it ends work goes on', async () => {
  const hold = Promise.withResolvers<void>()
  const writes: string[][] = []
  const queue = new CommitQueue(
    async (updates) => {
      writes.push(updates.map((each) => each.userId ?? ''))
      if (writes.length === 1) await hold.promise
      return updates.map((_, at) => at)
    },
    { lateAfterMs: 30 },
  )
  const hung = queue.append(update('hung'))
  await new Promise((resolve) => setTimeout(resolve, 5))
  const waiting = [queue.append(update('waits')), queue.alone(async () => 1)]
  const results = await Promise.allSettled([hung, ...waiting])
  expect(results.map((result) => result.status)).toEqual(['rejected', 'rejected', 'rejected'])
  expect((results[0] as PromiseRejectedResult).reason).not.toBeInstanceOf(NotCommitted)
  expect((results[1] as PromiseRejectedResult).reason).toMatchObject({ reason: 'away' })
  await expect(queue.append(update('new'))).rejects.toMatchObject({ reason: 'away' })
  expect(queue.isAway).toBe(true)
  hold.resolve()
  await queue.idle()
  expect(queue.isAway).toBe(false)
  expect(await queue.append(update('after'))).toBe(0)
  expect(writes).toEqual([['hung'], ['after']])
})

test('an update whose sender lost the right to it is not written, though it waited already', async () => {
  const { queue, batches } = memoryLog()
  const first = queue.append(update('first'))
  let isRevoked = false
  const late = queue.append(update('revoked'), () => isRevoked)
  const kept = queue.append(update('kept'), () => false)
  isRevoked = true
  await expect(late).rejects.toMatchObject({ reason: 'withdrawn' })
  await Promise.all([first, kept])
  expect(batches).toEqual([['first', 'kept']])
})
