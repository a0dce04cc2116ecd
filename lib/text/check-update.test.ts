// @vitest-environment jsdom

import { createEncoder, toUint8Array, writeUint8, writeVarUint } from 'lib0/encoding'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { MemberRole } from '#/lib/access/roles.ts'
import { newId } from '#/lib/id.ts'
import { checkTextUpdate } from '#/lib/text/check-update.ts'
import { ALIAS_NAME, createTextDoc, TEXT_NAME } from '#/lib/text/flat.ts'
import { cloneDoc, openPeer } from '#/lib/text/testing/peer.ts'
import { randomEdit } from '#/lib/text/testing/random-edit.ts'
import { rng } from '#/lib/text/testing/rng.ts'

/** ms; a busy machine is no failure. */
const PATIENCE = 120_000
const SEEDS = Number(process.env.SEEDS ?? 8)
const [ME, THEM] = [newId(), newId()]

function source() {
  return createTextDoc(['one', 'two', 'three', 'four'].map((word) => ({ type: 'paragraph', spans: [{ text: `${word} `.repeat(6) }] })))
}

function take(server: Y.Doc, owners: Map<number, string>, update: Uint8Array, userId: string, role: MemberRole = 'editor'): string | null {
  const result = checkTextUpdate(server, update, { userId, role }, (client) => owners.get(client))
  if (!result.ok) return result.reason
  for (const client of result.newClients) owners.set(client, userId)
  Y.applyUpdate(server, update)
  expect(server.store.pendingStructs).toBeNull()
  return null
}

test(
  `nothing real editors do is refused (${SEEDS} histories: batches, undo, moves, concurrent work)`,
  () => {
    for (let seed = 1; seed <= SEEDS; seed++) {
      const random = rng(seed)
      const server = source()
      const owners = new Map<number, string>()
      const people = [ME, THEM].map((userId) => ({ userId, ...openPeer(cloneDoc(server)) }))
      for (let step = 0; step < 60; step++) {
        const person = random.pick(people)
        let done = ''
        if (random.chance(0.1)) done = `undo ${person.undo.undo()}`
        else if (random.chance(0.05)) done = `redo ${person.undo.redo()}`
        else done = randomEdit(person.editor, random)
        if (random.chance(0.5)) continue
        const update = Y.encodeStateAsUpdate(person.doc, Y.encodeStateVector(server))
        expect(take(server, owners, update, person.userId), `seed ${seed}, step ${step}, ${done}`).toBeNull()
        Y.applyUpdate(person.doc, Y.encodeStateAsUpdate(server, Y.encodeStateVector(person.doc)), 'remote')
      }
      for (const person of people) person.destroy()
    }
  },
  PATIENCE,
)

const FORGERIES: Record<string, (doc: Y.Doc, text: Y.Text) => void> = {
  'an unknown root': (doc) => doc.getMap('config').set('a', 1),
  'an embed': (_doc, text) => text.insertEmbed(3, { image: 'x' }),
  'a nested type': (_doc, text) => text.insertEmbed(3, new Y.Text('x')),
  'an unknown format': (_doc, text) => text.format(2, 3, { color: 'red' }),
  'a script as a link': (_doc, text) => text.format(2, 3, { link: 'javascript:alert(1)' }),
  'a link that is no text': (_doc, text) => text.format(2, 3, { link: { href: 'https://example.org' } }),
  'an unknown kind of block': (_doc, text) => text.format(0, 1, { b: 'h9' }),
  'bold that is not true': (_doc, text) => text.format(2, 3, { bold: 'very' }),
  'words before the first paragraph mark': (_doc, text) => text.insert(0, 'x'),
  'the removal of the first paragraph mark': (_doc, text) => text.delete(0, 3),
  'a key in the text': (_doc, text) => text.setAttribute('a', 'b'),
  'an alias that is none': (doc) => doc.getMap(ALIAS_NAME).set('1:2', 'gone'),
  'an alias of nothing': (doc) => doc.getMap(ALIAS_NAME).set('somewhere', [1, 2, 3]),
  'an alias of words that somebody else wrote': (doc) => doc.getMap(ALIAS_NAME).set('9:0>7:0', [4, 1]),
  'an alias of words that are not written yet': (doc) => doc.getMap(ALIAS_NAME).set(`7:0>${doc.clientID}:40`, [4, 1]),
  'a rank nobody can come up to': (doc, text) => {
    text.insert(3, 'mine')
    doc.getMap(ALIAS_NAME).set(`7:0>${doc.clientID}:0`, [4, Number.MAX_SAFE_INTEGER])
  },
  'words that were created for two others': (doc, text) => {
    text.insert(3, 'mine')
    doc.getMap(ALIAS_NAME).set(`7:0>${doc.clientID}:0`, [4, 1])
    doc.getMap(ALIAS_NAME).set(`7:9>${doc.clientID}:3`, [1, 1])
  },
  'words of somebody else typed in place of others': (doc) => doc.getMap(ALIAS_NAME).set('7:0~7:4', [7, 9]),
  'a removed alias': (doc) => doc.getMap(ALIAS_NAME).delete('5:5'),
  'too large a change': (_doc, text) => text.insert(3, 'x'.repeat(2 * 1024 * 1024 + 1)),
}

test.each(Object.keys(FORGERIES))('an editor is refused %s', (name) => {
  const server = source()
  server.getMap(ALIAS_NAME).set('5:5', [1, 2, 3])
  const evil = cloneDoc(server)
  FORGERIES[name]!(evil, evil.getText(TEXT_NAME))
  expect(take(server, new Map(), Y.encodeStateAsUpdate(evil, Y.encodeStateVector(server)), ME)).toEqual(expect.any(String))
})

test('a coder reads, and changes nothing', () => {
  const server = source()
  const copy = cloneDoc(server)
  expect(take(server, new Map(), Y.encodeStateAsUpdate(copy), ME, 'coder')).toBeNull()
  copy.getText(TEXT_NAME).delete(3, 1)
  expect(take(server, new Map(), Y.encodeStateAsUpdate(copy), ME, 'coder')).toBe('You may read this text, not change it.')
})

test('a client id belongs to who used it first', () => {
  const server = source()
  const owners = new Map<number, string>()
  const [mine, theirs] = [cloneDoc(server, 5), cloneDoc(server, 5)]
  mine.getText(TEXT_NAME).insert(3, 'mine')
  expect(take(server, owners, Y.encodeStateAsUpdate(mine), ME)).toBeNull()
  theirs.getText(TEXT_NAME).insert(3, 'theirs')
  expect(take(server, owners, Y.encodeStateAsUpdate(theirs), THEM)).toBe('The change continues the work of someone else.')
})

test('a client that resumes from its device after the server has seen part of its work is taken', () => {
  const server = source()
  const owners = new Map<number, string>()
  const mine = cloneDoc(server, 5)
  mine.getText(TEXT_NAME).insert(3, 'first')
  expect(take(server, owners, Y.encodeStateAsUpdate(mine), ME)).toBeNull()
  mine.getText(TEXT_NAME).insert(8, ' second')
  const resumed = cloneDoc(mine, 6)
  resumed.getText(TEXT_NAME).insert(15, ' third')
  expect(take(server, owners, Y.encodeStateAsUpdate(resumed, Y.encodeStateVector(server)), ME)).toBeNull()
  // The whole state once more, as after a reconnect without a state vector.
  expect(take(server, owners, Y.encodeStateAsUpdate(resumed), ME)).toBeNull()
  expect(server.getText(TEXT_NAME).toString()).toContain('first second third')
})

test('a few bytes cannot claim a stretch of erased text that no document could have', () => {
  const server = source()
  const update = (length: number) => {
    const encoder = createEncoder()
    for (const number of [1, 1, 77, 0]) writeVarUint(encoder, number)
    writeUint8(encoder, 0)
    writeVarUint(encoder, length)
    writeVarUint(encoder, 0)
    return toUint8Array(encoder)
  }
  expect(take(server, new Map(), update(1000), ME)).toBeNull()
  expect(take(server, new Map(), update(2 ** 50), ME)).toBe('The change is too large.')
})
