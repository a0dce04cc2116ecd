import { expect, test } from 'vitest'
import { deliveryBody, occasionsOf } from './occasions.ts'
import { CHOSEN_EVENTS, type ChosenEvent } from './webhook-events.ts'

const day = (n: number) => new Date(Date.UTC(2024, 0, n))
const hook = { events: CHOSEN_EVENTS, createdAt: day(10), toldVersion: 3 }
const document = (createdAt: Date, updatedAt: Date, deletedAt: Date | null = null) => ({
  id: 'd',
  title: 'A title',
  createdAt,
  updatedAt,
  deletedAt,
})
const names = (one: ReturnType<typeof document>, events: readonly ChosenEvent[] = CHOSEN_EVENTS) =>
  occasionsOf({ ...hook, events }, { documents: [one], version: 3, now: 0 }).map(({ event }) => event)

test('a webhook is told of what happened since it was made, and only of what it asked for', () => {
  expect(names(document(day(11), day(11)))).toEqual(['document.created'])
  expect(names(document(day(11), day(12)))).toEqual(['document.created', 'document.changed'])
  expect(names(document(day(1), day(12)))).toEqual(['document.changed'])
  expect(names(document(day(1), day(9)))).toEqual([])
  expect(names(document(day(1), day(12), day(13)))).toEqual(['document.deleted'])
  expect(names(document(day(1), day(12)), ['codebook.changed'])).toEqual([])
})

test('the same occasion has the same name, a later change another', () => {
  const named = (updated: Date) => occasionsOf(hook, { documents: [document(day(1), updated)], version: 3, now: 0 })[0]?.name
  expect(named(day(12))).toBe(named(day(12)))
  expect(named(day(12))).not.toBe(named(day(13)))
})

test('a codebook that went on is one occasion, by its version', () => {
  const told = (version: number) => occasionsOf(hook, { documents: [], version, now: 5 })
  expect(told(3)).toEqual([])
  expect(told(7)).toEqual([{ event: 'codebook.changed', name: 'codebook 7', at: 5, data: { version: 7 } }])
})

test('a delivery says what happened, when and where, and nothing of texts', () => {
  const [changed] = occasionsOf(hook, { documents: [document(day(1), day(12))], version: 3, now: 0 })
  expect(JSON.parse(deliveryBody('document.changed', changed?.at ?? 0, 'w', changed?.data ?? {}))).toEqual({
    type: 'document.changed',
    timestamp: '2024-01-12T00:00:00.000Z',
    workspaceId: 'w',
    data: { documentId: 'd', title: 'A title' },
  })
})
