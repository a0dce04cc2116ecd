import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { AliasLog } from '#/lib/anchor/alias.ts'
import { stretchOf } from './neighbours.ts'

test('a source of very many paragraphs, each going on with the one before, is no deeper than the stack', () => {
  const doc = new Y.Doc()
  const text = doc.getText('t')
  doc.transact(() => {
    text.insert(0, 'end')
    // As one change: inserted one by one, each would be looked up from the beginning.
    text.applyDelta(Array.from({ length: 30_000 }, (_, at) => (at % 2 ? { insert: 'a ', attributes: { bold: true } } : { insert: 'b ' })))
  })
  const { client, clock } = (text as unknown as { _start: Y.Item })._start.id
  expect(stretchOf(doc, new AliasLog(doc.getMap('alias')), [client, clock])).not.toBeNull()
  const last = Y.getState(doc.store, doc.clientID) - 2
  expect(stretchOf(doc, new AliasLog(doc.getMap('alias')), [doc.clientID, last])?.goesOn).toBe(true)
})
