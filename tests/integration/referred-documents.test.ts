import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { findInstallation } from '#/db/queries/installation.ts'
import { excerpts } from '#/db/schema/excerpts.ts'
import { oneOf } from '#/lib/query/query.ts'
import { createCollab } from '#/server/collab/create.ts'
import { createProjectReading } from '#/server/jobs/read-project.ts'
import { exportExcerpts } from '#/server/usecases/export-excerpts.ts'
import { importProject, previewProjectImport } from '#/server/usecases/import-project.ts'
import { collectBytes } from '#/tests/support/collect.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeActor } from '#/tests/support/make-actor.ts'
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
  expect(preview).toMatchObject({ documents: { count: 0 }, added: { actors: 0, themes: 1 } })
  expect(preview.lost.shown.slice(0, 2)).toEqual([
    '3 passages are looked for by their words in 1 document of this workspace.',
    'Left out: 1 document that the workspace has neither by address nor by title.',
  ])
  // "said so" stands there twice: nothing is guessed.
  expect(await importProject(scope, { ...file, version: preview.version }, deps)).toMatchObject({ ok: true, documents: 0, statements: 2 })
  await collab.settleExcerpts()
  const rows = await db.select().from(excerpts).where(eq(excerpts.workspaceId, workspaceId))
  expect(rows.map(({ quote, memo, startUtf16 }) => [quote, memo, startUtf16]).sort()).toEqual([
    ['Talks.', '', 4],
    ['the line\u2028stays open', 'Kept', 29],
    ['the line\u2028stays open', 'Kept', 29],
  ])
  await reading.stop()
  await collab.stop()
})
