import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { readAliases } from '#/lib/anchor/alias.ts'
import { buildIdIndex } from '#/lib/anchor/id-index.ts'
import { resolveRuns } from '#/lib/anchor/resolve.ts'
import type { IdRun } from '#/lib/annotation/model.ts'
import { checkTextUpdate } from '#/lib/text/check-update.ts'
import { ALIAS_NAME, createTextDoc, TEXT_NAME } from '#/lib/text/flat.ts'
import { cloneDoc } from '#/lib/text/testing/peer.ts'

/** Characters and entries of each forgery: with work for every pair of them a test would not end in time. */
const MANY = 10_000

/** What the entry of character number `i` of the forger's says. */
type Entry = (forger: number, theirs: number, i: number) => [key: string, value: number[]]

/** All of them are let through: nothing in them is false as such. */
const FORGERIES: Record<string, Entry> = {
  'words put together of single letters from everywhere': (forger, theirs, i) => [`${theirs}:${50_000 + 2 * i}>${forger}:${i}`, [1, 1]],
  'one letter moved to many places at once': (forger, theirs, i) => [`${theirs}:7>${forger}:${i}`, [1, 1]],
  'every letter typed in place of the same word': (forger, theirs, i) => [`${forger}:${i}^`, [forger, i, forger, i, theirs, 7, theirs, 7]],
  'letters typed in place of one another in a circle': (forger, _, i) => {
    const next = (by: number) => [forger, (i + by) % MANY]
    return [`${forger}:${i}^`, [...next(1), ...next(7), ...next(3), ...next(11)]]
  },
  'letters that each stood before the next': (forger, theirs, i) => [
    `${forger}:${i}^`,
    [theirs, 5, forger, (i + 1) % MANY, theirs, 7, theirs, 7],
  ],
}

test.each(Object.keys(FORGERIES))('a passage in a forged text is placed all the same: %s', (name) => {
  const server = createTextDoc([{ type: 'paragraph', spans: [{ text: 'word '.repeat(20_000) }] }])
  const [theirs] = [...server.store.clients.keys()] as [number]
  const evil = cloneDoc(server)
  const text = evil.getText(TEXT_NAME)
  evil.transact(() => {
    text.delete(7, 2)
    text.insert(9, 'x'.repeat(MANY))
    for (let i = 0; i < MANY; i++) evil.getMap(ALIAS_NAME).set(...FORGERIES[name]!(evil.clientID, theirs, i))
  })
  const update = Y.encodeStateAsUpdate(evil, Y.encodeStateVector(server))
  expect(checkTextUpdate(server, update, { userId: 'forger', role: 'editor' }, () => undefined)).toMatchObject({ ok: true })
  Y.applyUpdate(server, update)

  const runs: IdRun[] = [[theirs, 1, 30]]
  const place = resolveRuns(buildIdIndex(server.getText(TEXT_NAME)), runs, readAliases(server.getMap(ALIAS_NAME)))
  expect(place).toMatchObject({ state: 'anchored', start: 0 })
})
