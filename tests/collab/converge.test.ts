import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { CollabClient } from '#/components/collab/client.ts'
import { canonicalText, TEXT_NAME } from '#/lib/text/flat.ts'
import { loadRoom } from '#/server/collab/room-log.ts'
import { openRoom, openTab, saved } from '#/tests/support/collab-client.ts'
import { signIn, startCollab, type TestCollab } from '#/tests/support/collab-server.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeLiveDocument } from '#/tests/support/live-document.ts'
import { makeMember } from '#/tests/support/make-member.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'
import { until } from '#/tests/support/until.ts'

const { db } = testDatabase()
let server: TestCollab
const tabs: CollabClient[] = []

afterEach(async () => {
  await Promise.all(tabs.splice(0).map((tab) => tab.destroy()))
  await server?.stop()
})

async function twoEditors(words?: string) {
  server = await startCollab(db)
  const { owner, scope } = await makeWorkspace(db)
  const { user } = await makeMember(db, scope.workspaceId, 'editor')
  const document = await makeLiveDocument(db, scope, words)
  for (const person of [owner, user]) tabs.push(openTab(server, { user: person, ...(await signIn(db, person.id)) }))
  const [a, b] = tabs as [CollabClient, CollabClient]
  return { a, b, document }
}

test('two people who type at once end with the same text, and so does the log', async () => {
  const { a, b, document } = await twoEditors()
  const roomA = await openRoom(a, document.text)
  const roomB = await openRoom(b, document.text)
  const textA = roomA.doc.getText(TEXT_NAME)
  const textB = roomB.doc.getText(TEXT_NAME)
  expect(canonicalText(textA)).toBe('The Pentagon said the hotline with Russia is open.')
  for (let i = 0; i < 50; i++) {
    textA.insert(1 + i, 'a')
    textB.insert(textB.length, 'b')
    if (i % 10 === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  await Promise.all([saved(a), saved(b)])
  await until('both have the same text', () => textA.toString() === textB.toString())
  const words = canonicalText(textA)
  expect(words.startsWith('a'.repeat(50))).toBe(true)
  expect(words.endsWith('b'.repeat(50))).toBe(true)

  const stored = await loadRoom(db, document.text)
  expect(canonicalText(stored.getText(TEXT_NAME))).toBe(words)
  expect(Y.encodeStateVector(stored)).toEqual(Y.encodeStateVector(roomA.doc))
  expect(stored.store.pendingStructs).toBeNull()
})

test('what one person typed is there for the next who opens the document after everybody left', async () => {
  const { a, b, document } = await twoEditors()
  const room = await openRoom(a, document.text)
  room.doc.getText(TEXT_NAME).insert(1, 'Yesterday: ')
  await saved(a)
  await a.destroy()
  const other = await openRoom(b, document.text)
  expect(canonicalText(other.doc.getText(TEXT_NAME))).toMatch(/^Yesterday: The Pentagon/)
})

test('who joins a long document gets what was kept ready for others, and what was written since', async () => {
  const words = 'A long report. '.repeat(5000).trim()
  const { a, b, document } = await twoEditors(words)
  const first = await openRoom(a, document.text)
  first.doc.getText(TEXT_NAME).insert(1, 'Draft. ')
  first.doc.getText(TEXT_NAME).delete(8, 2)
  await saved(a)
  const second = await openRoom(b, document.text)
  const text = second.doc.getText(TEXT_NAME)
  await until('everything is there', () => text.toString() === first.doc.getText(TEXT_NAME).toString())
  expect(canonicalText(text)).toBe(`Draft. ${words.slice(2)}`)
  expect(second.doc.store.pendingStructs).toBeNull()
  text.insert(1, 'B: ')
  await saved(b)
  await until('the first has it', () => first.doc.getText(TEXT_NAME).toString() === text.toString())
})
