import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { countClaims } from '#/db/queries/claims.ts'
import { readCodebook } from '#/db/queries/codebook.ts'
import { countActorUses, countTaggedStatements, countThemeUses } from '#/db/queries/codebook-uses.ts'
import { listMemos } from '#/db/queries/memos.ts'
import { listThreads } from '#/db/queries/thread-list.ts'
import { readThreads } from '#/db/queries/threads.ts'
import { documents, originals } from '#/db/schema/documents.ts'
import { excerptActors, excerpts } from '#/db/schema/excerpts.ts'
import { members, users, workspaces } from '#/db/schema/people.ts'
import { mintScope } from '#/db/scope.ts'
import { canonicalText, TEXT_NAME } from '#/lib/text/flat.ts'
import { verifyPassword } from '#/server/auth/password.ts'
import { projectDocument } from '#/server/collab/projection-writer.ts'
import { loadRoom } from '#/server/collab/room-log.ts'
import { loadSample } from '#/server/sample/load-sample.ts'
import { SAMPLE_SOURCES } from '#/server/sample/sample-sources.ts'
import { SAMPLE_MEMOS, SAMPLE_THREADS } from '#/server/sample/talk.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeUser } from '#/tests/support/make-user.ts'

const { db } = testDatabase()

test('fills an empty installation: every tag is an excerpt at its words, and the account opens', async () => {
  const entry = await loadSample({ db })
  const [owner] = await db.select().from(users).where(eq(users.email, entry!.email))
  expect(await verifyPassword(owner!.passwordHash, entry!.password)).toBe(true)

  const [workspace] = await db.select().from(workspaces)
  expect(await db.select({ role: members.role }).from(members).where(eq(members.userId, owner!.id))).toEqual([{ role: 'owner' }])
  const tags = SAMPLE_SOURCES.flatMap((source) => source.tags)
  const rows = await db.select().from(excerpts)
  expect(rows.map((row) => row.quote).toSorted()).toEqual(tags.map((tag) => tag.quote).toSorted())

  for (const { documentId, text, bytes, byteSize } of await db.select().from(originals)) {
    const room = await loadRoom(db, `text/${documentId}`)
    expect(canonicalText(room.getText(TEXT_NAME))).toBe(text)
    expect(bytes.length).toBe(byteSize)
    const here = rows.filter((row) => row.documentId === documentId)
    for (const row of here) expect(text.slice(row.startUtf16!, row.endUtf16!)).toBe(row.quote)
    // What was written is what the projection makes of the rooms.
    expect((await projectDocument(db, documentId))?.changes).toBe(0)
  }

  const scope = mintScope(workspace!.id, owner!.id, 'owner')
  const codebook = await readCodebook(db, scope)
  const uses = await countActorUses(db, scope)
  expect(Object.values(uses).reduce((sum, { source, recipient, mentioned }) => sum + source + recipient + mentioned, 0)).toBe(
    (await db.select().from(excerptActors)).length,
  )
  expect(Object.keys(uses)).toHaveLength(codebook.actors.length)
  const branches = codebook.themes.filter((theme) => theme.parentId === null)
  const themeUses = await countThemeUses(db, scope)
  for (const branch of branches) expect(themeUses[branch.id]!.withSubthemes).toBeGreaterThan(10)
  expect((await countTaggedStatements(db, scope)).withThemes).toBe(tags.filter((tag) => tag.themes?.length).length)
})

test('people have talked about the sample: a question waits for whoever signs in, memos lead to what they are on, claims contradict', async () => {
  const { email } = (await loadSample({ db })) ?? {}
  const [owner] = await db
    .select()
    .from(users)
    .where(eq(users.email, email ?? ''))
  const [workspace] = await db.select().from(workspaces)
  const scope = mintScope(workspace!.id, owner!.id, 'owner')
  const { threads } = await listThreads(db, scope, 'yours', 0)
  expect(threads).toMatchObject([{ assigneeId: owner!.id, isResolved: false, said: 2, last: { byName: 'Layla Haddad' } }])
  expect((await listThreads(db, scope, 'all', 0)).threads).toHaveLength(SAMPLE_THREADS.length)
  const [waiting] = (await readThreads(db, scope, [threads[0]!.documentId])).filter(
    (thread) => thread.annotationId === threads[0]!.annotationId,
  )
  expect(waiting?.entries.some(({ mentions }) => mentions.includes(owner!.id))).toBe(true)
  const { memos } = await listMemos(db, scope, { subject: null, words: '' }, 0)
  expect(
    memos
      .filter(({ subject }) => subject !== 'statement')
      .map(({ subjectName }) => subjectName)
      .sort(),
  ).toEqual(SAMPLE_MEMOS.map(({ name }) => name).sort())
  const { contradictions, claims } = await countClaims(db, scope, { actorId: null, from: null, until: null })
  expect(Math.min(contradictions, claims)).toBeGreaterThan(0)
})

test('documents carry what their files say, dated before the tags on them', async () => {
  await loadSample({ db, password: 'a password of my own' })
  const rows = await db.select().from(documents)
  expect(rows).toHaveLength(SAMPLE_SOURCES.length)
  for (const document of rows) {
    expect([document.title, document.outlet, document.kind, document.url].every(Boolean)).toBe(true)
    expect(document.wordCount).toBeGreaterThan(300)
    const tagged = await db.select({ at: excerpts.createdAt }).from(excerpts).where(eq(excerpts.documentId, document.id))
    expect(tagged.every(({ at }) => at > document.createdAt && at < new Date())).toBe(true)
  }
})

test('does nothing where somebody has an account, and nothing twice', async () => {
  await makeUser(db)
  expect(await loadSample({ db })).toBeNull()
  expect(await db.select().from(workspaces)).toEqual([])
})

test('the second start leaves the sample as it is', async () => {
  expect(await loadSample({ db })).not.toBeNull()
  expect(await loadSample({ db })).toBeNull()
  expect(await db.select().from(workspaces)).toHaveLength(1)
})
