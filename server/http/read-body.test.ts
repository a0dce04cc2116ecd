import { expect, test } from 'vitest'
import { readBody } from './read-body.ts'

const request = (body: BodyInit | null, headers: Record<string, string> = {}) =>
  new Request('http://a.example', { method: 'POST', body, headers, duplex: 'half' } as RequestInit)

/** A body that says nothing of its length and would never end. */
function endless(): { body: ReadableStream<Uint8Array>; sent: () => number } {
  let sent = 0
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1000
      controller.enqueue(new Uint8Array(1000))
    },
  })
  return { body, sent: () => sent }
}

test('the whole body', async () => {
  expect(await readBody(request('hello'), 5)).toEqual({ ok: true, body: new TextEncoder().encode('hello') })
  expect(await readBody(request(null), 5)).toEqual({ ok: true, body: new Uint8Array() })
})

test('a body that is too long is dropped as soon as that shows', async () => {
  const { body, sent } = endless()
  expect(await readBody(request(body), 10_000)).toEqual({ ok: false, reason: 'too-large' })
  expect(sent()).toBeLessThan(20_000)
})

test('an announced length is believed when it is too long', async () => {
  expect(await readBody(request('hi', { 'content-length': '11' }), 10)).toEqual({ ok: false, reason: 'too-large' })
})

test('a body that stands still is given up', async () => {
  const still = new ReadableStream<Uint8Array>({ start: (controller) => controller.enqueue(new Uint8Array(10)) })
  expect(await readBody(request(still), 100, 20)).toEqual({ ok: false, reason: 'too-slow' })
})

test('every byte buys time for the next, so that a large body over a slow line arrives', async () => {
  let left = 4
  const steady = new ReadableStream<Uint8Array>({
    async pull(controller) {
      await new Promise((resolve) => setTimeout(resolve, 30))
      if (left-- > 0) controller.enqueue(new Uint8Array(16 * 10_000))
      else controller.close()
    },
  })
  expect(await readBody(request(steady), 1 << 20, 5000)).toMatchObject({ ok: true })
})

test('a client that goes away is no fault', async () => {
  const gone = new ReadableStream<Uint8Array>({ pull: (controller) => controller.error(new Error('aborted')) })
  expect(await readBody(request(gone), 100)).toEqual({ ok: false, reason: 'broken' })
})
