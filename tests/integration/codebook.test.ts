import { beforeEach, expect, test } from 'vitest'
import { moveToBin } from '#/db/queries/bin.ts'
import { listActors, listThemes } from '#/db/queries/codebook.ts'
import {
  actorDeletionImpact,
  countActorUses,
  countTaggedStatements,
  countThemeUses,
  countUsesOf,
  themeDeletionImpact,
} from '#/db/queries/codebook-uses.ts'
import { excerptActors, excerpts, excerptThemes } from '#/db/schema/excerpts.ts'
import type { Scope } from '#/db/scope.ts'
import type { ActorRole } from '#/lib/codebook/codebook.ts'
import type { NewActor, NewTheme } from '#/lib/codebook/input.ts'
import { newId } from '#/lib/id.ts'
import { createActor } from '#/server/usecases/create-actor.ts'
import { createTheme } from '#/server/usecases/create-theme.ts'
import { deleteActor } from '#/server/usecases/delete-actor.ts'
import { deleteTheme } from '#/server/usecases/delete-theme.ts'
import { moveTheme } from '#/server/usecases/move-theme.ts'
import { restoreActor } from '#/server/usecases/restore-actor.ts'
import { restoreTheme } from '#/server/usecases/restore-theme.ts'
import { updateActor } from '#/server/usecases/update-actor.ts'
import { updateTheme } from '#/server/usecases/update-theme.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeDocument } from '#/tests/support/make-document.ts'
import { makeMember } from '#/tests/support/make-member.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'

const { db } = testDatabase()
let scope: Scope
let notices: string[]
const deps = { db, notify: (what: string, id: string) => void notices.push(`${what} ${id}`) }

beforeEach(async () => {
  notices = []
  scope = (await makeWorkspace(db)).scope
})

async function actor(input: NewActor | string, by = scope): Promise<string> {
  const result = await createActor(by, typeof input === 'string' ? { name: input } : input, deps)
  if (!result.ok) throw new Error(result.reason)
  return result.actor.id
}

async function theme(input: NewTheme | string, by = scope): Promise<string> {
  const result = await createTheme(by, typeof input === 'string' ? { name: input } : input, deps)
  if (!result.ok) throw new Error(result.reason)
  return result.theme.id
}

/** A statement as the projection writes it. */
async function statement(
  document: { id: string; layerId: string },
  tags: { actors?: [string, ActorRole][]; themes?: string[] },
): Promise<void> {
  const annotationId = newId()
  const { workspaceId } = scope
  const at = new Date()
  const words = { quote: 'x', prefix: '', suffix: '', taggedQuote: 'x', search: 'x', survival: 1 }
  await db.insert(excerpts).values({
    annotationId,
    workspaceId,
    documentId: document.id,
    layerId: document.layerId,
    taggerId: scope.userId,
    createdAt: at,
    modifiedAt: at,
    state: 'anchored',
    ...words,
  })
  for (const [actorId, role] of tags.actors ?? []) await db.insert(excerptActors).values({ annotationId, workspaceId, actorId, role })
  for (const themeId of tags.themes ?? []) await db.insert(excerptThemes).values({ annotationId, workspaceId, themeId, stance: 'neutral' })
}

/** The theme tree as "name:hue" with two spaces a level. */
async function tree(): Promise<string[]> {
  const themes = await listThemes(db, scope)
  const below = (parentId: string | null, indent: string): string[] =>
    themes
      .filter((item) => item.parentId === parentId)
      .flatMap((item) => [`${indent}${item.name}:${item.hue ?? '-'}`, ...below(item.id, `${indent}  `)])
  return below(null, '')
}

const named = (...names: string[]) => names.map((name) => ({ name }))

test('an actor keeps its names in every script, cleaned, in order', async () => {
  const id = await actor({
    name: ' Hay’at  Tahrir al-Sham ',
    kind: 'armed-group',
    aliases: named('HTS', 'هيئة تحرير الشام', 'hts', '', 'ХТШ'),
  })
  const [kept] = await listActors(db, scope)
  expect(kept).toMatchObject({ id, name: 'Hay’at Tahrir al-Sham', kind: 'armed-group', aliases: named('HTS', 'هيئة تحرير الشام', 'ХТШ') })
  expect(notices).toEqual([`actors ${id}`])
})

test('a name is taken without regard to case in any script, and the refusal says by whom', async () => {
  const id = await actor('Россия')
  expect(await createActor(scope, { name: 'россия' }, deps)).toEqual({
    ok: false,
    field: 'name',
    reason: 'An actor named “Россия” already exists.',
    existingId: id,
  })
  const other = await actor('Iran')
  expect(await updateActor(scope, other, { name: 'РОССИЯ' }, deps)).toMatchObject({ ok: false, existingId: id })
  expect(await updateActor(scope, id, { name: 'РОССИЯ' }, deps)).toMatchObject({ ok: true })
})

test('of two people who add the same actor at once, one is told', async () => {
  const results = await Promise.all([createActor(scope, { name: 'SDF' }, deps), createActor(scope, { name: 'sdf' }, deps)])
  expect(results.map((result) => result.ok).toSorted()).toEqual([false, true])
  expect(await listActors(db, scope)).toHaveLength(1)
})

test('two moves at once cannot make a ring', async () => {
  const a = await actor('A')
  const b = await actor('B')
  const results = await Promise.all([updateActor(scope, a, { parentId: b }, deps), updateActor(scope, b, { parentId: a }, deps)])
  expect(results.map((result) => result.ok).toSorted()).toEqual([false, true])
})

test('what is not in a change stays; a new name may become the old one’s alias', async () => {
  const id = await actor({ name: 'HTS', aliases: named('Nusra'), description: 'A group', hue: 3 })
  await updateActor(scope, id, { name: 'Nusra', aliases: named('HTS') }, deps)
  expect((await listActors(db, scope))[0]).toMatchObject({ name: 'Nusra', aliases: named('HTS'), description: 'A group', hue: 3 })
  await updateActor(scope, id, { hue: null, kind: 'armed-group' }, deps)
  expect((await listActors(db, scope))[0]).toMatchObject({ name: 'Nusra', aliases: named('HTS'), hue: null, kind: 'armed-group' })
})

test('counts: statements once, roles each, shared layers of live documents only', async () => {
  const us = await actor('United States')
  const ru = await actor('Russia')
  const first = await makeDocument(db, scope, { title: 'One' })
  const second = await makeDocument(db, scope, { title: 'Two' })
  const actors: [string, ActorRole][] = [
    [us, 'source'],
    [us, 'mentioned'],
    [ru, 'recipient'],
  ]
  await statement(first, { actors })
  await statement(second, { actors: [[us, 'source']] })
  expect(await countActorUses(db, scope)).toEqual({
    [us]: { statements: 2, documents: 2, source: 2, recipient: 0, mentioned: 1 },
    [ru]: { statements: 1, documents: 1, source: 0, recipient: 1, mentioned: 0 },
  })
  expect(await countUsesOf(db, scope, [us, ru])).toEqual({ [us]: 2, [ru]: 1 })
  expect(await countUsesOf(db, scope, [ru])).toEqual({ [ru]: 1 })
  await moveToBin(db, scope, second.id)
  expect((await countActorUses(db, scope))[us]?.statements).toBe(1)
  expect(await countTaggedStatements(db, scope)).toEqual({ withActors: 1, withThemes: 0 })
  expect(await countActorUses(db, (await makeWorkspace(db, { name: 'Other' })).scope)).toEqual({})
})

test('a branch counts each statement once, however many of its themes are on it', async () => {
  const war = await theme('War')
  const air = await theme({ name: 'Air', parentId: war })
  const strikes = await theme({ name: 'Strikes', parentId: air })
  const document = await makeDocument(db, scope)
  await statement(document, { themes: [air, strikes] })
  await statement(document, { themes: [war, strikes] })
  expect(await countThemeUses(db, scope)).toEqual({
    [war]: { own: 1, withSubthemes: 2, documents: 1 },
    [air]: { own: 1, withSubthemes: 2, documents: 1 },
    [strikes]: { own: 2, withSubthemes: 2, documents: 1 },
  })
  expect(await countUsesOf(db, scope, [war, strikes])).toEqual({ [war]: 1, [strikes]: 2 })
})

test('deleting an actor says first what it touches, moves children up, and can be undone', async () => {
  const us = await actor('United States')
  const dod = await actor({ name: 'Pentagon', parentId: us })
  const ryder = await actor({ name: 'Ryder', parentId: dod })
  const centcom = await actor({ name: 'CENTCOM', parentId: dod })
  const document = await makeDocument(db, scope)
  await statement(document, { actors: [[dod, 'source']] })
  expect(await actorDeletionImpact(db, scope, dod)).toEqual({ statements: 1, documents: 1, children: ['CENTCOM', 'Ryder'] })

  const deleted = await deleteActor(scope, dod, deps)
  if (!deleted.ok) throw new Error(deleted.reason)
  const parents = async () => Object.fromEntries((await listActors(db, scope)).map(({ id, parentId }) => [id, parentId]))
  expect(await parents()).toEqual({ [us]: null, [ryder]: us, [centcom]: us })
  expect(await countActorUses(db, scope)).toEqual({})
  expect(await deleteActor(scope, dod, deps)).toMatchObject({ ok: false })

  // Someone finds CENTCOM another place meanwhile: it stays there.
  await updateActor(scope, centcom, { parentId: null }, deps)
  expect(await restoreActor(scope, deleted.undo, deps)).toEqual({ ok: true })
  expect(await parents()).toEqual({ [us]: null, [dod]: us, [ryder]: dod, [centcom]: null })
  expect((await countActorUses(db, scope))[dod]?.statements).toBe(1)
  expect(await restoreActor(scope, deleted.undo, deps)).toMatchObject({ ok: false })
})

test('a deleted name is free; bringing the old entry back then needs another name', async () => {
  const old = await actor('HTS')
  const deleted = await deleteActor(scope, old, deps)
  await actor('hts')
  expect(deleted.ok && (await restoreActor(scope, deleted.undo, deps))).toMatchObject({ ok: false, field: 'name' })
})

test('branches take free hues, sub-themes their branch’s; moving, deleting and undoing keep the tree whole', async () => {
  const war = await theme('War')
  const talks = await theme('Talks')
  const air = await theme({ name: 'Air', parentId: war })
  await theme({ name: 'Ground', parentId: war })
  await theme({ name: 'Strikes', parentId: air, hue: 9 })
  const before = ['War:1', '  Air:-', '    Strikes:9', '  Ground:-', 'Talks:2']
  expect(await tree()).toEqual(before)

  const moved = await moveTheme(scope, air, { parentId: null, beforeId: talks }, deps)
  expect(await tree()).toEqual(['War:1', '  Ground:-', 'Air:3', '  Strikes:9', 'Talks:2'])
  if (moved.ok) await moveTheme(scope, air, moved.undo, deps)
  expect(await tree()).toEqual(before)

  const deleted = await deleteTheme(scope, war, deps)
  expect(await tree()).toEqual(['Air:1', '  Strikes:9', 'Ground:3', 'Talks:2'])
  if (deleted.ok) await restoreTheme(scope, deleted.undo, deps)
  expect(await tree()).toEqual(before)
})

test('themes: no rings, names differ among siblings only, no colour for a branch means a free one', async () => {
  const war = await theme('War')
  const air = await theme({ name: 'Air', parentId: war })
  const other = await theme({ name: 'Other', parentId: war })
  const talks = await theme('Talks')
  await theme({ name: 'Other', parentId: talks })
  expect(await moveTheme(scope, war, { parentId: air }, deps)).toMatchObject({ ok: false, field: 'parent' })
  expect(await moveTheme(scope, other, { parentId: talks }, deps)).toMatchObject({
    ok: false,
    reason: 'A theme named “Other” already exists here.',
  })
  expect(await updateTheme(scope, war, { hue: null }, deps)).toMatchObject({ ok: true, theme: { hue: 1 } })
  expect(await updateTheme(scope, war, { hue: 7, definition: ' What armies do ' }, deps)).toMatchObject({
    theme: { hue: 7, definition: 'What armies do' },
  })
  await theme('Other')
  expect(await deleteTheme(scope, war, deps)).toMatchObject({
    ok: false,
    reason: '“Other” moves up, where a theme has that name already. Rename one of them first.',
  })
  expect(await themeDeletionImpact(db, scope, war)).toEqual({ statements: 0, documents: 0, children: ['Air', 'Other'] })
})

test('who may: coders add, editors change and delete, viewers only read', async () => {
  const { scope: coder } = await makeMember(db, scope.workspaceId, 'coder')
  const { scope: viewer } = await makeMember(db, scope.workspaceId, 'viewer')
  const { scope: editor } = await makeMember(db, scope.workspaceId, 'editor')
  const id = await actor('Proposed', coder)
  const branch = await theme('Proposed', coder)
  notices = []
  expect(await createActor(viewer, { name: 'Nope' }, deps)).toMatchObject({ ok: false })
  expect(await createTheme(viewer, { name: 'Nope' }, deps)).toMatchObject({ ok: false })
  for (const may of [coder, viewer]) {
    expect(await updateActor(may, id, { name: 'Mine' }, deps)).toMatchObject({ ok: false })
    expect(await deleteActor(may, id, deps)).toMatchObject({ ok: false })
    expect(await restoreActor(may, { id, children: [] }, deps)).toMatchObject({ ok: false })
    expect(await updateTheme(may, branch, { name: 'Mine' }, deps)).toMatchObject({ ok: false })
    expect(await moveTheme(may, branch, { parentId: null }, deps)).toMatchObject({ ok: false })
    expect(await deleteTheme(may, branch, deps)).toMatchObject({ ok: false })
    expect(await restoreTheme(may, { id: branch, children: [] }, deps)).toMatchObject({ ok: false })
  }
  expect(notices).toEqual([])
  expect(await updateActor(editor, id, { name: 'Settled' }, deps)).toMatchObject({ ok: true })
})

test('nothing crosses a workspace: not as entry, not as parent, not to be deleted or restored', async () => {
  const { scope: elsewhere } = await makeWorkspace(db, { name: 'Elsewhere' })
  const theirs = await actor('Theirs', elsewhere)
  const theirTheme = await theme('Theirs', elsewhere)
  expect(await createActor(scope, { name: 'Mine', parentId: theirs }, deps)).toMatchObject({ ok: false, field: 'parent' })
  expect(await createTheme(scope, { name: 'Mine', parentId: theirTheme }, deps)).toMatchObject({ ok: false, field: 'parent' })
  expect(await updateActor(scope, theirs, { name: 'Mine' }, deps)).toMatchObject({ ok: false })
  expect(await deleteActor(scope, theirs, deps)).toMatchObject({ ok: false })
  expect(await deleteTheme(scope, theirTheme, deps)).toMatchObject({ ok: false })
  const gone = await deleteActor(elsewhere, theirs, deps)
  expect(gone.ok && (await restoreActor(scope, gone.undo, deps))).toMatchObject({ ok: false })
  expect(await listThemes(db, elsewhere)).toHaveLength(1)
})
