import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CollabClient } from '#/components/collab/client.ts'
import { listActors, listThemes, readMerged } from '#/db/queries/codebook.ts'
import { listCodebookChanges } from '#/db/queries/codebook-changes.ts'
import { readCodebookState } from '#/db/queries/codebook-state.ts'
import { listDeletedEntries } from '#/db/queries/deleted-entries.ts'
import { actorExternalIds, actorMemberships } from '#/db/schema/codebook.ts'
import { excerptActors, excerptThemes } from '#/db/schema/excerpts.ts'
import type { Scope } from '#/db/scope.ts'
import { addActor } from '#/lib/annotation/commands.ts'
import { stateAtVersion } from '#/lib/codebook/codebook-state.ts'
import type { NewActor, NewTheme } from '#/lib/codebook/input.ts'
import { newId } from '#/lib/id.ts'
import { createActor } from '#/server/usecases/create-actor.ts'
import { createTheme } from '#/server/usecases/create-theme.ts'
import { type MergeAsked, mergeEntries } from '#/server/usecases/merge-entries.ts'
import { previewMerge } from '#/server/usecases/preview-merge.ts'
import { splitEntry } from '#/server/usecases/split-entry.ts'
import { undoCodebookChange } from '#/server/usecases/undo-codebook-change.ts'
import { updateActor } from '#/server/usecases/update-actor.ts'
import { verify } from '#/server/verify/verify.ts'
import { openRoom, openTab, saved } from '#/tests/support/collab-client.ts'
import { signIn, startCollab, type TestCollab } from '#/tests/support/collab-server.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeMember } from '#/tests/support/make-member.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'
import { tagDocument } from '#/tests/support/tag-document.ts'
import { until } from '#/tests/support/until.ts'

const database = testDatabase()
const { db } = database
const TEXT = 'HTS took Aleppo.\nNusra fought in Idlib.\nThe front denied it.\nNobody answered the phone.'
let server: TestCollab
let scope: Scope
let deps: Parameters<typeof mergeEntries>[2] & Parameters<typeof splitEntry>[2]
const tabs: CollabClient[] = []

beforeEach(async () => {
  server = await startCollab(db)
  scope = (await makeWorkspace(db)).scope
  deps = { db: database.forWorkspace(scope.workspaceId), notify: () => {}, collab: server.collab }
})
afterEach(async () => {
  await Promise.all(tabs.splice(0).map((tab) => tab.destroy()))
  await server.stop()
})

async function actor(input: string | NewActor): Promise<string> {
  const made = await createActor(scope, typeof input === 'string' ? { name: input } : input, deps)
  if (!made.ok) throw new Error(made.reason)
  return made.actor.id
}

async function theme(input: string | NewTheme): Promise<string> {
  const made = await createTheme(scope, typeof input === 'string' ? { name: input } : input, deps)
  if (!made.ok) throw new Error(made.reason)
  return made.theme.id
}

/** Merges, checks that the preview said so, and waits for the projection. @returns its version */
async function merge(asked: MergeAsked): Promise<number> {
  const said = await previewMerge(scope, asked, deps)
  const before = await tagCount()
  const done = await mergeEntries(scope, asked, deps)
  if (!done.ok || !said.ok) throw new Error(JSON.stringify([done, said]))
  const merged = await tagCount()
  if (asked.sort === 'actor') expect(before - merged, 'what becomes one is what was said').toBe(said.joined)
  await server.collab.settleExcerpts()
  expect(await tagCount(), 'the projection agrees with what was written at once').toBe(merged)
  return done.version
}

async function undo(version: number) {
  const undone = await undoCodebookChange(scope, version, deps)
  await server.collab.settleExcerpts()
  return undone
}

const tagCount = async () => (await db.$count(excerptActors)) + (await db.$count(excerptThemes))
const actorTags = async (annotationId: string) =>
  (await db.select().from(excerptActors).where(eq(excerptActors.annotationId, annotationId)))
    .map((tag) => `${tag.role} ${tag.actorId}`)
    .sort()
const names = async () =>
  Object.fromEntries((await listActors(db, scope)).map((one) => [one.name, one.aliases.map(({ name }) => name).sort()]))
const tree = async () => {
  const all = await listThemes(db, scope)
  const below = (parentId: string | null): string =>
    all
      .filter((one) => one.parentId === parentId)
      .map((one) => `${one.name}${one.hotkey ?? ''}(${below(one.id)})`)
      .join(' ')
  return below(null)
}
const named = (...list: string[]) => list.map((name) => ({ name }))

test('a merge says first what moves, and is taken back whole', async () => {
  const front = await actor({ name: 'Fateh al-Sham', aliases: named('JFS', 'Nusra') })
  const hts = await actor({ name: 'HTS', aliases: named('jfs') })
  const unit = await actor({ name: 'A unit', parentId: front })
  const group = await actor('A coalition')
  await db.insert(actorExternalIds).values({ id: newId(), workspaceId: scope.workspaceId, actorId: front, scheme: 'wikidata', value: 'Q1' })
  await db.insert(actorMemberships).values({ id: newId(), workspaceId: scope.workspaceId, actorId: front, groupId: group })
  const { annotationIds } = await tagDocument(db, scope, {
    text: TEXT,
    tags: [
      { passage: 'HTS took', actors: [{ actorId: hts, role: 'source' }] },
      {
        passage: 'Nusra fought',
        actors: [
          { actorId: front, role: 'source' },
          { actorId: hts, role: 'source' },
          { actorId: hts, role: 'mentioned' },
        ],
      },
      { passage: 'The front', actors: [{ actorId: front, role: 'recipient' }] },
    ],
  })
  const tagsNow = async () => Promise.all(annotationIds.map(actorTags))
  const [tagsBefore, namesBefore] = [await tagsNow(), await names()]
  const asked: MergeAsked = { sort: 'actor', from: [front], into: hts }
  expect(await previewMerge(scope, asked, deps)).toEqual({
    ok: true,
    statements: 2,
    documents: 1,
    joined: 1,
    aliases: ['Fateh al-Sham', 'Nusra'],
    below: ['A unit'],
    twins: [],
    along: { identifiers: 1, designations: 0, memberships: 1, memos: 0 },
  })

  const version = await merge(asked)
  expect(await tagsNow()).toEqual([[`source ${hts}`], [`mentioned ${hts}`, `source ${hts}`], [`recipient ${hts}`]])
  expect(await names()).toEqual({ HTS: ['Fateh al-Sham', 'Nusra', 'jfs'], 'A unit': [], 'A coalition': [] })
  expect((await listActors(db, scope)).find(({ id }) => id === unit)?.parentId).toBe(hts)
  const belongs = async (id: string) => [
    await db.$count(actorExternalIds, eq(actorExternalIds.actorId, id)),
    await db.$count(actorMemberships, eq(actorMemberships.actorId, id)),
  ]
  expect(await belongs(hts)).toEqual([1, 1])
  expect(await listDeletedEntries(db, scope), 'merged is not deleted').toEqual([])
  expect(await readMerged(db, scope)).toEqual({ [front]: hts })

  expect(await undo(version)).toEqual({ ok: true, sort: 'actor', restored: [{ name: 'Fateh al-Sham', was: 'Fateh al-Sham' }] })
  expect(await tagsNow()).toEqual(tagsBefore)
  expect(await names()).toEqual(namesBefore)
  expect((await listActors(db, scope)).find(({ id }) => id === unit)?.parentId).toBe(front)
  expect(await belongs(hts)).toEqual([0, 0])
  expect(await belongs(front)).toEqual([1, 1])
  expect(await undo(version)).toMatchObject({ ok: false, reason: 'This was taken back already.' })

  // The change log can be read back to before the merge.
  const changes = await listCodebookChanges(db, scope)
  const now = await readCodebookState(db, scope)
  expect(changes.slice(0, 2).map(({ act, undoneBy }) => [act, undoneBy])).toEqual([
    ['undone', null],
    ['merged', version + 1],
  ])
  expect(stateAtVersion(now, changes, version).merged).toEqual({ [front]: { into: hts } })
  expect(stateAtVersion(now, changes, version - 1)).toEqual(now)
})

test('somebody who tags with an actor while it is merged away keeps the tag; taken back, it is that actor’s', async () => {
  const [front, hts] = [await actor('Front'), await actor('HTS')]
  const { annotationIds, layerId } = await tagDocument(db, scope, {
    text: TEXT,
    tags: [{ passage: 'HTS took' }, { passage: 'Nusra fought' }],
  })
  const [first, second] = annotationIds as [string, string]
  const { user } = await makeMember(db, scope.workspaceId, 'coder')
  const tab = openTab({ url: server.url, origin: server.origin }, { user, cookie: (await signIn(db, user.id)).cookie })
  tabs.push(tab)
  const layer = (await openRoom(tab, `layer/${layerId}`)).doc

  const merging = mergeEntries(scope, { sort: 'actor', from: [front], into: hts }, deps)
  addActor(layer, first, front, 'source', user.id, 'test')
  addActor(layer, first, hts, 'source', user.id, 'test')
  const done = await merging
  addActor(layer, second, front, 'recipient', user.id, 'test')
  await saved(tab)
  await until('both are tags of the one that stays', async () => {
    await server.collab.settleExcerpts()
    return (await actorTags(first)).join() === `source ${hts}` && (await actorTags(second)).join() === `recipient ${hts}`
  })
  if (!done.ok) throw new Error(done.reason)
  await undo(done.version)
  expect(await actorTags(first)).toEqual([`source ${front}`, `source ${hts}`].toSorted())
  expect(await actorTags(second)).toEqual([`recipient ${front}`])
})

test('merges that follow each other are taken back in any order', async () => {
  const a = await actor({ name: 'A', aliases: named('Alpha', 'Shared') })
  const b = await actor({ name: 'B', aliases: named('Beta') })
  const c = await actor({ name: 'C' })
  const d = await actor({ name: 'D', aliases: named('Shared') })
  const child = await actor({ name: 'Child', parentId: a })
  await tagDocument(db, scope, {
    text: TEXT,
    tags: [{ passage: 'HTS', actors: [a, b, c, d].map((actorId) => ({ actorId, role: 'source' as const })) }],
  })
  const before = { names: await names(), tags: await db.select().from(excerptActors) }
  const aToB = await merge({ sort: 'actor', from: [a], into: b })
  const dToB = await merge({ sort: 'actor', from: [d], into: b })
  const bToC = await merge({ sort: 'actor', from: [b], into: c })
  expect(await names()).toEqual({ C: ['A', 'Alpha', 'B', 'Beta', 'D', 'Shared'], Child: [] })

  await undo(aToB)
  expect(await names(), 'the name that D has too stays').toEqual({ A: ['Alpha', 'Shared'], C: ['B', 'Beta', 'D', 'Shared'], Child: [] })
  expect((await listActors(db, scope)).find(({ id }) => id === child)?.parentId).toBe(a)
  expect(await readMerged(db, scope)).toEqual({ [b]: c, [d]: c })
  await undo(bToC)
  await undo(dToB)
  expect(await names()).toEqual(before.names)
  expect((await db.select().from(excerptActors)).map(({ actorId }) => actorId).sort()).toEqual(
    before.tags.map(({ actorId }) => actorId).sort(),
  )
})

test('a name that was taken meanwhile comes back with a number, and what was moved meanwhile stays', async () => {
  const [front, hts, other] = [await actor('Front'), await actor('HTS'), await actor('Other')]
  const child = await actor({ name: 'Child', parentId: front })
  const version = await merge({ sort: 'actor', from: [front], into: hts })
  await actor('FRONT')
  await updateActor(scope, child, { parentId: other }, deps)
  expect(await undo(version)).toMatchObject({ ok: true, restored: [{ name: 'Front (2)', was: 'Front' }] })
  expect((await listActors(db, scope)).find(({ id }) => id === child)?.parentId).toBe(other)
})

test('themes: what stands below follows, namesakes below are merged too, the key goes along, and all returns', async () => {
  const war = await theme({ name: 'War', hotkey: 3 })
  const fights = await theme('Fights')
  const air = await theme({ name: 'Air', parentId: war })
  const strikes = await theme({ name: 'Strikes', parentId: air })
  await theme({ name: 'Ground', parentId: war })
  const airToo = await theme({ name: 'AIR', parentId: fights })
  const { annotationIds } = await tagDocument(db, scope, {
    text: TEXT,
    tags: [
      {
        passage: 'HTS took',
        themes: [
          { themeId: air, stance: 'supports' },
          { themeId: airToo, stance: 'supports' },
        ],
      },
      { passage: 'Nusra', themes: [{ themeId: war, stance: 'opposes' }] },
    ],
  })
  const themeTags = async () => (await db.select().from(excerptThemes)).map((tag) => `${tag.stance} ${tag.themeId}`).sort()
  const [treeBefore, tagsBefore] = [await tree(), await themeTags()]
  expect(await previewMerge(scope, { sort: 'theme', from: [war], into: fights }, deps)).toMatchObject({
    statements: 2,
    joined: 1,
    below: ['Strikes', 'Ground'],
    twins: ['Air'],
  })
  const version = await merge({ sort: 'theme', from: [war], into: fights })
  expect(await tree()).toBe('Fights3(AIR(Strikes()) Ground())')
  expect(await themeTags()).toEqual([`opposes ${fights}`, `supports ${airToo}`].toSorted())
  await undo(version)
  expect(await tree()).toBe(treeBefore)
  expect(await themeTags()).toEqual(tagsBefore)
  expect(annotationIds).toHaveLength(2)

  // Into one that stands below: it takes the place of the one that goes.
  const inward = await merge({ sort: 'theme', from: [war, air], into: strikes })
  expect(await tree()).toBe('Strikes3(Ground()) Fights(AIR())')
  await undo(inward)
  expect(await tree()).toBe(treeBefore)
})

test('a split gives chosen passages to new actors, as who tagged them and when, and is taken back', async () => {
  const hts = await actor({ name: 'HTS', aliases: named('Nusra', 'JFS'), kind: 'armed-group' })
  const old = await actor('Old name')
  await merge({ sort: 'actor', from: [old], into: hts })
  const { user } = await makeMember(db, scope.workspaceId, 'coder')
  const source = { actorId: hts, role: 'source' as const }
  const { annotationIds, layerId } = await tagDocument(db, scope, {
    text: TEXT,
    tags: [
      { passage: 'HTS took', actors: [source, { actorId: hts, role: 'mentioned' }], userId: user.id, now: 1_700_000_000_000 },
      { passage: 'Nusra fought', actors: [{ actorId: old, role: 'source' }] },
      { passage: 'The front', actors: [source] },
      { passage: 'Nobody', actors: [source] },
    ],
  })
  const [first, second, third, late] = annotationIds as [string, string, string, string]
  const before = await Promise.all(annotationIds.map(actorTags))
  const passages = [
    { annotationId: first, to: 0 },
    { annotationId: second, to: 0 },
    { annotationId: third, to: null },
    { annotationId: newId(), to: 1 },
  ]
  expect(await splitEntry(scope, { sort: 'actor', id: hts, names: ['Old', 'HTS'], passages }, deps)).toMatchObject({
    ok: false,
    field: 'name',
  })
  const split = await splitEntry(scope, { sort: 'actor', id: hts, names: ['nusra', 'Third'], passages }, deps)
  if (!split.ok) throw new Error(split.reason)
  expect(split).toMatchObject({ moved: 2, missing: 1, taggedMeanwhile: 1 })
  const [nusra] = split.into as [string]
  expect(await Promise.all(annotationIds.map(actorTags))).toEqual([
    [`mentioned ${nusra}`, `source ${nusra}`],
    [`source ${nusra}`],
    [`source ${hts}`],
    [`source ${hts}`],
  ])
  expect(await names()).toEqual({ HTS: ['JFS', 'Old name'], nusra: [], Third: [] })
  const tab = openTab({ url: server.url, origin: server.origin }, { user, cookie: (await signIn(db, user.id)).cookie })
  tabs.push(tab)
  const layer = (await openRoom(tab, `layer/${layerId}`)).doc
  expect(layer.getMap('actor').get(`${first}|${nusra}|source|${user.id}`)).toEqual({ by: user.id, at: 1_700_000_000_000 })

  // Somebody tags with a new one before the split is taken back.
  addActor(layer, late, nusra, 'recipient', user.id, 'test')
  await saved(tab)
  await undo(split.version)
  expect(await Promise.all([first, second, third].map(actorTags))).toEqual(before.slice(0, 3))
  expect(await actorTags(late)).toEqual([`recipient ${hts}`, `source ${hts}`])
  expect(await names()).toEqual({ HTS: ['JFS', 'Nusra', 'Old name'] })
  expect(await listDeletedEntries(db, scope)).toEqual([])
  expect((await verify(db))?.problems).toEqual([])
})

test('a merge, then a split of what stayed, both taken back: every tag is of the actor it was put with', async () => {
  const [front, hts] = [await actor('Front'), await actor('HTS')]
  const tags = [front, hts].map((actorId) => ({ actorId, role: 'source' as const }))
  const { annotationIds } = await tagDocument(db, scope, { text: TEXT, tags: [{ passage: 'HTS took', actors: tags }] })
  const [first] = annotationIds as [string]
  const before = await actorTags(first)
  const merged = await merge({ sort: 'actor', from: [front], into: hts })
  const split = await splitEntry(scope, { sort: 'actor', id: hts, names: ['New'], passages: [{ annotationId: first, to: 0 }] }, deps)
  if (!split.ok) throw new Error(split.reason)
  expect(await actorTags(first), 'two tags became one').toEqual([`source ${split.into[0]}`])
  await undo(split.version)
  expect(await actorTags(first)).toEqual([`source ${hts}`])
  await undo(merged)
  expect(await actorTags(first)).toEqual(before)
})

test('a theme is split with its stances', async () => {
  const talks = await theme('Talks')
  await theme('War')
  const { annotationIds } = await tagDocument(db, scope, {
    text: TEXT,
    tags: [{ passage: 'HTS took', themes: [{ themeId: talks, stance: 'opposes' }] }],
  })
  const passages = [{ annotationId: annotationIds[0]!, to: 0 }]
  const split = await splitEntry(scope, { sort: 'theme', id: talks, names: ['Truce'], passages }, deps)
  expect(split).toMatchObject({ ok: true, moved: 1, taggedMeanwhile: 0 })
  expect(await tree()).toBe('Talks() Truce() War()')
  expect(await db.select({ stance: excerptThemes.stance, id: excerptThemes.themeId }).from(excerptThemes)).toEqual([
    { stance: 'opposes', id: split.ok ? split.into[0] : '' },
  ])
})

test('who may: editors; and nothing of another workspace', async () => {
  const [front, hts] = [await actor('Front'), await actor('HTS')]
  const { scope: coder } = await makeMember(db, scope.workspaceId, 'coder')
  const asked: MergeAsked = { sort: 'actor', from: [front], into: hts }
  expect(await mergeEntries(coder, asked, deps)).toMatchObject({ ok: false })
  expect(await splitEntry(coder, { sort: 'actor', id: hts, names: ['X'], passages: [] }, deps)).toMatchObject({ ok: false })
  const version = await merge(asked)
  expect(await undoCodebookChange(coder, version, deps)).toMatchObject({ ok: false })
  const elsewhere = (await makeWorkspace(db, { name: 'Elsewhere' })).scope
  const there = { ...deps, db: database.forWorkspace(elsewhere.workspaceId) }
  expect(await mergeEntries(elsewhere, asked, there)).toMatchObject({ ok: false })
  expect(await undoCodebookChange(elsewhere, version, there)).toMatchObject({ ok: false, reason: 'There is nothing to take back.' })
  expect(await mergeEntries(scope, { sort: 'actor', from: [hts], into: hts }, deps)).toMatchObject({ ok: false })
  const theirs = await tagDocument(db, elsewhere, { text: TEXT, tags: [{ passage: 'HTS', actors: [{ actorId: hts, role: 'source' }] }] })
  const passages = [{ annotationId: theirs.annotationIds[0]!, to: 0 }]
  expect(await splitEntry(scope, { sort: 'actor', id: hts, names: ['Part'], passages }, deps)).toMatchObject({
    ok: true,
    moved: 0,
    missing: 1,
  })
  expect(await actorTags(theirs.annotationIds[0]!)).toEqual([`source ${hts}`])
  expect(await mergeEntries(scope, asked, deps), 'merged already').toMatchObject({ ok: false })
})
