import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { TEXT_NAME } from '#/lib/text/flat.ts'
import { replicaPrint } from './replica.ts'

/** Two copies of one text that was written at both. */
function copies(): [Y.Doc, Y.Doc] {
  const [a, b] = [new Y.Doc(), new Y.Doc()]
  a.getText(TEXT_NAME).insert(0, 'one two')
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a))
  b.getText(TEXT_NAME).insert(3, ' and')
  a.getText(TEXT_NAME).format(0, 3, { bold: true })
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b))
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a))
  return [a, b]
}

test('copies that were merged have one print, also one that was read from the log', () => {
  const [a, b] = copies()
  const replayed = new Y.Doc()
  Y.applyUpdate(replayed, Y.encodeStateAsUpdate(a))
  expect(new Set([a, b, replayed].map(replicaPrint)).size).toBe(1)
})

test('a copy that lacks a change, a deletion or a format differs', () => {
  for (const change of [
    (text: Y.Text) => text.insert(0, 'x'),
    (text: Y.Text) => text.delete(0, 1),
    (text: Y.Text) => text.format(4, 3, { italic: true }),
  ]) {
    const [a, b] = copies()
    change(a.getText(TEXT_NAME))
    expect(replicaPrint(a)).not.toBe(replicaPrint(b))
  }
})

test('a copy whose words are equal but of another history differs', () => {
  const [a, b] = [new Y.Doc(), new Y.Doc()]
  for (const doc of [a, b]) doc.getText(TEXT_NAME).insert(0, 'same')
  expect(replicaPrint(a)).not.toBe(replicaPrint(b))
})

test('a copy in which something waits for what is missing says so', () => {
  const writer = new Y.Doc()
  const updates: Uint8Array[] = []
  writer.on('update', (update: Uint8Array) => updates.push(update))
  writer.getText(TEXT_NAME).insert(0, 'a')
  writer.getText(TEXT_NAME).insert(1, 'b')
  const copy = new Y.Doc()
  Y.applyUpdate(copy, updates[1] as Uint8Array)
  expect(replicaPrint(copy)).toContain('incomplete')
})
