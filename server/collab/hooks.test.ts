import type { Document } from '@hocuspocus/server'
import { expect, test } from 'vitest'
import type { Db } from '#/db/client.ts'
import { CommitQueue } from './commit-queue.ts'
import { Guard } from './guard.ts'
import { roomHooks } from './hooks.ts'
import { Presence } from './presence.ts'
import { RefusedAccess } from './refused-access.ts'
import type { Room } from './room.ts'
import { closingHook, isSafeHook, refusingHook, safeHook } from './safe-hook.ts'
import { Snapshots } from './snapshots.ts'

/** Throws whatever is done with it. */
const broken = new Proxy(() => {}, {
  get: () => {
    throw new Error('broken')
  },
  apply: () => {
    throw new Error('broken')
  },
})

function allHooks(): [string, (payload: unknown) => Promise<unknown>][] {
  const db = broken as unknown as Db
  const guard = new Guard({
    queue: new CommitQueue(async () => []),
    roomOf: broken as unknown as () => Room,
    onChange: broken,
    catchUp: async () => {},
  })
  const rooms = new WeakMap<Document, Room>()
  const hooks = roomHooks({
    db,
    rooms,
    guard,
    presence: new Presence(),
    snapshots: new Snapshots(db),
    refused: new RefusedAccess(db),
    catchUp: async () => broken(),
  })
  return Object.entries(hooks).filter(([, hook]) => typeof hook === 'function') as ReturnType<typeof allHooks>
}

test('every function that Hocuspocus is given is wrapped', () => {
  const hooks = allHooks()
  expect(hooks.length).toBeGreaterThan(6)
  expect(hooks.filter(([, hook]) => !isSafeHook(hook)).map(([name]) => name)).toEqual([])
})

test.each(allHooks())('%s throws no error, whatever it is called with', async (_name, hook) => {
  for (const payload of [undefined, {}, broken, { context: broken, document: broken, connection: broken }]) {
    const thrown = await hook(payload).then(
      () => null,
      (error: unknown) => error,
    )
    expect(thrown).not.toBeInstanceOf(Error)
    if (thrown !== null) expect(['unavailable', 'fault']).toContain((thrown as { reason: string }).reason)
  }
})

test('only a hook that may refuse passes its refusal on, and an error is never taken for one', async () => {
  const refuse = async () => {
    throw { reason: 'not-found' }
  }
  const fail = async () => {
    throw Object.assign(new Error('broken'), { reason: 'secret' })
  }
  await expect(refusingHook('test', refuse)(0)).rejects.toEqual({ reason: 'not-found' })
  await expect(refusingHook('test', fail)(0)).rejects.toEqual({ reason: 'unavailable' })
  await expect(closingHook('test', refuse)(0)).rejects.toEqual({ code: 1011, reason: 'fault' })
  await expect(safeHook('test', refuse)(0)).resolves.toBeUndefined()
  await expect(safeHook('test', fail)(0)).resolves.toBeUndefined()
})
