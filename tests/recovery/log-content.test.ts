import { eq, sql } from 'drizzle-orm'
import { afterEach, expect, test, vi } from 'vitest'
import type { CollabClient } from '#/components/collab/client.ts'
import { pageOfExcerpts } from '#/db/queries/excerpts.ts'
import { appendRoomUpdates } from '#/db/queries/room-log.ts'
import { layers } from '#/db/schema/documents.ts'
import { roomUpdates } from '#/db/schema/rooms.ts'
import { captureQuote, captureRuns } from '#/lib/anchor/capture.ts'
import { buildIdIndex } from '#/lib/anchor/id-index.ts'
import { createAnnotation } from '#/lib/annotation/commands.ts'
import { oneOf } from '#/lib/query/query.ts'
import { canonicalText, TEXT_NAME } from '#/lib/text/flat.ts'
import { createExtraction } from '#/server/jobs/extract.ts'
import { log } from '#/server/log.ts'
import { exportExcerpts } from '#/server/usecases/export-excerpts.ts'
import { importDocument } from '#/server/usecases/import-document.ts'
import { openRoom, openTab, saved } from '#/tests/support/collab-client.ts'
import { signIn, startCollab } from '#/tests/support/collab-server.ts'
import { collectBytes } from '#/tests/support/collect.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeMember } from '#/tests/support/make-member.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'
import { until } from '#/tests/support/until.ts'

const { db } = testDatabase()
/** A word that nothing else says. */
const MARKER = 'Quisquilia7341'
const lines: string[] = []
const tabs: CollabClient[] = []

function listen(): void {
  lines.length = 0
  vi.stubEnv('LOG_LEVEL', 'debug')
  const take = (...said: unknown[]) => lines.push(said.map(String).join(' ')) > 0
  vi.spyOn(process.stdout, 'write').mockImplementation(take)
  vi.spyOn(process.stderr, 'write').mockImplementation(take)
  for (const way of ['log', 'info', 'warn', 'error', 'debug'] as const) vi.spyOn(console, way).mockImplementation(take)
}

afterEach(async () => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  await Promise.all(tabs.splice(0).map((tab) => tab.destroy()))
})

test('no log line holds what people import, write, tag, search or export, also when it fails', async () => {
  let isFailing = false
  const server = await startCollab(db, 0, 0, async (database, updates) => {
    if (isFailing) await database.execute(sql`insert into room_updates (room) select ${`text of ${MARKER}`}::uuid::text`)
    return appendRoomUpdates(database, updates)
  })
  const { scope } = await makeWorkspace(db)
  const extraction = createExtraction()
  listen()

  const text = `The ${MARKER} said so.\nAnother paragraph that nobody minds.`
  const source = { fileName: `${MARKER}.txt`, bytes: new TextEncoder().encode(text) }
  const deps = { db, extract: extraction.extract, collab: server.collab }
  const imported = await importDocument(scope, source, deps)
  if (!imported.ok) throw new Error(imported.message)
  const refused = { fileName: `${MARKER}.docx`, bytes: new TextEncoder().encode(`PK\u0003\u0004${MARKER}`) }
  expect(await importDocument(scope, refused, deps)).toMatchObject({ ok: false })

  const { user } = await makeMember(db, scope.workspaceId, 'editor')
  const tab = openTab(server, { user, cookie: (await signIn(db, user.id)).cookie })
  tabs.push(tab)
  const room = await openRoom(tab, `text/${imported.documentId}`)
  const [shared] = await db.select({ id: layers.id }).from(layers).where(eq(layers.documentId, imported.documentId))
  const layer = await openRoom(tab, `layer/${shared?.id}`)
  const flat = room.doc.getText(TEXT_NAME)
  flat.insert(5, `${MARKER} again `)
  const canonical = canonicalText(flat)
  const start = canonical.indexOf(MARKER)
  const passage = { runs: captureRuns(buildIdIndex(flat), start, start + 9), quote: captureQuote(canonical, start, start + 9) }
  createAnnotation(layer.doc, { userId: user.id, ...passage, actors: [], themes: [], memo: MARKER }, 'test')
  await saved(tab)
  await server.collab.settleExcerpts()

  const found = await pageOfExcerpts(db, scope, { query: oneOf('words', MARKER), sort: 'recent' })
  expect(found.excerpts).toHaveLength(1)
  // As a page would: the failure of a query that carries people's words.
  await pageOfExcerpts(db, scope, { query: oneOf('tagger', MARKER), sort: 'recent' }).catch((error) => log.error('search.failed', error))
  const exported = await exportExcerpts(
    scope,
    { query: oneOf('words', MARKER), format: 'csv', escapeFormulas: true },
    { db, log: db, origin: server.origin, now: Date.now() },
  )
  if (!exported.ok) throw new Error(exported.reason)
  expect(new TextDecoder().decode(await collectBytes(exported.body))).toContain(MARKER)

  // A commit that fails with the words in the statement, a change that is refused, and a damaged row.
  isFailing = true
  flat.insert(5, `${MARKER} fails `)
  await until('the failed commit was written down', () => lines.some((line) => line.includes('22P02')))
  isFailing = false
  await saved(tab)
  room.doc.getMap(MARKER).set(MARKER, MARKER)
  await until('the change was refused', () => tab.status.state !== 'saved' || lines.some((line) => line.includes('refus')))
  await tab.destroy()
  tabs.length = 0
  await server.stop()
  await db.update(roomUpdates).set({ crc32: 1 })
  const again = await startCollab(db)
  const other = openTab(again, { user, cookie: (await signIn(db, user.id)).cookie })
  tabs.push(other)
  await openRoom(other, `text/${imported.documentId}`)
  await until('the damaged row was written down', () => lines.some((line) => line.includes('quarantine')))
  await other.destroy()
  tabs.length = 0
  await again.stop()
  await extraction.stop()

  expect(lines.length).toBeGreaterThan(2)
  expect(lines.filter((line) => line.includes(MARKER))).toEqual([])
}, 120_000)
