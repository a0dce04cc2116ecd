import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { retryPending, setAsidePending } from './pending.ts'

function typed(words: string[]): Uint8Array[] {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (const word of words) doc.getText('t').insert(doc.getText('t').length, word)
  doc.getText('t').delete(doc.getText('t').length - 1, 1)
  return updates
}

test('what builds on a missing row waits beside the document and joins it when the row comes', () => {
  const [one, two, three, deletion] = typed(['one ', 'two ', 'three!']) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array]
  const doc = new Y.Doc()
  for (const update of [one, three, deletion]) Y.applyUpdate(doc, update)
  const pending = setAsidePending(doc)
  expect(pending?.structs).not.toBeNull()
  expect(Y.encodeStateAsUpdate(doc)).toEqual(one)
  const still = retryPending(doc, pending as NonNullable<typeof pending>, 'test')
  expect(still).not.toBeNull()
  expect(doc.getText('t').toString()).toBe('one ')
  Y.applyUpdate(doc, two)
  expect(retryPending(doc, still as NonNullable<typeof still>, 'test')).toBeNull()
  expect(doc.getText('t').toString()).toBe('one two three')
})

test('a document without gaps has nothing to set aside', () => {
  const doc = new Y.Doc()
  for (const update of typed(['one', 'two'])) Y.applyUpdate(doc, update)
  expect(setAsidePending(doc)).toBeNull()
})
