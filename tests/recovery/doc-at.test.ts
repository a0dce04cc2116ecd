import { eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { auditLog } from '#/db/schema/audit.ts'
import { documents, layers, originals } from '#/db/schema/documents.ts'
import { excerpts } from '#/db/schema/excerpts.ts'
import { canonicalText, TEXT_NAME } from '#/lib/text/flat.ts'
import { projectDocument } from '#/server/collab/projection-writer.ts'
import { loadRoom } from '#/server/collab/room-log.ts'
import { createHistory } from '#/server/jobs/history.ts'
import type { OperatorDeps } from '#/server/operator/command.ts'
import { docAt } from '#/server/operator/doc-at.ts'
import { verify } from '#/server/verify/verify.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeLiveDocument } from '#/tests/support/live-document.ts'
import { makeActor } from '#/tests/support/make-actor.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'
import { writeHistory } from '#/tests/support/write-history.ts'

const database = testDatabase()
const { db } = database
const history = createHistory(db)
const deps: OperatorDeps = { database, history, collab: null, origin: 'http://interline.test', dataDir: '/nowhere' }
afterAll(() => history.stop())

const BEGINS = Date.UTC(2026, 10, 22, 14, 0)
const minute = (n: number) => new Date(BEGINS + n * 60_000).toISOString()

/** Imported at minute 0, tagged at 5, spoilt at 10. */
async function worked() {
  const { scope } = await makeWorkspace(db)
  const actorId = await makeActor(db, scope, { name: 'Pentagon <x>' })
  const document = await makeLiveDocument(db, scope, 'The hotline is open.')
  await db.update(documents).set({ title: 'Hotline' }).where(eq(documents.id, document.id))
  await db.update(originals).set({ appliedAt: new Date(BEGINS) })
  const writer = await writeHistory(db, scope, document, BEGINS)
  await writer.work(scope.userId, 5, () => {
    writer.tag('hotline', scope.userId, { actors: [{ actorId, role: 'source' }], memo: 'mine' })
  })
  await writer.work(scope.userId, 10, () => {
    const text = writer.text.getText(TEXT_NAME)
    text.delete(5, 7) // a paragraph mark stands before the first word
  })
  await projectDocument(db, document.id)
  return { scope, document }
}

test('prints text and statements as they were, in three forms', async () => {
  const { document } = await worked()
  const ask = (at: string, as: 'txt' | 'html' | 'json') => docAt.run({ document: 'Hotline', at, as }, deps)
  const text = await ask(minute(7), 'txt')
  expect(text).toMatchObject({ ok: true, lastChange: minute(5), content: expect.stringContaining('The hotline is open.') })
  expect(text.ok && text.content).toContain('- “hotline”: Pentagon <x> (source), by ')
  expect((await ask(minute(2), 'txt')).ok && (await ask(minute(2), 'txt'))).toMatchObject({
    content: expect.not.stringContaining('Statements'),
  })
  expect(await ask(minute(11), 'txt')).toMatchObject({ content: expect.stringContaining('The  is open.') })
  expect(await ask(minute(7), 'html')).toMatchObject({ content: expect.stringContaining('Pentagon &lt;x&gt; (source)') })
  const json = await ask(minute(7), 'json')
  expect(json.ok && JSON.parse(json.content)).toMatchObject({ id: document.id, statements: [{ start: 4, end: 11 }] })
})

test('refuses what cannot be meant', async () => {
  const { scope, document } = await worked()
  const ask = (wanted: string, at: string) => docAt.run({ document: wanted, at, as: 'txt' }, deps)
  expect(await ask('No such', minute(1))).toMatchObject({ ok: false, message: 'There is no document "No such".' })
  expect(await ask(document.id, minute(-1))).toMatchObject({ ok: false, message: expect.stringContaining('did not exist') })
  const other = await makeLiveDocument(db, scope, 'Another.')
  await db.update(documents).set({ title: 'Hotline' })
  expect(await ask('Hotline', minute(1))).toMatchObject({ ok: false, message: expect.stringContaining(other.id) })
})

test('makes a document of the moment beside the present one, which stays as it is', async () => {
  const { document } = await worked()
  const before = canonicalText((await loadRoom(db, document.text)).getText(TEXT_NAME))
  const made = await docAt.run({ document: document.id, at: minute(7), as: 'new' }, deps)
  if (!made.ok || !made.madeId) throw new Error('no document was made')
  expect(canonicalText((await loadRoom(db, `text/${made.madeId}`)).getText(TEXT_NAME))).toBe('The hotline is open.')
  expect(canonicalText((await loadRoom(db, document.text)).getText(TEXT_NAME))).toBe(before)
  expect((await db.select().from(documents).where(eq(documents.id, made.madeId)))[0]?.title).toBe('Hotline (as of 2026-11-22 14:07 UTC)')
  expect(await db.select().from(layers).where(eq(layers.documentId, made.madeId))).toHaveLength(1)
  const rows = await db.select().from(excerpts)
  expect(rows.filter((row) => row.documentId === made.madeId)).toMatchObject([{ state: 'anchored', quote: 'hotline', memo: 'mine' }])
  expect(rows.filter((row) => row.documentId === document.id)).toMatchObject([{ state: 'orphan' }])
  expect(await db.select().from(originals).where(eq(originals.documentId, made.madeId))).toHaveLength(1)
  expect(await db.select().from(auditLog)).toMatchObject([{ event: 'document-recovered', subject: made.madeId }])
  expect((await verify(db))?.problems).toEqual([])
})
