import { beforeEach, expect, test } from 'vitest'
import { readActorDetails } from '#/db/queries/actor-details.ts'
import { listActors, listKinds, readCodebookVersion } from '#/db/queries/codebook.ts'
import { listCodebookChanges } from '#/db/queries/codebook-changes.ts'
import { readCodebookState } from '#/db/queries/codebook-state.ts'
import type { Scope } from '#/db/scope.ts'
import type { Membership } from '#/lib/codebook/actor-details.ts'
import type { CodebookState } from '#/lib/codebook/codebook-change.ts'
import { codebookState, stateAtVersion, stateDifference } from '#/lib/codebook/codebook-state.ts'
import { addKind } from '#/server/usecases/add-kind.ts'
import { changeKind } from '#/server/usecases/change-kind.ts'
import { createActor } from '#/server/usecases/create-actor.ts'
import { deleteKind } from '#/server/usecases/delete-kind.ts'
import { orderKinds } from '#/server/usecases/order-kinds.ts'
import { promoteAlias } from '#/server/usecases/promote-alias.ts'
import { removeActorDetail } from '#/server/usecases/remove-actor-detail.ts'
import { removeAlias } from '#/server/usecases/remove-alias.ts'
import { saveAlias } from '#/server/usecases/save-alias.ts'
import { saveDesignation } from '#/server/usecases/save-designation.ts'
import { saveExternalId } from '#/server/usecases/save-external-id.ts'
import { saveMembership } from '#/server/usecases/save-membership.ts'
import { updateActor } from '#/server/usecases/update-actor.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeActor } from '#/tests/support/make-actor.ts'
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

const actor = (name: string, by = scope) => makeActor(db, by, { name, kind: 'armed-group' })
const aliasesOf = async (id: string) => (await listActors(db, scope)).find((one) => one.id === id)?.aliases ?? []
const namesOf = async (id: string) => (await aliasesOf(id)).map(({ name }) => name)
const done = { ok: true }
const open = { from: null, until: null }

test('two editors who name an actor at once both keep their names', async () => {
  const id = await actor('HTS')
  const names = ['Hay’at Tahrir al-Sham', 'هيئة تحرير الشام', 'Хайят Тахрир аш-Шам', 'ХТШ']
  expect(await Promise.all(names.map((name) => saveAlias(scope, id, { name }, deps)))).toEqual(names.map(() => done))
  expect((await namesOf(id)).toSorted()).toEqual(names.toSorted())
  expect(notices).toHaveLength(4)
})

test('a name has a language and days, one is preferred in each language, and a change keeps the name’s id', async () => {
  const id = await actor('HTS')
  await saveAlias(scope, id, { name: 'جبهة النصرة', language: 'AR', preferred: true, until: '2016-07-27' }, deps)
  await saveAlias(scope, id, { name: 'هيئة تحرير الشام', language: 'ar', preferred: true, from: '2017-01-28' }, deps)
  const [first, second] = await aliasesOf(id)
  expect(first).toMatchObject({ language: 'ar', preferred: false, from: null, until: '2016-07-27' })
  expect(second).toMatchObject({ language: 'ar', preferred: true, from: '2017-01-28', until: null })

  expect(await saveAlias(scope, id, { ...first!, name: 'النصرة', preferred: true }, deps)).toEqual(done)
  expect(await aliasesOf(id)).toMatchObject([
    { id: first!.id, name: 'النصرة', preferred: true },
    { id: second!.id, preferred: false },
  ])
  // The whole list, as an import writes it, keeps the rows too.
  await updateActor(scope, id, { aliases: [{ ...second!, preferred: false }, { name: 'ХТШ' }] }, deps)
  expect(await aliasesOf(id)).toMatchObject([{ id: second!.id }, { name: 'ХТШ' }])
  expect(await removeAlias(scope, id, second!.id, deps)).toEqual(done)
  expect(await removeAlias(scope, id, second!.id, deps)).toEqual(done)
  expect(await namesOf(id)).toEqual(['ХТШ'])
})

test('what is no name, language or span is refused in words, and nothing is written', async () => {
  const id = await actor('HTS')
  const version = await readCodebookVersion(db, scope)
  for (const [alias, field] of [
    [{ name: ' ' }, 'name'],
    [{ name: 'hts' }, 'name'],
    [{ name: 'x', language: 'arabic' }, 'language'],
    [{ name: 'x', from: '2017-01-28', until: '2016-07-28' }, 'dates'],
    [{ name: 'x', from: '2017-02-30' }, 'dates'],
  ] as const)
    expect(await saveAlias(scope, id, alias, deps)).toMatchObject({ ok: false, field })
  expect(await saveAlias(scope, id, { id: scope.userId, name: 'x' }, deps)).toMatchObject({ ok: false })
  expect(await createActor(scope, { name: 'A', aliases: [{ name: 'x', from: '2017-01-28', until: '2016-07-28' }] }, deps)).toMatchObject({
    ok: false,
    field: 'aliases',
  })
  expect(await updateActor(scope, id, { aliases: [{ name: 'x', language: '?' }] }, deps)).toMatchObject({ ok: false, field: 'aliases' })
  expect(await namesOf(id)).toEqual([])
  expect([await readCodebookVersion(db, scope), notices]).toEqual([version, []])
})

test('another name becomes the main one, unless somebody has it', async () => {
  const id = await actor('HTS')
  await actor('JFS')
  await saveAlias(scope, id, { name: 'Nusra Front' }, deps)
  await saveAlias(scope, id, { name: 'jfs' }, deps)
  const [nusra, jfs] = await aliasesOf(id)
  expect(await promoteAlias(scope, id, jfs!.id, deps)).toMatchObject({ ok: false, reason: 'An actor named “JFS” already exists.' })
  expect(await promoteAlias(scope, id, nusra!.id, deps)).toEqual(done)
  expect((await listActors(db, scope)).find((one) => one.id === id)?.name).toBe('Nusra Front')
  expect(await namesOf(id)).toEqual(['jfs', 'HTS'])
})

test('an alliance has members with dates; circles, doubles and strangers are refused', async () => {
  const [coalition, turkey, corps] = [await actor('Coalition'), await actor('Turkey'), await actor('Corps')]
  const join = (actorId: string, groupId: string, given: Partial<Membership> = {}) =>
    saveMembership(scope, actorId, { actorId, groupId, note: '', ...open, ...given }, deps)
  expect(await join(turkey, coalition, { until: '2018-12-31', note: ' founding  member ' })).toEqual(done)
  expect(await join(turkey, coalition, { from: '2020-01-01' })).toEqual(done)
  expect(await join(corps, turkey)).toEqual(done)
  expect(await join(turkey, coalition, { from: '2018-01-01' })).toMatchObject({ field: 'dates' })
  expect(await join(coalition, corps)).toMatchObject({ field: 'group' })
  const elsewhere = (await makeWorkspace(db, { name: 'Elsewhere' })).scope
  expect(await join(turkey, await actor('Theirs', elsewhere))).toMatchObject({ field: 'group' })
  expect(await saveMembership(scope, corps, { actorId: turkey, groupId: coalition, note: '', ...open }, deps)).toMatchObject({ ok: false })

  const { memberships } = await readActorDetails(db, scope, coalition)
  expect(memberships).toMatchObject([{ actorId: turkey, until: '2018-12-31', note: 'founding member' }, { from: '2020-01-01' }])
  // From the group's side: the same membership.
  expect(await saveMembership(scope, coalition, { ...memberships[0]!, until: '2019-12-31' }, deps)).toEqual(done)
  expect(await removeActorDetail(scope, turkey, 'memberships', memberships[1]!.id, deps)).toEqual(done)
  expect((await readActorDetails(db, scope, turkey)).memberships).toMatchObject([{ until: '2019-12-31' }, { actorId: corps }])
})

test('identifiers and designations are checked, changed and removed', async () => {
  const id = await actor('Syria')
  const other = await actor('Other')
  expect(await saveExternalId(scope, id, { scheme: 'wikidata', value: 'https://www.wikidata.org/wiki/Q858' }, deps)).toEqual(done)
  expect(await saveExternalId(scope, id, { scheme: 'wikidata', value: 'q858' }, deps)).toMatchObject({ field: 'value' })
  expect(await saveExternalId(scope, id, { scheme: 'wikidata', value: '858' }, deps)).toMatchObject({ field: 'value' })
  expect(await saveExternalId(scope, id, { scheme: 'iso3166', value: 'syr' }, deps)).toEqual(done)
  expect(await saveExternalId(scope, id, { scheme: 'iso3166', value: 'SYX' }, deps)).toMatchObject({ field: 'value' })
  const listed = { label: 'State sponsor of terrorism', issuer: 'US Department of State', source: '', from: '1979-12-29', until: null }
  expect(await saveDesignation(scope, id, listed, deps)).toEqual(done)
  expect(await saveDesignation(scope, id, { ...listed, label: ' ' }, deps)).toMatchObject({ field: 'label' })
  expect(await saveDesignation(scope, id, { ...listed, until: '1979-12-28' }, deps)).toMatchObject({ field: 'dates' })

  const { externalIds, designations } = await readActorDetails(db, scope, id)
  expect(externalIds).toMatchObject([{ value: 'Q858' }, { scheme: 'iso3166', value: 'SYR' }])
  expect(designations).toMatchObject([listed])
  // Not through another actor.
  expect(await saveDesignation(scope, other, { ...designations[0]!, label: 'Mine' }, deps)).toMatchObject({ ok: false })
  expect(await removeActorDetail(scope, other, 'designations', designations[0]!.id, deps)).toEqual(done)
  expect((await readActorDetails(db, scope, id)).designations).toMatchObject([listed])
  expect(await saveDesignation(scope, id, { ...designations[0]!, until: '2025-01-01' }, deps)).toEqual(done)
  expect(await removeActorDetail(scope, id, 'externalIds', externalIds[1]!.id, deps)).toEqual(done)
  const after = await readActorDetails(db, scope, id)
  expect([after.externalIds.length, after.designations[0]?.until]).toEqual([1, '2025-01-01'])
})

test('kinds are added, renamed, drawn anew, moved and deleted, and the log can take all of it back', async () => {
  const before = { kinds: await listKinds(db, scope) }
  const armed = await actor('HTS')
  const [first] = before.kinds
  expect(await addKind(scope, { name: ' Alliance ', glyph: 'ngo' }, deps)).toEqual(done)
  expect(await addKind(scope, { name: 'alliance', glyph: 'ngo' }, deps)).toMatchObject({ ok: false, field: 'name' })
  expect(await changeKind(scope, 'armed-group', { name: 'Armed faction', glyph: 'militia' }, deps)).toEqual(done)
  expect(await changeKind(scope, 'armed-group', { name: 'State' }, deps)).toMatchObject({ ok: false, field: 'name' })
  expect(await orderKinds(scope, 'alliance', 'state', deps)).toEqual(done)
  expect((await listKinds(db, scope)).slice(0, 2)).toEqual([{ slug: 'alliance', name: 'Alliance', glyph: 'ngo' }, first])

  expect(await updateActor(scope, armed, { kind: 'alliance' }, deps)).toMatchObject({ ok: true })
  expect(await updateActor(scope, armed, { kind: 'gone' }, deps)).toMatchObject({ ok: false, field: 'kind' })
  expect(await createActor(scope, { name: 'New', kind: 'gone' }, deps)).toMatchObject({ ok: false, field: 'kind' })
  const version = await readCodebookVersion(db, scope)
  expect(await deleteKind(scope, 'alliance', null, deps)).toEqual({ ok: false, reason: '1 actor is of this kind. Say what they become.' })
  expect(await deleteKind(scope, 'alliance', 'gone', deps)).toMatchObject({ ok: false })
  expect(await readCodebookVersion(db, scope), 'what is refused is no version').toBe(version)
  expect(await deleteKind(scope, 'alliance', 'militia', deps)).toEqual(done)
  expect((await listActors(db, scope)).find((one) => one.id === armed)?.kind).toBe('militia')
  expect(await deleteKind(scope, 'company', null, deps), 'nobody is one').toEqual(done)

  const present = codebookState({ actors: await listActors(db, scope), kinds: await listKinds(db, scope) })
  const changes = await listCodebookChanges(db, scope)
  expect(stateAtVersion(present, changes, version).actors[armed]).toMatchObject({ kind: 'alliance' })
  expect(stateAtVersion(present, changes, 0).kinds).toEqual(codebookState(before).kinds)
})

test('earlier versions of the codebook have the details of their time', async () => {
  const [syria, league] = [await actor('Syria'), await actor('League')]
  const empty = await readCodebookState(db, scope)
  await saveMembership(scope, syria, { actorId: syria, groupId: league, note: '', from: null, until: '2011-11-16' }, deps)
  await saveExternalId(scope, syria, { scheme: 'iso3166', value: 'SY' }, deps)
  await saveDesignation(scope, syria, { label: 'Listed', issuer: 'Somebody', source: '', ...open }, deps)
  const version = await readCodebookVersion(db, scope)
  const full = await readCodebookState(db, scope)
  const { memberships, externalIds, designations } = await readActorDetails(db, scope, syria)
  await removeActorDetail(scope, league, 'memberships', memberships[0]!.id, deps)
  await removeActorDetail(scope, syria, 'externalIds', externalIds[0]!.id, deps)
  await removeActorDetail(scope, syria, 'designations', designations[0]!.id, deps)

  const present = await readCodebookState(db, scope)
  const changes = await listCodebookChanges(db, scope)
  const differing = (a: CodebookState, b: CodebookState) => Object.keys(stateDifference(a, b).before)
  expect(full.actors[syria]).toMatchObject({ memberships: [{ groupId: league, until: '2011-11-16' }] })
  expect(stateAtVersion(present, changes, version).actors[syria]).toMatchObject({
    externalIds: [{ value: 'SY' }],
    designations: [{ label: 'Listed' }],
  })
  expect(differing(stateAtVersion(present, changes, 0), empty)).toEqual([])
  expect(differing(present, empty), 'gone again').toEqual([])
})

test('at least one kind stays', async () => {
  const [last, ...others] = (await listKinds(db, scope)).map(({ slug }) => slug)
  for (const slug of others) await deleteKind(scope, slug, null, deps)
  expect(await deleteKind(scope, last!, null, deps)).toEqual({ ok: false, reason: 'A workspace needs at least one kind.' })
})

test('only those who manage the codebook change any of it, and only in their workspace', async () => {
  const id = await actor('HTS')
  await saveAlias(scope, id, { name: 'Nusra' }, deps)
  const [alias] = await aliasesOf(id)
  const version = await readCodebookVersion(db, scope)
  const { scope: coder } = await makeMember(db, scope.workspaceId, 'coder')
  const { scope: stranger } = await makeWorkspace(db, { name: 'Elsewhere' })
  notices = []
  for (const by of [coder, stranger]) {
    const outcomes = [
      await saveAlias(by, id, { name: 'Mine' }, deps),
      await removeAlias(by, id, alias!.id, deps),
      await promoteAlias(by, id, alias!.id, deps),
      await saveMembership(by, id, { actorId: id, groupId: id, note: '', ...open }, deps),
      await saveExternalId(by, id, { scheme: 'wikidata', value: 'Q1' }, deps),
      await saveDesignation(by, id, { label: 'x', issuer: '', source: '', ...open }, deps),
      await removeActorDetail(by, id, 'designations', id, deps),
    ]
    expect(outcomes.map((outcome) => outcome.ok)).toEqual(outcomes.map(() => false))
  }
  expect(await addKind(coder, { name: 'Mine', glyph: 'other' }, deps)).toMatchObject({ ok: false })
  expect(await changeKind(coder, 'state', { name: 'Mine' }, deps)).toMatchObject({ ok: false })
  expect(await orderKinds(coder, 'state', null, deps)).toMatchObject({ ok: false })
  expect(await deleteKind(coder, 'company', null, deps)).toMatchObject({ ok: false })
  expect([notices, await readCodebookVersion(db, scope)]).toEqual([[], version])
})
