import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CollabClient } from '#/components/collab/client.ts'
import { auditLog } from '#/db/schema/audit.ts'
import { documents } from '#/db/schema/documents.ts'
import type { Scope } from '#/db/scope.ts'
import { addActor } from '#/lib/annotation/commands.ts'
import { readAnnotations } from '#/lib/annotation/layer.ts'
import type { NewActor } from '#/lib/codebook/input.ts'
import type { ListedMention, MentionFilter } from '#/lib/codebook/radar/listed-mention.ts'
import { newId } from '#/lib/id.ts'
import { TEXT_NAME } from '#/lib/text/flat.ts'
import { createMentionFinder, type MentionFinder } from '#/server/jobs/find-mentions.ts'
import { createActor } from '#/server/usecases/create-actor.ts'
import { listMentions } from '#/server/usecases/list-mentions.ts'
import { mergeEntries } from '#/server/usecases/merge-entries.ts'
import { rejectMentions, takeBackRejections } from '#/server/usecases/reject-mentions.ts'
import { type TagMentionDeps, tagListedMentions, tagMentions, takeBackTags } from '#/server/usecases/tag-mentions.ts'
import { openRoom, openTab, saved } from '#/tests/support/collab-client.ts'
import { signIn, startCollab, type TestCollab } from '#/tests/support/collab-server.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeLiveDocument } from '#/tests/support/live-document.ts'
import { makeMember } from '#/tests/support/make-member.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'
import { until } from '#/tests/support/until.ts'

const database = testDatabase()
const { db } = database
let server: TestCollab
let finder: MentionFinder
let scope: Scope
let deps: TagMentionDeps & { notify(): void }
const tabs: CollabClient[] = []

beforeEach(async () => {
  server = await startCollab(db)
  finder = createMentionFinder(db)
  scope = (await makeWorkspace(db)).scope
  deps = { db: database.forWorkspace(scope.workspaceId), notify: () => {}, collab: server.collab, mentions: finder }
})
afterEach(async () => {
  await Promise.all(tabs.splice(0).map((tab) => tab.destroy()))
  await finder.stop()
  await server.stop()
})

async function actor(input: string | NewActor): Promise<string> {
  const made = await createActor(scope, typeof input === 'string' ? { name: input } : input, deps)
  if (!made.ok) throw new Error(made.reason)
  return made.actor.id
}

const ALL: MentionFilter = { actorId: null, documentId: null }

async function listed(filter = ALL): Promise<ListedMention[]> {
  const page = await listMentions(scope, { filter, after: null }, deps)
  if (!page.ok) throw new Error(page.reason)
  return page.mentions
}
const wordsOf = async (filter = ALL) => (await listed(filter)).map(({ words }) => words)

test('lists what is not tagged, by the date of the document, and keeps what was rejected out at its place, in its document, everywhere', async () => {
  const russia = await actor({ name: 'Russia', aliases: [{ name: 'Россия' }] })
  await actor({ name: 'HTS', aliases: [{ name: 'Nusra Front', until: '2016-07-28' }] })
  const first = await makeLiveDocument(db, scope, 'Russia and Russia again, and the Nusra Front.\nВ России тоже.')
  await makeLiveDocument(db, scope, 'Russia, too.')
  await db.update(documents).set({ publishedOn: '2024-12-02' }).where(eq(documents.id, first.id))
  expect(await wordsOf()).toEqual(['Russia', 'Russia', 'России', 'Russia'])
  await db.update(documents).set({ publishedOn: '2016-01-01' }).where(eq(documents.id, first.id))
  expect(await wordsOf({ actorId: null, documentId: first.id })).toEqual(['Russia', 'Russia', 'Nusra Front', 'России'])

  const [one] = await listed()
  const about = { actorId: russia, words: 'Russia' }
  const here = { ...about, id: newId(), documentId: first.id, runs: one!.runs }
  expect(await rejectMentions(scope, [here], deps)).toEqual({ ok: true })
  expect(await wordsOf({ ...ALL, actorId: russia })).toEqual(['Russia', 'России', 'Russia'])
  const inDocument = { ...about, id: newId(), documentId: first.id, runs: null }
  await rejectMentions(scope, [inDocument], deps)
  expect(await wordsOf({ ...ALL, actorId: russia })).toEqual(['России', 'Russia'])
  const everywhere = { ...about, id: newId(), documentId: null, runs: null }
  await rejectMentions(scope, [everywhere], deps)
  expect(await wordsOf({ ...ALL, actorId: russia })).toEqual(['России'])
  await takeBackRejections(scope, [here.id, inDocument.id, everywhere.id], deps)
  expect(await wordsOf({ ...ALL, actorId: russia })).toEqual(['Russia', 'Russia', 'России', 'Russia'])
})

test('tags as mentioned in the name of who asks, wherever the words are by then, once, and takes back what nobody worked on', async () => {
  const russia = await actor('Russia')
  const other = await actor('Russian Federation')
  const document = await makeLiveDocument(db, scope, 'Russia spoke. Russia listened. Russia left.')
  const { user } = await makeMember(db, scope.workspaceId, 'editor')
  const tab = openTab(server, { user, cookie: (await signIn(db, user.id)).cookie })
  tabs.push(tab)
  const text = await openRoom(tab, document.text)
  const layer = await openRoom(tab, document.layer)
  const found = await listed()
  // Meanwhile somebody writes before the first, and into the last.
  text.doc.getText(TEXT_NAME).insert(1, 'Yesterday ')
  text.doc.getText(TEXT_NAME).insert(text.doc.getText(TEXT_NAME).toString().lastIndexOf('Russia') + 3, 'x')
  await saved(tab)
  const wanted = found.map(({ documentId, words, runs }) => ({ documentId, words, runs, actorId: russia }))
  const done = await tagMentions(scope, [...wanted, ...wanted], deps)
  expect(done).toMatchObject({ ok: true, tagged: 2, passed: 4 })
  await until('the tags arrive', () => readAnnotations(layer.doc).length === 2)
  const made = readAnnotations(layer.doc)
  expect(made.map(({ quote, by, actors }) => [quote.exact, by === scope.userId, actors])).toEqual([
    ['Russia', true, [{ actorId: russia, role: 'mentioned', by: [scope.userId] }]],
    ['Russia', true, [{ actorId: russia, role: 'mentioned', by: [scope.userId] }]],
  ])
  expect(await wordsOf()).toEqual([])
  expect(await tagMentions(scope, wanted, deps)).toMatchObject({ tagged: 0, passed: 3 })
  // Tags of a merged actor are those of the actor it was merged into.
  const merged = await mergeEntries(scope, { sort: 'actor', from: [russia], into: other }, { ...deps, collab: server.collab })
  expect(merged.ok).toBe(true)
  expect(
    await tagMentions(
      scope,
      wanted.map((mention) => ({ ...mention, actorId: other })),
      deps,
    ),
  ).toMatchObject({ tagged: 0 })

  if (!done.ok) return
  addActor(layer.doc, made[0]!.id, other, 'source', user.id, null)
  await saved(tab)
  expect(await takeBackTags(scope, done.made, deps)).toEqual({ ok: true, taken: 1 })
  await until('one is gone', () => readAnnotations(layer.doc).length === 1)
  const events = await db.select({ event: auditLog.event }).from(auditLog).where(eq(auditLog.workspaceId, scope.workspaceId))
  expect(events.map(({ event }) => event).filter((event) => event.startsWith('mentions'))).toEqual(['mentions-tagged', 'mentions-untagged'])
})

test('tags all of a list, page after page, but for what may mean several', async () => {
  await actor('Georgia')
  const state = await actor({ name: 'State of Georgia', aliases: [{ name: 'Georgia' }] })
  await actor('Russia')
  await makeLiveDocument(db, scope, `Georgia.\n${'Russia. '.repeat(60)}`)
  const first = await listMentions(scope, { filter: ALL, after: null }, deps)
  if (!first.ok) throw new Error(first.reason)
  const second = await listMentions(scope, { filter: ALL, after: first.next }, deps)
  expect([first.mentions.length, first.total, second.ok && second.mentions.length, second.ok && second.next]).toEqual([50, 61, 11, null])
  expect(await tagListedMentions(scope, ALL, deps)).toMatchObject({ tagged: 60, unclear: 1, more: false })
  expect(await wordsOf()).toEqual(['Georgia'])
  expect(await tagListedMentions(scope, { ...ALL, actorId: state }, deps)).toMatchObject({ tagged: 1, unclear: 0 })
  expect(await wordsOf()).toEqual([])
})

test('who may not tag neither tags nor rejects, and nobody reaches into another workspace', async () => {
  const russia = await actor('Russia')
  const document = await makeLiveDocument(db, scope, 'Russia spoke.')
  const [mention] = await listed()
  const wanted = [{ documentId: document.id, words: 'Russia', runs: mention!.runs, actorId: russia }]
  const rejection = [{ id: newId(), actorId: russia, words: 'Russia', documentId: null, runs: null }]
  const { scope: viewer } = await makeMember(db, scope.workspaceId, 'viewer')
  for (const refused of [
    await tagMentions(viewer, wanted, deps),
    await tagListedMentions(viewer, ALL, deps),
    await takeBackTags(viewer, [], deps),
    await rejectMentions(viewer, rejection, deps),
    await takeBackRejections(viewer, [], deps),
  ])
    expect(refused.ok).toBe(false)
  const elsewhere = (await makeWorkspace(db)).scope
  const there = { ...deps, db: database.forWorkspace(elsewhere.workspaceId) }
  expect(await tagMentions(elsewhere, wanted, there)).toMatchObject({ tagged: 0 })
  expect(await rejectMentions(elsewhere, rejection, there)).toMatchObject({ ok: false })
  expect(await wordsOf()).toEqual(['Russia'])
})
