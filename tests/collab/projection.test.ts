import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CollabClient } from '#/components/collab/client.ts'
import type { CollabRoom } from '#/components/collab/room.ts'
import { readLastWords } from '#/db/queries/last-words.ts'
import type { Scope } from '#/db/scope.ts'
import { captureQuote, captureRuns } from '#/lib/anchor/capture.ts'
import { buildIdIndex } from '#/lib/anchor/id-index.ts'
import { createAnnotation, setImportant, setMemo, setTheme } from '#/lib/annotation/commands.ts'
import { layerMap } from '#/lib/annotation/layer.ts'
import type { WorkspaceNotice } from '#/lib/collab/notice.ts'
import { newId } from '#/lib/id.ts'
import { canonicalText, TEXT_NAME } from '#/lib/text/flat.ts'
import { projectDocument } from '#/server/collab/projection-writer.ts'
import { openRoom, openTab, saved } from '#/tests/support/collab-client.ts'
import { signIn, startCollab, type TestCollab } from '#/tests/support/collab-server.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { type LiveDocument, makeLiveDocument } from '#/tests/support/live-document.ts'
import { makeMember } from '#/tests/support/make-member.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'
import { until } from '#/tests/support/until.ts'

const { db, pool } = testDatabase()
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
  document = await makeLiveDocument(db, scope, 'The Pentagon said the hotline with Russia is open.\nMoscow did not answer 😀 today.')
  tab = openTab(server, { user: workspace.owner, cookie: (await signIn(db, workspace.owner.id)).cookie })
  text = await openRoom(tab, document.text)
  layer = await openRoom(tab, document.layer)
})
afterEach(async () => {
  await tab.destroy()
  await server.stop()
})

function tag(words: string, themeId = newId(), userId = scope.userId): string {
  const canonical = canonicalText(text.doc.getText(TEXT_NAME))
  const start = canonical.indexOf(words)
  const end = start + words.length
  const passage = { runs: captureRuns(buildIdIndex(text.doc.getText(TEXT_NAME)), start, end), quote: captureQuote(canonical, start, end) }
  const actors = [{ actorId: newId(), role: 'source' as const }]
  return createAnnotation(layer.doc, { userId, ...passage, actors, themes: [{ themeId, stance: 'supports' }] }, 'test')
}

interface Row {
  id: string
  quote: string
  state: string
  start: number | null
  points: number | null
  version: string
}

async function rows(): Promise<Row[]> {
  const { rows } = await pool.query(
    `select annotation_id as id, quote, state, start_utf16 as start, end_point as points, xmin::text as version from excerpts order by start_utf16 nulls last`,
  )
  return rows
}

async function projected(holds: (rows: Row[]) => boolean): Promise<Row[]> {
  let found: Row[] = []
  await until('the rows follow', async () => {
    found = await rows()
    return holds(found)
  })
  return found
}

test('a tag becomes an excerpt row with its words, places, tags and search form, and everybody is told', async () => {
  const room = await openRoom(tab, `workspace/${scope.workspaceId}`)
  const notices: WorkspaceNotice[] = []
  room.onNotice((notice) => notices.push(notice))
  const themeId = newId()
  const id = tag('Moscow did not answer 😀', themeId)
  setMemo(layer.doc, id, scope.userId, 'Check the ÉMBASSY', 'test')
  setImportant(layer.doc, id, scope.userId, true, 'test')
  const [row] = await projected((found) => found.length === 1)
  expect(row).toMatchObject({ id, quote: 'Moscow did not answer 😀', state: 'anchored', start: 51, points: 74 })
  const { rows: full } = await pool.query('select * from excerpts')
  expect(full[0]).toMatchObject({
    workspace_id: scope.workspaceId,
    document_id: document.id,
    layer_id: document.layerId,
    tagger_id: scope.userId,
    end_utf16: 75,
    memo: 'Check the ÉMBASSY',
    important_to: [scope.userId],
    context_after: ' today.',
    survival: 1,
  })
  expect(full[0].search).toContain('embassy')
  expect((await pool.query('select theme_id, stance from excerpt_themes')).rows).toEqual([{ theme_id: themeId, stance: 'supports' }])
  expect((await pool.query('select role from excerpt_actors')).rows).toEqual([{ role: 'source' }])
  await until('the notice came', () => notices.length > 0)
  expect(notices[0]).toEqual({ type: 'changed', what: 'excerpts', id: document.id })
  const { rows: documents } = await pool.query('select word_count, updated_at > created_at as later from documents')
  expect(documents).toEqual([{ word_count: 14, later: true }])
})

test('edits move, shorten and orphan excerpts; rows that did not change are not written again', async () => {
  const first = tag('The Pentagon')
  const second = tag('Russia')
  const third = tag('Moscow')
  const before = await projected((found) => found.length === 3)
  const words = text.doc.getText(TEXT_NAME)
  // "Moscow" goes; what stands before it stays where it is.
  words.delete(1 + canonicalText(words).indexOf('Moscow'), 6)
  const after = await projected((found) => found.some((row) => row.state === 'orphan'))
  expect(after.find((row) => row.id === third)).toMatchObject({ state: 'orphan', quote: 'Moscow', start: null })
  expect(after.find((row) => row.id === first)).toEqual(before.find((row) => row.id === first))
  words.insert(1, 'Today: ')
  await projected((found) => found.find((row) => row.id === second)?.start === (before.find((row) => row.id === second)?.start ?? 0) + 7)
})

test('a detached passage keeps its last words, not those that were tagged first', async () => {
  const id = tag('hotline with Russia')
  const words = text.doc.getText(TEXT_NAME)
  const at = (part: string) => 1 + canonicalText(words).indexOf(part)
  words.insert(at('with Russia'), 'and radio ')
  await projected((found) => found[0]?.quote === 'hotline and radio with Russia')
  words.delete(at('hotline and radio'), 'hotline and radio with Russia'.length)
  await projected((found) => found[0]?.state === 'orphan')
  const last = async () => (await readLastWords(db, scope, document.id)).get(id)
  expect(await last()).toMatchObject({ exact: 'hotline and radio with Russia' })
  // Also when it is made anew from the log, and a memo is added.
  setMemo(layer.doc, id, scope.userId, 'gone since Monday', 'test')
  await saved(tab)
  await server.collab.settleExcerpts()
  expect(await projectDocument(db, document.id)).toMatchObject({ changes: 0 })
  expect(await last()).toMatchObject({ exact: 'hotline and radio with Russia' })
})

test('however the rows came about, projecting anew from the log changes none of them', async () => {
  const id = tag('hotline')
  for (let i = 0; i < 20; i++) {
    text.doc.getText(TEXT_NAME).insert(1 + i * 2, 'ж')
    if (i % 5 === 0) setTheme(layer.doc, id, newId(), 'opposes', scope.userId, 'test')
    if (i % 7 === 0) tag('Russia')
    await new Promise((resolve) => setTimeout(resolve, 40))
  }
  await saved(tab)
  const found = await projected((rows) => rows.length === 4)
  await until('the projection is up to date', async () => (await projectDocument(db, document.id))?.changes === 0)
  expect((await rows()).map((row) => row.quote)).toEqual(found.map((row) => row.quote))
  await pool.query('truncate excerpts cascade')
  await pool.query('delete from projections')
  expect(await projectDocument(db, document.id)).toMatchObject({ changes: 4 })
  expect((await rows()).map(({ version: _, ...row }) => row)).toEqual(found.map(({ version: _, ...row }) => row))
})

test('a server that starts projects what the last one did not get to', async () => {
  await tab.destroy()
  await server.stop()
  server = await startCollab(db)
  tab = openTab(server, { user: { id: scope.userId, name: 'Maren' }, cookie: (await signIn(db, scope.userId)).cookie })
  text = await openRoom(tab, document.text)
  layer = await openRoom(tab, document.layer)
  tag('hotline')
  await projected((found) => found.length === 1)
  await tab.destroy()
  await server.stop()
  await pool.query('truncate excerpts cascade')
  await pool.query('update projections set seq = 0')
  server = await startCollab(db)
  expect((await projected((found) => found.length === 1))[0]?.quote).toBe('hotline')
})

test('an annotation id of another document stays with it', async () => {
  const id = tag('Russia')
  await projected((found) => found.length === 1)
  const { user, scope: thief } = await makeMember(db, scope.workspaceId, 'coder')
  const other = await makeLiveDocument(db, thief, 'Stolen words')
  const thiefTab = openTab(server, { user, cookie: (await signIn(db, user.id)).cookie })
  try {
    const otherText = await openRoom(thiefTab, other.text)
    const otherLayer = await openRoom(thiefTab, other.layer)
    const words = otherText.doc.getText(TEXT_NAME)
    const passage = { r: captureRuns(buildIdIndex(words), 0, 6), q: captureQuote(canonicalText(words), 0, 6) }
    layerMap(otherLayer.doc, 'annotation').set(id, { v: 1, ...passage, by: user.id, at: Date.now() })
    await saved(thiefTab)
    await until('it was projected', async () => {
      const { rows } = await pool.query('select seq from projections where document_id = $1 and seq > 0', [other.id])
      return rows.length === 1
    })
    expect(await rows()).toMatchObject([{ id, quote: 'Russia' }])
  } finally {
    await thiefTab.destroy()
  }
})

test('whoever asks right after tagging gets the newest statements too', async () => {
  const id = tag('hotline with Russia')
  await saved(tab)
  await server.collab.settleExcerpts()
  expect(await rows()).toMatchObject([{ id, quote: 'hotline with Russia' }])
})
