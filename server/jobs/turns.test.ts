import { expect, test } from 'vitest'
import { Turns } from './turns.ts'

const limits = { atOnce: 3, perPerson: 2, waiting: 3, waitingPerPerson: 2 }
/** Lets everybody who got a turn notice. */
const settle = () => new Promise((resolve) => setImmediate(resolve))

test('one person leaves a turn for somebody else', async () => {
  const turns = new Turns(limits)
  const begun: string[] = []
  const take = (by: string) => turns.take(by)?.then(() => begun.push(by))
  for (let i = 0; i < 4; i++) take('a')
  take('b')
  await settle()
  expect(begun).toEqual(['a', 'a', 'b'])
})

test('a turn that ends goes to who has the fewest, then to who waits longest', async () => {
  const turns = new Turns({ ...limits, atOnce: 2, perPerson: 2 })
  const begun: string[] = []
  const ends = [await turns.take('a'), await turns.take('a')]
  for (const by of ['a', 'b', 'c']) turns.take(by)?.then(() => begun.push(by))
  await settle()
  expect(begun).toEqual([])
  ends[0]?.()
  ends[0]?.() // a second time counts for nothing
  await settle()
  expect(begun).toEqual(['b'])
  ends[1]?.()
  await settle()
  expect(begun).toEqual(['b', 'a'])
})

test('too many who wait are told so at once, each person and all together', async () => {
  const turns = new Turns({ ...limits, atOnce: 1, perPerson: 1 })
  expect(turns.take('a')).not.toBeNull()
  expect([turns.take('a'), turns.take('a')]).not.toContain(null)
  expect(turns.take('a')).toBeNull()
  expect(turns.take('b')).not.toBeNull()
  expect(turns.take('c')).toBeNull()
})
