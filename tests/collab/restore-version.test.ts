import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { CollabClient } from '#/components/collab/client.ts'
import type { CollabRoom } from '#/components/collab/room.ts'
import { pageOfExcerpts } from '#/db/queries/excerpts.ts'
import { layers } from '#/db/schema/documents.ts'
import type { Scope } from '#/db/scope.ts'
import { captureQuote, captureRuns } from '#/lib/anchor/capture.ts'
import { buildIdIndex } from '#/lib/anchor/id-index.ts'
import { createAnnotation, deleteAnnotation, setMemo } from '#/lib/annotation/commands.ts'
import { layerMap, readAnnotations } from '#/lib/annotation/layer.ts'
import { newId } from '#/lib/id.ts'
import { canonicalText, TEXT_NAME } from '#/lib/text/flat.ts'
import type { HistoryPoint } from '#/lib/version/history.ts'
import { loadRoom } from '#/server/collab/room-log.ts'
import { createHistory, type HistoryReader } from '#/server/jobs/history.ts'
import { readHistoryPoints } from '#/server/usecases/read-history.ts'
import { type RestoreWhat, restoreVersion } from '#/server/usecases/restore-version.ts'
import { ask } from '#/tests/support/ask.ts'
import { openRoom, openTab, saved } from '#/tests/support/collab-client.ts'
import { signIn, startCollab, type TestCollab } from '#/tests/support/collab-server.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { type LiveDocument, makeLiveDocument } from '#/tests/support/live-document.ts'
import { makeMember } from '#/tests/support/make-member.ts'
import type { TestUser } from '#/tests/support/make-user.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'
import { type TcpProxy, tcpProxy } from '#/tests/support/tcp-proxy.ts'
import { until } from '#/tests/support/until.ts'

/** One person with the document open. */
interface Desk {
  tab: CollabClient
  text: CollabRoom
  layer: CollabRoom
}

const { db } = testDatabase()
const WORDS = 'The hotline is open.\nMoscow called.'
let server: TestCollab
let history: HistoryReader
let network: TcpProxy
let scope: Scope
let document: LiveDocument
let maren: Desk
let layla: Desk & { user: TestUser }

beforeEach(async () => {
  server = await startCollab(db)
  history = createHistory(db)
  network = await tcpProxy(Number(new URL(server.url).port))
  const workspace = await makeWorkspace(db)
  scope = workspace.scope
  document = await makeLiveDocument(db, scope, WORDS)
  maren = await sit(workspace.owner, server.url)
  const { user } = await makeMember(db, scope.workspaceId, 'editor', { name: 'Layla Haddad' })
  layla = { ...(await sit(user, `ws://127.0.0.1:${network.port}/collab`)), user }
})
afterEach(async () => {
  await Promise.all([maren.tab.destroy(), layla.tab.destroy()])
  await network.close()
  await history.stop()
  await server.stop()
})

async function sit(user: TestUser, url: string): Promise<Desk> {
  const tab = openTab({ url, origin: server.origin }, { user, cookie: (await signIn(db, user.id)).cookie })
  return { tab, text: await openRoom(tab, document.text), layer: await openRoom(tab, document.layer) }
}

const flat = (desk: Desk) => desk.text.doc.getText(TEXT_NAME)
const wordsOf = (desk: Desk) => canonicalText(flat(desk))
const statementsOf = (desk: Desk) => readAnnotations(desk.layer.doc).sort((a, b) => (a.id < b.id ? -1 : 1))

function tag(desk: Desk, words: string, userId: string): string {
  const start = wordsOf(desk).indexOf(words)
  const end = start + words.length
  const passage = { runs: captureRuns(buildIdIndex(flat(desk)), start, end), quote: captureQuote(wordsOf(desk), start, end) }
  return createAnnotation(desk.layer.doc, { userId, ...passage, actors: [{ actorId: newId(), role: 'source' }], themes: [] }, 'own')
}

async function restore(seq: number, what: RestoreWhat = 'text-and-tags', of = scope, unlessAfter?: number) {
  return restoreVersion(of, document.id, { seq, what, unlessAfter }, { db, collab: server.collab, history })
}
const points = async () => (await readHistoryPoints(scope, document.id, { db })) as HistoryPoint[]
const now = async () => (await points())[0]?.seq as number

test('a restoration arrives in open editors with text, formats and statements, and restoring the point before takes it back', async () => {
  const mine = tag(maren, 'hotline', scope.userId)
  setMemo(maren.layer.doc, mine, scope.userId, 'check', 'own')
  await saved(maren.tab)
  await until('Layla has it', () => statementsOf(layla).length === 1)
  const then = await now()
  const [before, beforeTags] = [flat(maren).toDelta(), statementsOf(maren)]

  flat(layla).delete(1, 'The hotline '.length)
  flat(layla).insert(1, 'A red line ')
  flat(layla).format(1, 5, { bold: true })
  const hers = tag(layla, 'red line', layla.user.id)
  await saved(layla.tab)
  await until('Maren sees it', () => statementsOf(maren).length === 2)
  // An editor may take away what another tagged, so that it can be restored.
  deleteAnnotation(layla.layer.doc, mine, layla.user.id, 'own')
  await saved(layla.tab)
  await until('Maren sees that too', () => statementsOf(maren).length === 1)
  const [later, laterTags] = [flat(maren).toDelta(), statementsOf(maren)]

  const done = await restore(then)
  if (!done.ok) throw new Error(done.message)
  expect(done.changed).toBe(true)
  for (const desk of [maren, layla]) {
    await until('the text is as it was', () => wordsOf(desk) === WORDS)
    await until('the statements are', () => statementsOf(desk).some(({ id }) => id === mine))
    expect(flat(desk).toDelta()).toEqual(before)
    expect(statementsOf(desk)).toEqual(beforeTags)
    expect(layerMap(desk.layer.doc, 'deleted').get(hers)?.by).toBe(scope.userId)
  }
  await server.collab.settleExcerpts()
  const { excerpts } = await pageOfExcerpts(db, scope, { query: ask('passage:attached, detached'), sort: 'document' })
  expect(excerpts.map(({ quote, state, annotationId }) => ({ quote, state, annotationId }))).toEqual([
    { quote: 'hotline', state: 'anchored', annotationId: mine },
  ])
  expect((await points()).map(({ kind, seq, by }) => ({ kind, seq, by }))).toEqual([
    { kind: 'automatic', seq: done.after, by: null },
    { kind: 'restored', seq: done.before, by: scope.userId },
    { kind: 'imported', seq: expect.any(Number), by: null },
  ])

  // Everybody goes on.
  flat(layla).insert(flat(layla).length, ' Washington agreed.')
  await saved(layla.tab)
  await until('the words arrive', () => wordsOf(maren).endsWith('agreed.'))
  const undone = await restore(done.before)
  if (!undone.ok) throw new Error(undone.message)
  for (const desk of [maren, layla]) {
    await until('the present is back', () => wordsOf(desk).startsWith('A red line'))
    await until('with its statements', () => statementsOf(desk).some(({ id }) => id === hers))
    expect(flat(desk).toDelta()).toEqual(later)
    expect(statementsOf(desk)).toEqual(laterTags)
  }
})

test('who was away keeps what they wrote and tagged, and gets the restoration', async () => {
  const then = await now()
  flat(maren).insert(1, 'Correction: ')
  await saved(maren.tab)
  await until('Layla has it', () => wordsOf(layla).startsWith('Correction'))
  network.cut()
  await until('Layla is away', () => layla.tab.status.state === 'offline')
  flat(layla).insert(flat(layla).length, ' Washington agreed.')
  const hers = tag(layla, 'Washington', layla.user.id)
  expect(await restore(then)).toMatchObject({ ok: true, changed: true })
  network.restore()
  await saved(layla.tab)
  const both = `${WORDS} Washington agreed.`
  await until('all have both', () => wordsOf(maren) === both && wordsOf(layla) === both)
  await until('her statement too', () => statementsOf(maren).some(({ id }) => id === hers))
  expect(canonicalText((await loadRoom(db, document.text)).getText(TEXT_NAME))).toBe(both)
})

test('the text alone is restored when only that is asked for, and a passage whose words come back stands on them again', async () => {
  const mine = tag(maren, 'Moscow called', scope.userId)
  await saved(maren.tab)
  const then = await now()
  flat(maren).delete(1 + WORDS.indexOf('\n'), '\nMoscow called.'.length)
  const since = tag(maren, 'open', scope.userId)
  await saved(maren.tab)
  await server.collab.settleExcerpts()
  const states = async () => {
    await server.collab.settleExcerpts()
    const { excerpts } = await pageOfExcerpts(db, scope, { query: ask('passage:attached, detached'), sort: 'document' })
    return Object.fromEntries(excerpts.map(({ annotationId, state, quote }) => [annotationId, `${state}: ${quote}`]))
  }
  expect(await states()).toEqual({ [mine]: 'orphan: Moscow called', [since]: 'anchored: open' })
  expect(await restore(then, 'text')).toMatchObject({ ok: true, changed: true })
  await until('the text is back', () => wordsOf(maren) === WORDS)
  expect(await states()).toEqual({ [mine]: 'anchored: Moscow called', [since]: 'anchored: open' })
  expect(await restore(then, 'text')).toMatchObject({ ok: true, changed: false })
  expect((await points()).filter(({ kind }) => kind === 'restored')).toHaveLength(1)
})

test('somebody else’s blind layer stays as it is, one’s own goes back', async () => {
  const [own, others] = [newId(), newId()]
  for (const [id, ownerId] of [
    [own, scope.userId],
    [others, layla.user.id],
  ] as const)
    await db.insert(layers).values({ id, workspaceId: scope.workspaceId, documentId: document.id, kind: 'blind', ownerId })
  const then = await now()
  for (const [desk, id, userId] of [
    [maren, own, scope.userId],
    [layla, others, layla.user.id],
  ] as const)
    tag({ ...desk, layer: await openRoom(desk.tab, `layer/${id}`) }, 'hotline', userId)
  await saved(maren.tab)
  await saved(layla.tab)
  expect(await restore(then)).toMatchObject({ ok: true, changed: true })
  const counts = await Promise.all([own, others].map(async (id) => readAnnotations(await loadRoom(db, `layer/${id}`)).length))
  expect(counts).toEqual([0, 1])
})

test('what others write after a restoration is not put aside with it unasked', async () => {
  const then = await now()
  flat(maren).insert(1, 'Today: ')
  await saved(maren.tab)
  const done = await restore(then)
  if (!done.ok) throw new Error(done.message)
  await until('Layla sees it', () => wordsOf(layla) === WORDS)
  flat(layla).insert(1, 'Note. ')
  await saved(layla.tab)

  expect(await restore(done.before, 'text-and-tags', scope, done.after)).toMatchObject({ ok: false, changedSince: true })
  expect(wordsOf(layla)).toBe(`Note. ${WORDS}`)
  expect((await points()).filter(({ kind }) => kind === 'restored')).toHaveLength(1)
  const asked = await restore(done.before)
  expect(asked).toMatchObject({ ok: true, changed: true })
  await until('all is as before', () => wordsOf(layla) === `Today: ${WORDS}`)
})

test('coders, readers and strangers restore nothing', async () => {
  const then = await now()
  flat(maren).insert(1, 'Correction: ')
  await saved(maren.tab)
  for (const role of ['viewer', 'commenter', 'coder'] as const) {
    const { scope: reader } = await makeMember(db, scope.workspaceId, role)
    for (const what of ['text', 'text-and-tags'] as const) expect(await restore(then, what, reader)).toMatchObject({ ok: false })
  }
  const elsewhere = (await makeWorkspace(db, { name: 'Other desk' })).scope
  expect(await restore(then, 'text', elsewhere)).toMatchObject({ ok: false })
  expect(await restore(0)).toMatchObject({ ok: false })
  expect(wordsOf(maren)).toBe(`Correction: ${WORDS}`)
  expect((await points()).filter(({ kind }) => kind === 'restored')).toEqual([])
})

test('two who restore at once make no word double', async () => {
  const then = await now()
  flat(maren).delete(1, 'The hotline '.length)
  await saved(maren.tab)
  const laylas = { ...scope, userId: layla.user.id }
  const both = await Promise.all([restore(then), restore(then, 'text-and-tags', laylas)])
  expect(both.map((done) => done.ok && done.changed).sort()).toEqual([false, true])
  await until('the text is back', () => wordsOf(layla) === WORDS)
  expect(canonicalText((await loadRoom(db, document.text)).getText(TEXT_NAME))).toBe(WORDS)
  expect(Y.encodeStateVector(layla.text.doc)).toEqual(Y.encodeStateVector(await loadRoom(db, document.text)))
})
