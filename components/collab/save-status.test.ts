import { expect, test } from 'vitest'
import { type SaveFacts, saveStatus } from './save-status.ts'

const room = (kept: number, refusedReason: string | null = null, isDenied = false) => ({ kept, refusedReason, isDenied })
const facts: SaveFacts = { connection: 'open', stopped: null, rooms: [], behindMs: null }

test.each<[string, Partial<SaveFacts>, string, number]>([
  ['a page that opens', { connection: 'connecting', behindMs: 200 }, 'connecting', 0],
  ['a page that cannot connect', { connection: 'connecting', behindMs: 1500 }, 'offline', 0],
  ['everything committed', { rooms: [room(0), room(0)] }, 'saved', 0],
  ['a change under way', { rooms: [room(0), room(1)] }, 'saving', 1],
  ['a connection lost for a moment, nothing waiting', { connection: 'lost', behindMs: 900, rooms: [room(0)] }, 'saved', 0],
  ['a connection lost for a moment, changes waiting', { connection: 'lost', behindMs: 900, rooms: [room(2)] }, 'saving', 2],
  ['a lost connection', { connection: 'lost', behindMs: 1500, rooms: [room(3), room(1)] }, 'offline', 4],
  ['a room that opens on a standing connection', { behindMs: 3000 }, 'connecting', 0],
  ['a room the server cannot open', { behindMs: 8000, rooms: [room(1)] }, 'offline', 1],
  ['a refused change', { rooms: [room(1, 'not yours')] }, 'refused', 1],
  ['a refused change that was made up for', { rooms: [room(0, 'not yours')] }, 'saved', 0],
  ['work in a room that was closed to the person', { rooms: [room(0), room(2, null, true)] }, 'refused', 2],
  ['a closed room with nothing of theirs', { rooms: [room(0, null, true)] }, 'saved', 0],
  ['signed out', { connection: 'stopped', stopped: { cause: 'signed-out', restoredFrom: null }, rooms: [room(2)] }, 'refused', 2],
])('%s', (_name, some, state, kept) => {
  expect(saveStatus({ ...facts, ...some })).toMatchObject({ state, kept })
})
