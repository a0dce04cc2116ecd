import { and, eq } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { listCodebookChanges } from '#/db/queries/codebook-changes.ts'
import { readWholeCodebook } from '#/db/queries/whole-codebook.ts'
import { writeImport } from '#/db/queries/write-import.ts'
import { auditLog } from '#/db/schema/audit.ts'
import { excerptActors, excerpts } from '#/db/schema/excerpts.ts'
import type { Scope } from '#/db/scope.ts'
import { randomCodebook } from '#/lib/codebook/testing/random-codebook.ts'
import type { WholeCodebook } from '#/lib/codebook/whole-codebook.ts'
import { CODEBOOK_FORMATS, type CodebookFormat } from '#/lib/format/codebook/codebook-formats.ts'
import { readCodebookFile } from '#/lib/format/codebook/registry.ts'
import { newId } from '#/lib/id.ts'
import { rng } from '#/lib/text/testing/rng.ts'
import { createCodebookReading } from '#/server/jobs/read-codebook.ts'
import { createActor } from '#/server/usecases/create-actor.ts'
import { deleteActor } from '#/server/usecases/delete-actor.ts'
import { exportCodebook } from '#/server/usecases/export-codebook.ts'
import { type CodebookImportDeps, importCodebook, previewCodebookImport } from '#/server/usecases/import-codebook.ts'
import { restoreActor } from '#/server/usecases/restore-actor.ts'
import { undoCodebookImport } from '#/server/usecases/undo-codebook-import.ts'
import { updateActor } from '#/server/usecases/update-actor.ts'
import { collectBytes } from '#/tests/support/collect.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeDocument } from '#/tests/support/make-document.ts'
import { makeMember } from '#/tests/support/make-member.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'

const { db } = testDatabase()
const reading = createCodebookReading()
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000)
let scope: Scope
let notices: string[]
let deps: CodebookImportDeps

beforeEach(async () => {
  notices = []
  scope = (await makeWorkspace(db)).scope
  deps = {
    db,
    everybodysDb: db,
    notify: (what) => void notices.push(what),
    read: async ({ bytes, unsaid }) => readCodebookFile(bytes, unsaid),
  }
})
afterAll(() => reading.stop())

async function exported(format: CodebookFormat['id'], from = scope): Promise<Uint8Array> {
  const made = await exportCodebook(from, format, { db, now: Date.UTC(2026, 10, 22) })
  if (!made.ok) throw new Error(made.reason)
  return collectBytes(made.body)
}

async function putIn(bytes: Uint8Array | string, fileName = 'codebook', into = scope) {
  const file = { fileName, bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes, unsaid: 'theme' as const }
  const preview = await previewCodebookImport(into, file, deps)
  if (!preview.ok) throw new Error(preview.message)
  const done = await importCodebook(into, { ...file, version: preview.version }, deps)
  if (!done.ok) throw new Error(done.message)
  return { preview, done, file }
}

/** What a codebook says, with paths in place of ids. */
function said({ kinds, actors, themes }: WholeCodebook) {
  const name = new Map([...actors, ...themes].map((entry) => [entry.id, entry.name]))
  const placed = <T extends { id: string; parentId: string | null }>({ id: _, parentId, ...rest }: T) => ({
    ...rest,
    parent: name.get(parentId ?? ''),
  })
  return {
    kinds,
    themes: themes.map(placed),
    actors: actors.map(({ aliases, memberships, ...rest }) => ({
      ...placed(rest),
      aliases: aliases.map(({ id: _, ...alias }) => alias),
      memberships: memberships
        .map(({ groupId, ...membership }) => ({ ...membership, group: name.get(groupId) }))
        .toSorted((a, b) => (`${a.group}` < `${b.group}` ? -1 : 1)),
    })),
  }
}

test.each(CODEBOOK_FORMATS.map(({ id }) => id))(
  'a codebook goes into another workspace as %s, and back into its own it changes nothing',
  async (format) => {
    const codebook = randomCodebook(rng(SEED), newId)
    await writeImport(db, scope, {
      kinds: codebook.kinds.slice(-1),
      actors: codebook.actors.map((after) => ({ before: null, after })),
      themes: codebook.themes.map((after) => ({ before: null, after })),
    })
    const bytes = await exported(format)
    const { scope: elsewhere } = await makeWorkspace(db, { name: 'Elsewhere' })
    const { preview, done } = await putIn(bytes, `codebook.${format}`, elsewhere)
    expect(preview.clashes.shown, `seed ${SEED}`).toEqual([])
    expect(preview.lost.shown, `seed ${SEED}`).toEqual([])
    expect(done.version, `seed ${SEED}`).toBe(1)
    const [there, here] = [await readWholeCodebook(db, elsewhere), await readWholeCodebook(db, scope)]
    if (format === 'csv')
      for (const kind of there.kinds)
        if (kind.name === 'Rebel council') kind.glyph = here.kinds.find(({ slug }) => slug === kind.slug)!.glyph
    expect(said(format === 'csv' ? { ...there, kinds: [] } : there), `seed ${SEED}`).toEqual(
      said(format === 'csv' ? { ...here, kinds: [] } : here),
    )
    expect((await putIn(bytes)).done, `seed ${SEED}`).toEqual({ ok: true, version: null, added: 0, changed: 0 })
  },
)

test('one change, one audit row, one undo: what others did since stays', async () => {
  const made = await createActor(scope, { name: 'Russia', description: 'A state' }, deps)
  if (!made.ok) throw new Error(made.reason)
  const { id } = made.actor
  const csv = `type,path,kind,description,id\nactor,Russian Federation,State,,${id}\nactor,Russian Federation > MoD,Tribe,,\nactor,Kept,,,\ntheme,War,,,\n`
  notices = []
  const { preview, done } = await putIn(csv, 'team.csv')
  expect(preview).toMatchObject({
    added: { actors: 2, themes: 1, kinds: 1 },
    changed: { actors: 1, themes: 0 },
    changes: [{ name: 'Russia', fields: ['name', 'kind', 'description'] }],
  })
  expect(notices).toEqual(['actors', 'themes'])
  const [change] = await listCodebookChanges(db, scope, { limit: 1 })
  expect(change).toMatchObject({ version: done.version, act: 'imported', entry: 'codebook', name: 'team.csv' })
  expect(change?.before.actors?.[id]).toEqual({ name: 'Russia', kind: 'other', description: 'A state' })
  const events = await db
    .select()
    .from(auditLog)
    .where(and(eq(auditLog.workspaceId, scope.workspaceId), eq(auditLog.event, 'codebook-imported')))
  expect(events.map(({ details }) => details)).toEqual([{ file: 'team.csv', added: 4, changed: 1, version: done.version }])

  await updateActor(scope, id, { description: 'Written since' }, deps)
  const kept = (await readWholeCodebook(db, scope)).actors.find(({ name }) => name === 'Kept')!
  await tag(kept.id)
  const undone = await undoCodebookImport(scope, done.version!, deps)
  expect(undone).toEqual({ ok: true, kept: 1 })
  const back = await readWholeCodebook(db, scope)
  expect(back.actors.map(({ name, kind, description }) => [name, kind, description])).toEqual([
    ['Kept', 'other', ''],
    ['Russia', 'other', 'Written since'],
  ])
  expect(back.themes).toEqual([])
  expect(back.kinds.map(({ name }) => name)).not.toContain('Tribe')
  expect(await undoCodebookImport(scope, done.version!, deps)).toMatchObject({ ok: false, reason: 'This import was taken back already.' })
})

test('an actor in the bin does not come back as a kind that went with the import', async () => {
  const { done } = await putIn('type,path,kind\nactor,Russia,Tribe\n')
  const { actors } = await readWholeCodebook(db, scope)
  const removed = await deleteActor(scope, actors[0]!.id, deps)
  if (!removed.ok) throw new Error(removed.reason)
  expect(await undoCodebookImport(scope, done.version!, deps)).toMatchObject({ ok: true })
  expect(await restoreActor(scope, removed.undo, deps)).toEqual({ ok: true })
  expect((await readWholeCodebook(db, scope)).actors).toMatchObject([{ name: 'Russia', kind: 'other' }])
})

test('what the preview said is done, or nothing', async () => {
  const file = { fileName: 'a.csv', bytes: Buffer.from('type,path\ntheme,War\n'), unsaid: 'theme' as const }
  const preview = await previewCodebookImport(scope, file, deps)
  expect((await readWholeCodebook(db, scope)).themes).toEqual([])
  await createActor(scope, { name: 'Meanwhile' }, deps)
  const late = await importCodebook(scope, { ...file, version: preview.ok ? preview.version : 0 }, deps)
  expect(late).toMatchObject({ ok: false, reason: 'changed' })
  expect((await readWholeCodebook(db, scope)).themes).toEqual([])
})

test('who may; files are read in a process of their own, which refuses what is hostile', async () => {
  const { scope: coder } = await makeMember(db, scope.workspaceId, 'coder')
  const file = { fileName: 'a.csv', bytes: Buffer.from('War'), unsaid: 'theme' as const }
  expect(await previewCodebookImport(coder, file, deps)).toMatchObject({ ok: false, reason: 'forbidden' })
  expect(await importCodebook(coder, { ...file, version: 0 }, deps)).toMatchObject({ ok: false, reason: 'forbidden' })
  expect(await undoCodebookImport(coder, 1, deps)).toMatchObject({ ok: false })
  const bomb = Buffer.from('<!DOCTYPE a [<!ENTITY b "c">]><CodeBook/>')
  expect(await previewCodebookImport(scope, { ...file, bytes: bomb }, { ...deps, read: reading.read })).toMatchObject({
    ok: false,
    reason: 'corrupt',
  })
})

async function tag(actorId: string): Promise<void> {
  const document = await makeDocument(db, scope)
  const annotationId = newId()
  const words = { quote: 'x', prefix: '', suffix: '', taggedQuote: 'x', search: 'x', survival: 1 }
  const at = new Date()
  const ids = { annotationId, workspaceId: scope.workspaceId }
  await db.insert(excerpts).values({
    ...ids,
    documentId: document.id,
    layerId: document.layerId,
    taggerId: scope.userId,
    createdAt: at,
    modifiedAt: at,
    state: 'anchored',
    ...words,
  })
  await db.insert(excerptActors).values({ ...ids, actorId, role: 'source' })
}
