import { and, eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CollabClient } from '#/components/collab/client.ts'
import { moveToBin } from '#/db/queries/bin.ts'
import { findPendingEdition, keepPendingEdition } from '#/db/queries/editions.ts'
import { originals, versions } from '#/db/schema/documents.ts'
import { roomUpdates } from '#/db/schema/rooms.ts'
import type { Scope } from '#/db/scope.ts'
import { MEMBER_ROLES } from '#/lib/access/roles.ts'
import { captureQuote, captureRuns } from '#/lib/anchor/capture.ts'
import { buildIdIndex } from '#/lib/anchor/id-index.ts'
import { createAnnotation } from '#/lib/annotation/commands.ts'
import { canonicalText, TEXT_NAME } from '#/lib/text/flat.ts'
import { loadRoom } from '#/server/collab/room-log.ts'
import { createEditionComparison } from '#/server/jobs/compare-edition.ts'
import { createExtraction } from '#/server/jobs/extract.ts'
import { applyEdition, dropEdition } from '#/server/usecases/apply-edition.ts'
import { offerEdition } from '#/server/usecases/offer-edition.ts'
import { openRoom, openTab, saved } from '#/tests/support/collab-client.ts'
import { signIn, startCollab, type TestCollab } from '#/tests/support/collab-server.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { type LiveDocument, makeLiveDocument } from '#/tests/support/live-document.ts'
import { makeMember } from '#/tests/support/make-member.ts'
import type { TestUser } from '#/tests/support/make-user.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'
import { until } from '#/tests/support/until.ts'

const { db } = testDatabase()
const { extract } = createExtraction()
const { compare } = createEditionComparison()

const FIRST = 'Talks in Geneva ended on Tuesday without a statement.\nObservers counted forty trucks.\nNobody spoke of the prisoners.'
const SECOND = 'Talks in Geneva ended on Friday without a statement.\nNobody spoke of the prisoners.\nA correction was added.'
const file = (text: string, fileName = 'second.txt') => ({ fileName, bytes: new TextEncoder().encode(text) })

let server: TestCollab
let scope: Scope
let owner: TestUser
let document: LiveDocument
const tabs: CollabClient[] = []

beforeEach(async () => {
  server = await startCollab(db)
  const workspace = await makeWorkspace(db)
  scope = workspace.scope
  owner = workspace.owner
  document = await makeLiveDocument(db, scope, FIRST)
})
afterEach(async () => {
  await Promise.all(tabs.splice(0).map((tab) => tab.destroy()))
  await server.stop()
})

const deps = () => ({ db, extract, compare, collab: server.collab })
const wordsOf = (doc: Parameters<typeof canonicalText>[0]['doc']) => canonicalText(doc!.getText(TEXT_NAME))
const stored = async () => wordsOf(await loadRoom(db, document.text))

async function open(user = owner): Promise<CollabClient> {
  const tab = openTab({ url: server.url, origin: server.origin }, { user, cookie: (await signIn(db, user.id)).cookie })
  tabs.push(tab)
  return tab
}

async function offered(text = SECOND) {
  const offer = await offerEdition(scope, document.id, file(text), deps())
  if (!offer.ok || !offer.key) throw new Error('nothing was offered')
  return { ...offer, key: offer.key }
}

test('a file is shown for what it would do, changes nothing until it is applied, and then reaches who has the text open', async () => {
  const tab = await open()
  const room = await openRoom(tab, document.text)
  const layer = await openRoom(tab, document.layer)
  const text = room.doc.getText(TEXT_NAME)
  const tag = (words: string) => {
    const start = FIRST.indexOf(words)
    const runs = captureRuns(buildIdIndex(text), start, start + words.length)
    const quote = captureQuote(FIRST, start, start + words.length)
    return createAnnotation(layer.doc, { userId: owner.id, runs, quote, actors: [], themes: [] }, null)
  }
  const [, changed, lost] = [tag('without a statement'), tag('ended on Tuesday'), tag('forty trucks')]
  await saved(tab)

  const offer = await offered()
  expect(offer.report).toMatchObject({
    verdict: 'differs',
    paragraphs: { changed: 1, added: 1, removed: 1, moved: 0 },
    statements: {
      kept: 1,
      changed: [{ annotationId: changed, before: 'ended on Tuesday', after: 'ended on Friday' }],
      lost: [{ annotationId: lost, before: 'forty trucks', candidates: [] }],
    },
  })
  expect(await stored()).toBe(FIRST)
  expect(await db.$count(versions, eq(versions.documentId, document.id))).toBe(0)

  // Between looking and applying, and unsaved to the server's eye until then, somebody writes on.
  text.insert(1 + FIRST.indexOf('statement'), 'joint ')
  await saved(tab)
  const [rowBefore] = await db.select({ seq: roomUpdates.seq }).from(roomUpdates).where(eq(roomUpdates.room, document.layer))
  const done = await applyEdition(scope, document.id, offer.key, deps())
  expect(done).toMatchObject({ ok: true, edition: offer.key.edition })
  await until('the edition arrives', () => wordsOf(room.doc) === SECOND)
  expect(await stored()).toBe(SECOND)

  const [version] = await db.select().from(versions).where(eq(versions.documentId, document.id))
  expect(version).toMatchObject({ kind: 'edition', createdBy: owner.id })
  expect(version!.seq).toBeGreaterThanOrEqual(rowBefore!.seq)
  const [original] = await db
    .select()
    .from(originals)
    .where(and(eq(originals.documentId, document.id), eq(originals.edition, offer.key.edition)))
  expect(original).toMatchObject({ fileName: 'second.txt', text: SECOND, importedBy: owner.id })
  expect(original!.appliedAt).toBeInstanceOf(Date)
  expect(original!.runs!.reduce((sum, [, , length]) => sum + length, 0)).toBe(SECOND.length)
  const rows = await db.select({ userId: roomUpdates.userId }).from(roomUpdates).where(eq(roomUpdates.room, document.text))
  expect(rows.at(-1)!.userId).toBe(owner.id)
})

test('what others type while the difference is being worked out stays', async () => {
  const tab = await open()
  const room = await openRoom(tab, document.text)
  const { key } = await offered()
  const slow = {
    ...deps(),
    async compare(...job: Parameters<typeof compare>) {
      const compared = await compare(...job)
      room.doc.getText(TEXT_NAME).insert(1 + FIRST.indexOf('prisoners'), 'exchanged ')
      await saved(tab)
      return compared
    },
  }
  expect(await applyEdition(scope, document.id, key, slow)).toMatchObject({ ok: true })
  const merged = SECOND.replace('prisoners', 'exchanged prisoners')
  await until('both are there', () => wordsOf(room.doc) === merged)
  expect(await stored()).toBe(merged)
})

test('the same text is not kept, another one is told about, an unreadable file is refused', async () => {
  const same = await offerEdition(scope, document.id, file(FIRST.replaceAll('\n', '\n\n')), deps())
  expect(same).toMatchObject({ ok: true, key: null, report: { verdict: 'same' } })
  const other = await offerEdition(scope, document.id, file('Wheat prices rose again in the whole north of the country.'), deps())
  expect(other).toMatchObject({ ok: true, report: { verdict: 'unrelated' } })
  expect(await offerEdition(scope, document.id, file(''), deps())).toMatchObject({ ok: false, reason: 'empty' })
  expect(await db.$count(originals, and(eq(originals.documentId, document.id), eq(originals.fileName, 'second.txt')))).toBe(1)
})

test('only the file that was shown is applied, once', async () => {
  const first = await offered()
  const second = await offered(`${SECOND}\nAnd more.`)
  const both = await Promise.all([
    applyEdition(scope, document.id, second.key, deps()),
    applyEdition(scope, document.id, second.key, deps()),
  ])
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
  expect(both.find(({ ok }) => ok)).toMatchObject({ edition: 2 })
  expect(await stored()).toBe(`${SECOND}\nAnd more.`)
  expect(await db.$count(versions, eq(versions.documentId, document.id))).toBe(1)
  // What the first one would do was worked out for a text that is no more.
  expect(await applyEdition(scope, document.id, first.key, deps())).toMatchObject({ ok: false, reason: 'gone' })
  expect(await db.$count(originals, eq(originals.documentId, document.id))).toBe(2)
})

test('of the files one person offers for a document the oldest give way, not those of others', async () => {
  const { scope: colleague } = await makeMember(db, scope.workspaceId, 'editor')
  const keep = async (by: Scope, n: number) => {
    const sha256 = n.toString(16).padStart(64, '0')
    const source = { fileName: `${n}.txt`, format: 'txt', byteSize: 1, bytes: new Uint8Array([n]), text: '', textSha256: sha256 }
    return { sha256, edition: await keepPendingEdition(db, by, document.id, { ...source, sha256 }) }
  }
  const theirs = await keep(colleague, 99)
  const own = []
  for (let n = 0; n < 12; n++) own.push(await keep(scope, n))
  const isKept = async (by: Scope, key: { sha256: string; edition: number }) =>
    (await findPendingEdition(db, by, document.id, key)) !== null
  expect(await Promise.all(own.map((key) => isKept(scope, key)))).toEqual([...Array(4).fill(false), ...Array(8).fill(true)])
  expect(await isKept(colleague, theirs)).toBe(true)
})

test('a dropped file and a document in the bin cannot be applied', async () => {
  const { key } = await offered()
  await dropEdition(scope, document.id, key, { db })
  expect(await applyEdition(scope, document.id, key, deps())).toMatchObject({ ok: false, reason: 'gone' })
  const again = await offered()
  await moveToBin(db, scope, document.id)
  expect(await applyEdition(scope, document.id, again.key, deps())).toMatchObject({ ok: false, reason: 'gone' })
  expect(await offerEdition(scope, document.id, file(SECOND), deps())).toMatchObject({ ok: false, reason: 'gone' })
  expect(await stored()).toBe(FIRST)
})

test.each(MEMBER_ROLES)('%s: only owners and editors of this workspace', async (role) => {
  const { key } = await offered()
  const { scope: theirs } = await makeMember(db, scope.workspaceId, role)
  const may = role === 'owner' || role === 'editor'
  const offer = await offerEdition(theirs, document.id, file(SECOND), deps())
  // Nobody applies what was shown to somebody else.
  expect(await applyEdition(theirs, document.id, key, deps())).toMatchObject({ ok: false, reason: may ? 'gone' : 'forbidden' })
  const done = await applyEdition(theirs, document.id, offer.ok && offer.key ? offer.key : key, deps())
  expect([offer.ok, done.ok]).toEqual([may, may])
  const { scope: stranger } = await makeWorkspace(db)
  expect(await offerEdition(stranger, document.id, file(SECOND), deps())).toMatchObject({ ok: false, reason: 'gone' })
})
