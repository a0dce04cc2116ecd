import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addsNothing } from './adds-nothing.ts'

function pair() {
  const server = new Y.Doc()
  const client = new Y.Doc()
  client.getText('t').insert(0, 'hello world')
  client.getText('t').delete(2, 3)
  Y.applyUpdate(server, Y.encodeStateAsUpdate(client))
  return { server, client }
}

test('a whole document that is known adds nothing, deletions included', () => {
  const { server, client } = pair()
  expect(addsNothing(server, Y.encodeStateAsUpdate(client))).toBe(true)
  expect(addsNothing(server, Y.encodeStateAsUpdate(client, Y.encodeStateVector(server)))).toBe(true)
  expect(addsNothing(server, Y.encodeStateAsUpdate(new Y.Doc()))).toBe(true)
})

test.each<[string, (text: Y.Text) => void]>([
  ['a character', (text) => text.insert(3, 'x')],
  ['a deletion alone', (text) => text.delete(0, 1)],
  ['a deletion beside known ones', (text) => text.delete(4, 2)],
  ['a format', (text) => text.format(0, 2, { bold: true })],
])('%s is something', (_what, edit) => {
  const { server, client } = pair()
  edit(client.getText('t'))
  expect(addsNothing(server, Y.encodeStateAsUpdate(client, Y.encodeStateVector(server)))).toBe(false)
  expect(addsNothing(server, Y.encodeStateAsUpdate(client))).toBe(false)
})

test('bytes that are no update throw', () => {
  expect(() => addsNothing(new Y.Doc(), new Uint8Array([9, 9, 255]))).toThrow()
})
