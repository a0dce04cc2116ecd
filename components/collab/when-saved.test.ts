import { afterEach, expect, test, vi } from 'vitest'
import type { SaveStatus } from './save-status.ts'
import { whenSaved } from './when-saved.ts'

afterEach(() => vi.useRealTimers())

function clientWith(kept: number) {
  const listeners = new Set<() => void>()
  const client = {
    status: { state: 'saving', kept } as SaveStatus,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
  const now = (status: SaveStatus) => {
    client.status = status
    for (const listener of [...listeners]) listener()
  }
  return { client, listeners, now }
}

test('work that is saved is not waited for', async () => {
  expect(await whenSaved(clientWith(0).client)).toBe(true)
  expect(await whenSaved(null)).toBe(false)
})

test('the last change that is committed ends the wait, and nobody listens any more', async () => {
  const { client, listeners, now } = clientWith(2)
  const saved = whenSaved(client)
  now({ state: 'saving', kept: 1 })
  expect(listeners.size).toBe(1)
  now({ state: 'saved', kept: 0 })
  expect(await saved).toBe(true)
  expect(listeners.size).toBe(0)
})

test('a server that does not answer is not waited for without end', async () => {
  vi.useFakeTimers()
  const { client, listeners } = clientWith(2)
  const saved = whenSaved(client)
  await vi.advanceTimersByTimeAsync(5000)
  expect(await saved).toBe(false)
  expect(listeners.size).toBe(0)
})
