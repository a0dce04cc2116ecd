import { expect, test } from 'vitest'
import { streamBody } from './stream-body.ts'

async function* counting(log: string[], count: number) {
  try {
    for (let i = 0; i < count; i++) {
      log.push(`made ${i}`)
      yield i % 2 ? `п${i}` : new Uint8Array([48 + i])
    }
  } finally {
    log.push('ended')
  }
}

test('pieces come in order, texts as UTF-8', async () => {
  expect(await new Response(streamBody(counting([], 4))).text()).toBe('0п12п3')
})

test('nothing is made before the client takes what is there', async () => {
  const log: string[] = []
  const reader = streamBody(counting(log, 100)).getReader()
  await reader.read()
  await reader.read()
  await new Promise((resolve) => setImmediate(resolve))
  expect(log.length).toBeLessThanOrEqual(4)
  await reader.cancel()
  expect(log.at(-1)).toBe('ended')
})

test('a failure reaches the client as a failure', async () => {
  async function* broken() {
    yield 'a'
    throw new Error('The database went away')
  }
  await expect(new Response(streamBody(broken())).text()).rejects.toThrow('The database went away')
})
