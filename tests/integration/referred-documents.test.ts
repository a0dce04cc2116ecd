import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import { findInstallation } from '#/db/queries/installation.ts'
import { excerpts } from '#/db/schema/excerpts.ts'
import type { Scope } from '#/db/scope.ts'
import { EVERYTHING, oneOf } from '#/lib/query/query.ts'
import { createCollab } from '#/server/collab/create.ts'
import { createProjectReading } from '#/server/jobs/read-project.ts'
import { exportExcerpts } from '#/server/usecases/export-excerpts.ts'
import { importProject, previewProjectImport } from '#/server/usecases/import-project.ts'
import { settleReference } from '#/server/usecases/settle-reference.ts'
import { collectBytes } from '#/tests/support/collect.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeActor } from '#/tests/support/make-actor.ts'
import { makeTheme } from '#/tests/support/make-theme.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'
import { tagDocument } from '#/tests/support/tag-document.ts'

const database = testDatabase()
const { db } = database

test('annotations without texts are put on the documents they name, where their words stand now', async () => {
  const { scope } = await makeWorkspace(db)
  const { workspaceId } = scope
  const mod = await makeActor(db, scope, { name: 'Russian MoD', kind: 'military' })
  const document = await tagDocument(db, scope, {
    text: '🕊️ Talks.\nThe ministry said the line\u2028stays open. It said so twice: it said so.',
    title: 'One phone line',
    tags: [{ passage: 'the line\u2028stays open', actors: [{ actorId: mod, role: 'source' }], memo: 'Kept' }],
  })
  const installation = await findInstallation(db)
  const collab = createCollab({ db, installation, origin: 'http://127.0.0.1:3000', sessionOf: async () => null })
  const reading = createProjectReading()
  const deps = { db: database.forWorkspace(workspaceId), everybodysDb: db, collab, read: reading.read }

  const exportDeps = { db, log: db, origin: 'https://interline.example', now: Date.now() }
  const made = await exportExcerpts(scope, { query: oneOf('document', document.id), format: 'jsonld', escapeFormulas: true }, exportDeps)
  if (!made.ok) throw new Error(made.reason)
  const written = JSON.parse(new TextDecoder().decode(await collectBytes(made.body)))
  const [own] = written.first.items
  const note = (exact: string, source: string) => ({
    ...{ id: 'https://hypothes.is/a/x', type: 'Annotation', body: [{ type: 'TextualBody', purpose: 'tagging', value: 'Hotline' }] },
    target: [{ source, selector: [{ type: 'TextQuoteSelector', exact }] }],
  })
  const here = own.target.source.id
  const items = [own, note('Talks.', here), note('said so', here), note('Talks.', 'https://example.org/unknown')]
  const bytes = new TextEncoder().encode(JSON.stringify(items.map((item) => ({ '@context': 'http://www.w3.org/ns/anno.jsonld', ...item }))))
  const file = { fileName: 'notes.jsonld', bytes, unsaid: 'theme' as const }

  const preview = await previewProjectImport(scope, file, deps)
  if (!preview.ok) throw new Error(preview.message)
  expect(preview).toMatchObject({ documents: { count: 0 }, added: { actors: 0, themes: 1 }, statements: 1 })
  // What was exported stands there already; "said so" stands there twice: nothing is guessed.
  expect(preview.onOthers).toEqual({
    documents: { count: 1, shown: [{ title: 'One phone line', found: 1, here: 1 }] },
    found: 1,
    here: 1,
    left: {
      count: 2,
      shown: [
        { document: 'One phone line', quote: 'said so', why: expect.stringContaining('more than once') },
        { document: 'https://example.org/unknown', quote: '', why: expect.stringContaining('no document here') },
      ],
    },
  })
  expect(await importProject(scope, { ...file, version: preview.version }, deps)).toMatchObject({ ok: true, documents: 0, statements: 1 })
  await collab.settleExcerpts()
  const rows = await db.select().from(excerpts).where(eq(excerpts.workspaceId, workspaceId))
  expect(rows.map(({ quote, memo, startUtf16 }) => [quote, memo, startUtf16]).sort()).toEqual([
    ['Talks.', '', 4],
    ['the line\u2028stays open', 'Kept', 29],
  ])
  await reading.stop()
  await collab.stop()
})

test('rows of a table are put where their words stand now: ours into another copy, and what somebody typed', async () => {
  const { scope } = await makeWorkspace(db)
  const mod = await makeActor(db, scope, { name: 'Russian MoD', kind: 'military' })
  const hotline = await makeTheme(db, scope, { name: 'Hotline' })
  const text = 'Talks.\nThe ministry said the line stays open. It said so twice.'
  const tags = [
    {
      passage: 'the line stays open',
      actors: [{ actorId: mod, role: 'source' as const }],
      themes: [{ themeId: hotline, stance: 'supports' as const }],
      memo: '=SUM(A1)',
      facts: { status: 'planned' as const },
    },
  ]
  await tagDocument(db, scope, { text, title: 'One phone line', tags })
  const ours = await exportedCsv(scope)
  const reading = createProjectReading()

  // Elsewhere the same source has a new first line, and other ids.
  const { scope: elsewhere } = await makeWorkspace(db, { name: 'Other desk' })
  const edit = (flat: Y.Text) => flat.insert(1, '🕊️ Corrected. ')
  const copy = await tagDocument(db, elsewhere, { text, title: 'One phone line', tags: [], edit })
  const collab = createCollab({
    db,
    installation: await findInstallation(db),
    origin: 'http://127.0.0.1:3000',
    sessionOf: async () => null,
  })
  const deps = { db: database.forWorkspace(elsewhere.workspaceId), everybodysDb: db, collab, read: reading.read }
  const bring = async (bytes: Uint8Array, fileName: string) => {
    const file = { fileName, bytes, unsaid: 'theme' as const }
    const preview = await previewProjectImport(elsewhere, file, deps)
    if (!preview.ok) throw new Error(preview.message)
    const done = await importProject(elsewhere, { ...file, version: preview.version }, deps)
    return { preview, done }
  }
  const first = await bring(ours, 'ours.csv')
  expect(first.preview.onOthers).toMatchObject({ found: 1, here: 0, left: { count: 0 } })
  expect(first.done).toMatchObject({ ok: true, statements: 1 })
  expect((await bring(ours, 'ours.csv')).preview.onOthers).toMatchObject({ found: 0, here: 1 })
  const typed = 'document;quote;actor;theme\nOne phone line;It said so twice;Russian MoD;Talks\nOne phone line;It denied;EU;Talks\n'
  const second = await bring(new TextEncoder().encode(typed), 'typed.csv')
  expect(second.preview.onOthers.left.shown).toEqual([
    { document: 'One phone line', quote: 'It denied', why: 'These words are not in its text as it is now.' },
  ])
  await collab.settleExcerpts()
  const rows = await db.select().from(excerpts).where(eq(excerpts.workspaceId, elsewhere.workspaceId))
  expect(rows.map(({ documentId, quote, memo, status }) => [documentId, quote, memo, status]).sort()).toEqual(
    [
      [copy.id, 'It said so twice', '', null],
      [copy.id, 'the line stays open', '=SUM(A1)', 'planned'],
    ].sort(),
  )
  await reading.stop()
  await collab.stop()
})

async function exportedCsv(scope: Scope): Promise<Uint8Array> {
  const deps = { db, log: db, origin: 'https://interline.example', now: Date.now() }
  const made = await exportExcerpts(scope, { query: EVERYTHING, format: 'csv', escapeFormulas: true }, deps)
  if (!made.ok) throw new Error(made.reason)
  return collectBytes(made.body)
}

test('documents that a file names are not even read when the time is over: a file may name any number', async () => {
  const { scope } = await makeWorkspace(db)
  const { id } = await tagDocument(db, scope, { text: 'The line stays open.', title: 'One phone line', tags: [] })
  const reference = { id, url: '', title: '', statements: [] }
  const ids = { actor: new Map(), theme: new Map() }
  const settle = (until: number) => settleReference(scope, reference, ids, { db, log: db, until })
  expect(await settle(performance.now() - 1)).toBe('not-looked-for')
  expect(await settle(Number.POSITIVE_INFINITY)).toMatchObject({ documentId: id, fates: [] })
})
