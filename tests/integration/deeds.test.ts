import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { listLastDeeds } from '#/db/queries/last-deeds.ts'
import { listRecentDeeds } from '#/db/queries/recent-deeds.ts'
import { documents, layers } from '#/db/schema/documents.ts'
import { users, workspaces } from '#/db/schema/people.ts'
import { mintScope } from '#/db/scope.ts'
import { loadSample } from '#/server/sample/load-sample.ts'
import { SAMPLE_THREADS } from '#/server/sample/talk.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'

const { db } = testDatabase()

test('what was done is told last first and joined, to members alone, and nothing of documents in the bin', async () => {
  const entry = await loadSample({ db })
  const [owner] = await db.select().from(users).where(eq(users.email, entry!.email))
  const [workspace] = await db.select().from(workspaces)
  const scope = mintScope(workspace!.id, owner!.id, 'owner')

  const deeds = await listRecentDeeds(db, scope, 1000)
  expect(deeds.map(({ at }) => at)).toEqual(deeds.map(({ at }) => at).toSorted((a, b) => b - a))
  const count = (kind: string) => deeds.filter((deed) => deed.kind === kind).reduce((sum, deed) => sum + deed.count, 0)
  expect(count('tagged')).toBe(139)
  expect(count('commented')).toBe(SAMPLE_THREADS.reduce((sum, { said }) => sum + said.length, 0))
  expect(count('imported')).toBe(8)
  expect(await listRecentDeeds(db, scope, 3)).toEqual(deeds.slice(0, 3))

  // A list says of every document what stands first of it in the feed.
  const last = await listLastDeeds(db, scope)
  expect(last.size).toBe(8)
  for (const [id, { kind, by, at }] of last) {
    expect(deeds.find(({ document }) => document?.id === id)).toMatchObject({ kind, by, at })
  }

  const gone = deeds[0]!.document!.id
  await db.update(documents).set({ deletedAt: new Date() }).where(eq(documents.id, gone))
  expect((await listRecentDeeds(db, scope, 1000)).some(({ document }) => document?.id === gone)).toBe(false)
  expect((await listLastDeeds(db, scope)).has(gone)).toBe(false)

  const other = deeds.find(({ kind, document }) => kind === 'tagged' && document!.id !== gone)!.document!.id
  await db.update(layers).set({ kind: 'blind', ownerId: deeds[0]!.by.id }).where(eq(layers.documentId, other))
  const seen = await listRecentDeeds(db, scope, 1000)
  expect(
    seen.some(({ kind, document }) => kind === 'tagged' && document?.id === other),
    'of a blind layer of somebody else',
  ).toBe(false)

  const stranger = (await makeWorkspace(db)).scope
  expect(await listRecentDeeds(db, stranger, 10)).toEqual([])
  expect(await listLastDeeds(db, stranger)).toEqual(new Map())
})
