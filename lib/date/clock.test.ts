import { afterEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { createAnnotation } from '#/lib/annotation/commands.ts'
import { readAnnotations } from '#/lib/annotation/layer.ts'
import { clockNow, setClock } from './clock.ts'

const DAY = 24 * 3600 * 1000
const NOW = Date.UTC(2026, 2, 14, 9)

afterEach(() => {
  vi.useRealTimers()
  setClock(Date.now())
})

function tagAt(by: string): number {
  const layer = new Y.Doc()
  createAnnotation(layer, { userId: by, runs: [[7, 0, 1]], quote: { exact: 'x', prefix: '', suffix: '' }, actors: [], themes: [] }, 'test')
  return readAnnotations(layer)[0]!.createdAt
}

test.each([-DAY, 0, DAY])('a computer whose clock is %i ms off writes the time of the server', (skew) => {
  vi.useFakeTimers({ now: NOW + skew })
  setClock(NOW)
  expect(clockNow()).toBe(NOW)
  expect(tagAt('somebody')).toBe(NOW)
  vi.advanceTimersByTime(5000)
  expect(tagAt('somebody')).toBe(NOW + 5000)
})

test('the time a page takes to arrive is not taken for a clock that is off', () => {
  vi.useFakeTimers({ now: NOW })
  setClock(NOW - 20_000)
  expect(clockNow()).toBe(NOW)
})
