import { readFileSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { listActors, listThemes } from '#/db/queries/codebook.ts'
import { findInstallation } from '#/db/queries/installation.ts'
import { readMemos } from '#/db/queries/memos.ts'
import { documents, originals } from '#/db/schema/documents.ts'
import { excerptActors, excerpts, excerptThemes } from '#/db/schema/excerpts.ts'
import { mintScope } from '#/db/scope.ts'
import { readQdpx } from '#/lib/format/refi/read-qdpx.ts'
import { EVERYTHING } from '#/lib/query/query.ts'
import { createCollab } from '#/server/collab/create.ts'
import { createProjectReading } from '#/server/jobs/read-project.ts'
import { readyProject } from '#/server/jobs/ready-project.ts'
import { exportExcerpts } from '#/server/usecases/export-excerpts.ts'
import { importProject, previewProjectImport } from '#/server/usecases/import-project.ts'
import { collectBytes } from '#/tests/support/collect.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'

const database = testDatabase()
const { db } = database
const REFERENCE = readFileSync(new URL('../fixtures/refi/reference.qdpx', import.meta.url))
const EXPECTED = JSON.parse(readFileSync(new URL('../fixtures/refi/reference.expected.json', import.meta.url), 'utf8')) as {
  text: string
  selections: { quote: string; utf16: [number, number]; codes: string[] }[]
}
const file = { fileName: 'reference.qdpx', bytes: new Uint8Array(REFERENCE), unsaid: 'theme' as const }

async function open() {
  const { scope } = await makeWorkspace(db)
  const { workspaceId } = scope
  const collab = createCollab({
    db,
    installation: await findInstallation(db),
    origin: 'http://127.0.0.1:3000',
    sessionOf: async () => null,
  })
  const reading = createProjectReading()
  const deps = { db: database.forWorkspace(workspaceId), everybodysDb: db, collab, read: reading.read }
  const close = async () => {
    await reading.stop()
    await collab.stop()
  }
  return { scope, deps, collab, close }
}

test('a project comes in as documents, codebook and statements: what the preview said, and exactly the words that were coded', async () => {
  const { scope, deps, collab, close } = await open()
  const preview = await previewProjectImport(scope, file, deps)
  if (!preview.ok) throw new Error(preview.message)
  expect(preview).toMatchObject({ name: 'Reference', added: { actors: 3, themes: 3 }, changed: { actors: 0, themes: 0 } })
  expect(preview.documents.shown).toEqual([{ title: 'Briefing note', words: expect.any(Number), statements: 8, sameAs: '' }])
  expect(preview).toMatchObject({ statements: 8, documents: { count: 1 } })
  expect(preview.lost.shown.some((line) => line.includes('Analyst A, Аналитик Б'))).toBe(true)
  expect(await db.select().from(documents).where(eq(documents.workspaceId, scope.workspaceId))).toEqual([])

  const done = await importProject(scope, { ...file, version: preview.version }, deps)
  expect(done).toMatchObject({ ok: true, documents: 1, statements: 8 })
  await collab.settleExcerpts()
  expect(await readMemos(db, scope, 'workspace', scope.workspaceId)).toMatchObject([{ text: 'Line 1\nLine 2' }])
  const rows = await db.select().from(excerpts).where(eq(excerpts.workspaceId, scope.workspaceId))
  const names = new Map([...(await listActors(db, scope)), ...(await listThemes(db, scope))].map(({ id, name }) => [id, name]))
  const actors = await db.select().from(excerptActors).where(eq(excerptActors.workspaceId, scope.workspaceId))
  const themes = await db.select().from(excerptThemes).where(eq(excerptThemes.workspaceId, scope.workspaceId))
  const found = rows.map(({ annotationId: id, quote, startUtf16, endUtf16, createdAt }) => ({
    quote,
    utf16: [startUtf16, endUtf16],
    codes: [...actors.filter((tag) => tag.annotationId === id), ...themes.filter((tag) => tag.annotationId === id)]
      .map((tag) => names.get('actorId' in tag ? tag.actorId : tag.themeId))
      .sort(),
    on: createdAt.toISOString(),
  }))
  const order = (a: { quote: string }, b: { quote: string }) => JSON.stringify(a).localeCompare(JSON.stringify(b))
  expect(found.sort(order)).toEqual(
    EXPECTED.selections
      .map(({ quote, utf16, codes }) => ({ quote, utf16, codes: codes.toSorted(), on: '2026-01-02T03:04:05.000Z' }))
      .sort(order),
  )
  const [original] = await db.select().from(originals).where(eq(originals.workspaceId, scope.workspaceId))
  expect(original).toMatchObject({ fileName: 'Briefing note.txt', text: EXPECTED.text.trimEnd() })

  for (const format of ['qdpx', 'qdpx-nvivo', 'qdpx-maxqda'] as const) {
    const made = await exportExcerpts(
      scope,
      { query: EVERYTHING, format, escapeFormulas: true },
      { db: deps.db, log: db, origin: 'https://interline.example', now: Date.UTC(2026, 10, 23) },
    )
    if (!made.ok) throw new Error(made.reason)
    const read = await readQdpx(await collectBytes(made.body), 'actor')
    if (!read.ok) throw new Error(read.message)
    const back = readyProject(read, 'actor')
    const quotes = back.documents.flatMap(({ statements }) => statements.map(({ quote }) => quote.exact))
    expect(quotes.sort(), format).toEqual(EXPECTED.selections.map(({ quote }) => quote).sort())
    const nameOf = new Map([...back.book.actors, ...back.book.themes].map((entry) => [entry.key, entry.name]))
    const legal = back.documents[0]?.statements.find(({ quote }) => quote.exact.startsWith('Россия'))
    expect(legal?.actors.map(({ key, role }) => `${role} ${nameOf.get(key)}`)).toEqual(['mentioned Russia'])
    expect(legal?.themes.map(({ key }) => nameOf.get(key)).sort()).toEqual(['Legality', 'Sanctions'])
    expect(legal).toMatchObject({ memo: 'Check translation — проверить.', at: Date.UTC(2026, 0, 2, 3, 4, 5) })
  }

  const again = await previewProjectImport(scope, file, deps)
  expect(again).toMatchObject({ ok: true, added: { actors: 0, themes: 0 }, documents: { shown: [{ sameAs: 'Briefing note' }] } })
  await close()
})

test('what changed since the preview, or comes from somebody who may not, imports nothing', async () => {
  const { scope, deps, close } = await open()
  expect(await importProject(scope, { ...file, version: 41 }, deps)).toMatchObject({ ok: false, reason: 'changed' })
  const coder = mintScope(scope.workspaceId, scope.userId, 'coder')
  expect(await importProject(coder, { ...file, version: 0 }, deps)).toMatchObject({ ok: false, reason: 'forbidden' })
  const bomb = { ...file, bytes: new TextEncoder().encode('SQLite format 3\0, it says') }
  expect(await previewProjectImport(scope, bomb, deps)).toMatchObject({ ok: false })
  expect(await db.select().from(documents).where(eq(documents.workspaceId, scope.workspaceId))).toEqual([])
  await close()
})
