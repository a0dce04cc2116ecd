import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CollabClient } from '#/components/collab/client.ts'
import type { CollabRoom } from '#/components/collab/room.ts'
import { getOriginal, getOriginalText, listEditions } from '#/db/queries/originals.ts'
import type { Scope } from '#/db/scope.ts'
import { captureQuote, captureRuns } from '#/lib/anchor/capture.ts'
import { buildIdIndex } from '#/lib/anchor/id-index.ts'
import { createAnnotation } from '#/lib/annotation/commands.ts'
import { canonicalText, TEXT_NAME } from '#/lib/text/flat.ts'
import { projectDocument } from '#/server/collab/projection-writer.ts'
import { createEditionComparison } from '#/server/jobs/compare-edition.ts'
import { createExtraction } from '#/server/jobs/extract.ts'
import { applyEdition } from '#/server/usecases/apply-edition.ts'
import { offerEdition } from '#/server/usecases/offer-edition.ts'
import { openRoom, openTab, saved } from '#/tests/support/collab-client.ts'
import { signIn, startCollab, type TestCollab } from '#/tests/support/collab-server.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { type LiveDocument, makeLiveDocument } from '#/tests/support/live-document.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'

const { db, pool } = testDatabase()
const { extract } = createExtraction()
const { compare } = createEditionComparison()
const SOURCE = 'The ministry said seven rockets 😀 fell.\nNobody was hurt.'
let server: TestCollab
let scope: Scope
let document: LiveDocument
let tab: CollabClient
let text: CollabRoom
let layer: CollabRoom

beforeEach(async () => {
  server = await startCollab(db)
  const workspace = await makeWorkspace(db)
  scope = workspace.scope
  document = await makeLiveDocument(db, scope, SOURCE)
  tab = openTab(server, { user: workspace.owner, cookie: (await signIn(db, workspace.owner.id)).cookie })
  text = await openRoom(tab, document.text)
  layer = await openRoom(tab, document.layer)
})
afterEach(async () => {
  await tab.destroy()
  await server.stop()
})

function tag(words: string): string {
  const flat = text.doc.getText(TEXT_NAME)
  const canonical = canonicalText(flat)
  const start = canonical.indexOf(words)
  const end = start + words.length
  const passage = { runs: captureRuns(buildIdIndex(flat), start, end), quote: captureQuote(canonical, start, end) }
  return createAnnotation(layer.doc, { userId: scope.userId, ...passage, actors: [], themes: [] }, 'test')
}

function replace(words: string, by: string): void {
  const flat = text.doc.getText(TEXT_NAME)
  const at = flat.toString().indexOf(words)
  text.doc.transact(() => {
    flat.insert(at + words.length, by)
    flat.delete(at, words.length)
  })
}

async function settled() {
  await saved(tab)
  await server.collab.settleExcerpts()
  const { rows } = await pool.query(
    `select annotation_id as id, state, quote, original_edition as edition, original_quote as original, original_start as "from", original_end as "to",
       original_start_point as "fromPoint", original_end_point as "toPoint" from excerpts order by original_start`,
  )
  const { rows: documents } = await pool.query('select differs from documents')
  return { rows, differs: documents[0]?.differs as boolean }
}

test('an excerpt has the words now and those of the original, with their place in both units, and the document is marked', async () => {
  const id = tag('said seven rockets 😀 fell')
  expect(await settled()).toMatchObject({
    differs: false,
    rows: [{ quote: 'said seven rockets 😀 fell', original: 'said seven rockets 😀 fell' }],
  })
  replace('seven', 'nine')
  const { rows, differs } = await settled()
  const original = { edition: 1, original: 'said seven rockets 😀 fell', from: 13, to: 39, fromPoint: 13, toPoint: 38 }
  expect(rows).toEqual([{ id, state: 'anchored', quote: 'said nine rockets 😀 fell', ...original }])
  expect(differs).toBe(true)
})

test('the mark goes when the text is again what was imported', async () => {
  replace('seven', 'nine')
  expect((await settled()).differs).toBe(true)
  replace('nine', 'seven')
  expect((await settled()).differs).toBe(false)
})

test('a detached statement still quotes the original; words nobody imported quote nothing', async () => {
  tag('seven rockets')
  replace('seven rockets 😀', 'a shell')
  tag('a shell')
  expect((await settled()).rows).toMatchObject([
    { state: 'orphan', original: 'seven rockets' },
    { state: 'anchored', quote: 'a shell', original: null, edition: null },
  ])
})

test('an original imported before identities were kept gets them from the log, once', async () => {
  expect((await pool.query('select runs from originals')).rows).toEqual([{ runs: null }])
  tag('Nobody')
  await settled()
  const kept = (await pool.query('select runs from originals')).rows[0]?.runs as [number, number, number][]
  expect(kept.reduce((sum, [, , length]) => sum + length, 0)).toBe(SOURCE.length)
  await pool.query(`update originals set text = 'other words', runs = null`)
  await projectDocument(db, document.id)
  expect((await pool.query('select runs from originals')).rows).toEqual([{ runs: null }])
})

test('a new edition ends the mark; passages quote the newest edition that has words of them', async () => {
  tag('ministry said seven rockets')
  tag('Nobody')
  replace('seven', 'nine')
  expect((await settled()).differs).toBe(true)
  const deps = { db, extract, compare, collab: server.collab }
  const second = 'The ministry said nine rockets 😀 fell.\nA child was hurt.'
  const offer = await offerEdition(scope, document.id, { fileName: 'second.txt', bytes: new TextEncoder().encode(second) }, deps)
  if (!offer.ok || !offer.key) throw new Error('nothing was offered')
  expect(await listEditions(db, scope, document.id)).toHaveLength(1)
  expect(await applyEdition(scope, document.id, offer.key, deps)).toMatchObject({ ok: true, edition: 2 })
  const { rows, differs } = await settled()
  expect(differs).toBe(false)
  expect(rows).toMatchObject([
    { state: 'anchored', quote: 'ministry said nine rockets', edition: 2, original: 'ministry said nine rockets' },
    { state: 'orphan', edition: 1, original: 'Nobody' },
  ])
  expect(await listEditions(db, scope, document.id)).toMatchObject([
    { edition: 2, fileName: 'second.txt' },
    { edition: 1, fileName: 'hotline.txt' },
  ])
  expect((await getOriginal(db, scope, document.id))?.fileName).toBe('second.txt')
  expect((await getOriginal(db, scope, document.id, 1))?.fileName).toBe('hotline.txt')
  expect((await getOriginalText(db, scope, document.id, 2))?.text).toBe(second)
})

test('projecting anew from the log finds the same words of the original', async () => {
  tag('seven rockets')
  tag('Nobody was hurt')
  replace('seven', 'nine')
  replace('hurt', 'harmed')
  const before = (await settled()).rows
  expect((await projectDocument(db, document.id))?.changes).toBe(0)
  await pool.query('truncate excerpts cascade')
  await pool.query('update projections set seq = 0')
  await projectDocument(db, document.id)
  expect((await settled()).rows).toEqual(before)
})
