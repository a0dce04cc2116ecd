import { expect, test } from 'vitest'
import { readBody } from './read-body.ts'

/** A request whose body says nothing of its length and would never end. */
function endless(): { request: Request; sent: () => number } {
  let sent = 0
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1000
      controller.enqueue(new Uint8Array(1000))
    },
  })
  return { request: new Request('http://a.example', { method: 'POST', body, duplex: 'half' } as RequestInit), sent: () => sent }
}

test('the whole body', async () => {
  expect(await readBody(new Request('http://a.example', { method: 'POST', body: 'hello' }), 5)).toEqual(new TextEncoder().encode('hello'))
  expect(await readBody(new Request('http://a.example', { method: 'POST' }), 5)).toEqual(new Uint8Array())
})

test('a body that is too long is dropped as soon as that shows', async () => {
  const { request, sent } = endless()
  expect(await readBody(request, 10_000)).toBeNull()
  expect(sent()).toBeLessThan(20_000)
})

test('an announced length is believed when it is too long', async () => {
  const request = new Request('http://a.example', { method: 'POST', body: 'hi', headers: { 'content-length': '11' } })
  expect(await readBody(request, 10)).toBeNull()
})
