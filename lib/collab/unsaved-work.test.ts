import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { captureQuote, captureRuns } from '#/lib/anchor/capture.ts'
import { buildIdIndex } from '#/lib/anchor/id-index.ts'
import { createAnnotation, setMemo } from '#/lib/annotation/commands.ts'
import { canonicalText, createTextDoc, TEXT_NAME } from '#/lib/text/flat.ts'
import { type UnsavedRoom, unsavedJson, unsavedWords, wordsWritten } from './unsaved-work.ts'

const USER = '01a20000-0000-7000-8000-000000000001'

/** A room as a device has it after `edit`, of which the server knows nothing. */
function after(room: string, doc: Y.Doc, edit: () => void): UnsavedRoom {
  const changes: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => changes.push(update))
  edit()
  return { room, changes, state: Y.encodeStateAsUpdate(doc) }
}

function textDoc(): Y.Doc {
  return createTextDoc([{ type: 'paragraph', spans: [{ text: 'The line is open.' }] }])
}

test('what was typed letter by letter is one stretch, what was typed elsewhere another', () => {
  const doc = textDoc()
  const text = doc.getText(TEXT_NAME)
  const { changes } = after('text/1', doc, () => {
    for (const [i, letter] of [...'red '].entries()) text.insert(5 + i, letter)
    text.insert(text.length, ' Always.')
    text.delete(1, 3)
  })
  expect(wordsWritten(changes)).toEqual(['red ', ' Always.'])
})

test('the file for people has the reason, what was written and the whole text', () => {
  const doc = textDoc()
  const room = after('text/1', doc, () => doc.getText(TEXT_NAME).insert(5, 'red '))
  const words = unsavedWords('You are signed out.', [room])
  expect(words).toMatch(/^You are signed out\./)
  expect(words).toContain('(1 change not saved)')
  expect(words).toContain('What you wrote:\n\nred ')
  expect(words).toContain('The red line is open.')
})

test('of a layer it has the statements that were made or changed, and no others', () => {
  const text = textDoc().getText(TEXT_NAME)
  const tag = (layer: Y.Doc, start: number, end: number) =>
    createAnnotation(
      layer,
      {
        userId: USER,
        runs: captureRuns(buildIdIndex(text), start, end),
        quote: captureQuote(canonicalText(text), start, end),
        actors: [{ actorId: USER, role: 'source' }],
        themes: [],
      },
      'test',
    )
  const layer = new Y.Doc()
  const old = tag(layer, 4, 8)
  tag(layer, 0, 3)
  setMemo(layer, old, USER, 'first', 'test')
  const room = after('layer/1', layer, () => {
    setMemo(layer, old, USER, 'look again', 'test')
    tag(layer, 12, 16)
  })
  const words = unsavedWords('Not taken.', [room])
  expect(words).toContain('“line”\nMemo: look again')
  expect(words).toContain('“open”')
  expect(words).not.toContain('“The”')
})

test('the file for programs gives every byte back', () => {
  const doc = textDoc()
  const room = after('text/1', doc, () => doc.getText(TEXT_NAME).insert(1, 'Grüße, 中文. '.repeat(9000)))
  const { rooms } = JSON.parse(unsavedJson('Why.', [room])) as { rooms: { state: string; text: string; changes: string[] }[] }
  const copy = new Y.Doc()
  Y.applyUpdate(copy, new Uint8Array(Buffer.from(rooms[0]!.state, 'base64')))
  expect(canonicalText(copy.getText(TEXT_NAME))).toBe(rooms[0]!.text)
  expect(new Uint8Array(Buffer.from(rooms[0]!.changes[0]!, 'base64'))).toEqual(room.changes[0])
})
