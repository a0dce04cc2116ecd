import { expect, test } from 'vitest'
import { createImportQueue, type ImportAnswer, type ImportSource, type SendSource } from './import-queue.ts'

const source = (name: string): ImportSource => ({ name, body: new Blob([name]), pasted: false })
const done = (name: string): ImportAnswer => ({ ok: true, documentId: name, title: name, paragraphs: 1, notes: [], duplicateOf: null })

/** A server whose answers the test gives one by one. */
function handServer() {
  const calls = new Map<string, { onSent: (share: number) => void; answer: (answer: ImportAnswer) => void }>()
  const send: SendSource = (_, { name }, onSent) =>
    new Promise((resolve) => {
      calls.set(name, { onSent, answer: resolve })
    })
  return { send, calls }
}
const settled = () => new Promise((resolve) => setTimeout(resolve))

test('two go at a time, in order; one that fails stops nothing', async () => {
  const { send, calls } = handServer()
  const queue = createImportQueue(send)
  const states = () => queue.get().map((item) => item.state)
  queue.add('w', ['a', 'b', 'c', 'd'].map(source))
  expect(states()).toEqual(['sending', 'sending', 'waiting', 'waiting'])
  calls.get('b')?.answer({ ok: false, reason: 'This file is empty.', again: false })
  await settled()
  expect(states()).toEqual(['sending', 'failed', 'sending', 'waiting'])
  calls.get('a')?.answer(done('a'))
  calls.get('c')?.answer(done('c'))
  await settled()
  calls.get('d')?.answer(done('d'))
  await settled()
  expect(states()).toEqual(['done', 'failed', 'done', 'done'])
  expect(queue.get()[1]?.answer).toMatchObject({ reason: 'This file is empty.' })
})

test('progress is told while bytes go up, then "reading"', () => {
  const { send, calls } = handServer()
  const queue = createImportQueue(send)
  queue.add('w', [source('a')])
  let told = 0
  queue.subscribe(() => told++)
  calls.get('a')?.onSent(0.4)
  expect(queue.get()[0]).toMatchObject({ state: 'sending', sent: 0.4 })
  calls.get('a')?.onSent(1)
  expect(queue.get()[0]).toMatchObject({ state: 'reading', sent: 1 })
  expect(told).toBe(2)
})

test('what failed on the way can be tried again, what the server refused cannot', async () => {
  const { send, calls } = handServer()
  const queue = createImportQueue(send)
  queue.add('w', [source('cut'), source('bad')])
  calls.get('cut')?.answer({ ok: false, reason: 'The connection broke.', again: true })
  calls.get('bad')?.answer({ ok: false, reason: 'This file is encrypted.', again: false })
  await settled()
  for (const item of queue.get()) queue.retry(item.id)
  expect(queue.get().map((item) => item.state)).toEqual(['sending', 'failed'])
  calls.get('cut')?.answer(done('cut'))
  await settled()
  expect(queue.get().map((item) => item.state)).toEqual(['done', 'failed'])
})

test('pasted text is kept until it was taken, whatever the server says: it may be nowhere else', async () => {
  const { send, calls } = handServer()
  const queue = createImportQueue(send)
  queue.add('w', [{ ...source('typed'), pasted: true }])
  const [item] = queue.get()
  calls.get('typed')?.answer({ ok: false, reason: 'Only editors and owners can add documents.', again: false })
  await settled()
  expect(queue.get()[0]?.answer).toMatchObject({ ok: false, again: true })
  queue.retry(item!.id)
  calls.get('typed')?.answer(done('typed'))
  await settled()
  expect(queue.get()[0]?.state).toBe('done')
})

test('only what is finished leaves the list', async () => {
  const { send, calls } = handServer()
  const queue = createImportQueue(send)
  queue.add('w', [source('a'), source('b')])
  calls.get('a')?.answer(done('a'))
  await settled()
  for (const item of queue.get()) queue.dismiss(item.id)
  expect(queue.get().map((item) => item.name)).toEqual(['b'])
})
