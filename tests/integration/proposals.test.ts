import { beforeEach, expect, test } from 'vitest'
import { listActors, listThemes } from '#/db/queries/codebook.ts'
import { countOpenProposals, listProposals } from '#/db/queries/proposals.ts'
import { excerptActors } from '#/db/schema/excerpts.ts'
import type { Scope } from '#/db/scope.ts'
import { NAME_LIMIT } from '#/lib/codebook/clean-name.ts'
import { answer, type ProposalAnswer } from '#/server/usecases/answer-proposal.ts'
import { createActor } from '#/server/usecases/create-actor.ts'
import { createTheme } from '#/server/usecases/create-theme.ts'
import type { MergeDeps } from '#/server/usecases/merge-entries.ts'
import { mergeEntries } from '#/server/usecases/merge-entries.ts'
import { proposeAlias } from '#/server/usecases/propose-alias.ts'
import { reopenProposal } from '#/server/usecases/reopen-proposal.ts'
import { updateActor } from '#/server/usecases/update-actor.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeDocument } from '#/tests/support/make-document.ts'
import { makeMember } from '#/tests/support/make-member.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'
import { tagDocument } from '#/tests/support/tag-document.ts'

const database = testDatabase()
const { db } = database
let scope: Scope
let coder: Scope
let notices: string[]
let deps: MergeDeps

beforeEach(async () => {
  scope = (await makeWorkspace(db)).scope
  coder = (await makeMember(db, scope.workspaceId, 'coder', { name: 'Tomas Vrba' })).scope
  notices = []
  const projectAgain = () => {}
  deps = {
    db: database.forWorkspace(scope.workspaceId),
    notify: (what) => void notices.push(what),
    collab: { projectAgain, amend: async () => null },
  }
})

async function propose(name: string, by = coder): Promise<string> {
  const made = await createActor(by, { name }, deps)
  if (!made.ok) throw new Error(made.reason)
  return made.actor.id
}
const proposals = () => listProposals(db, scope)
const onlyId = async () => (await proposals())[0]!.id
const say = async (given: ProposalAnswer) => answer(scope, await onlyId(), given, deps)
const states = async () => Object.fromEntries((await listActors(db, scope)).map(({ name, state }) => [name, state]))

test('what a coder adds is a proposal that can be used at once; what an editor adds is not', async () => {
  const document = await makeDocument(db, scope, { title: 'Briefing' })
  const note = 'Named twice'
  const example = { documentId: document.id, quote: 'the front' }
  expect(await createActor(coder, { name: 'Front', note, example }, deps)).toMatchObject({ ok: true, actor: { state: 'proposed' } })
  expect(await createTheme(coder, { name: 'Truce' }, deps)).toMatchObject({ ok: true, theme: { state: 'proposed' } })
  expect(notices).toEqual(['actors', 'proposals', 'themes', 'proposals'])
  expect(await createActor(scope, { name: 'HTS' }, deps)).toMatchObject({ actor: { state: 'live' } })
  expect(await countOpenProposals(db, scope)).toBe(2)
  expect(await proposals()).toMatchObject([
    {
      kind: 'actor',
      name: 'Front',
      note,
      quote: 'the front',
      document: { id: document.id, title: 'Briefing' },
      proposedBy: { name: 'Tomas Vrba' },
      state: 'open',
    },
    { kind: 'theme', name: 'Truce', document: null, state: 'open' },
  ])
})

test('an example from another workspace is left out', async () => {
  const elsewhere = (await makeWorkspace(db, { name: 'Elsewhere' })).scope
  const theirs = await makeDocument(db, elsewhere)
  await createActor(coder, { name: 'Front', example: { documentId: theirs.id, quote: 'words' } }, deps)
  expect(await proposals()).toMatchObject([{ document: null, quote: '' }])
})

test('accepted with changes, and taken back with the words that were proposed', async () => {
  await propose('front')
  expect(await say({ act: 'accept', edit: { name: 'Nusra Front', kind: 'armed-group', text: 'Until 2016' } })).toEqual({ ok: true })
  expect(await listActors(db, scope)).toMatchObject([
    { name: 'Nusra Front', kind: 'armed-group', description: 'Until 2016', state: 'live' },
  ])
  expect(await proposals()).toMatchObject([{ state: 'accepted', name: 'front' }])
  expect(await say({ act: 'accept' })).toMatchObject({ ok: false, reason: 'Somebody answered this proposal meanwhile.' })
  expect(await reopenProposal(scope, await onlyId(), deps)).toEqual({ ok: true })
  expect(await listActors(db, scope)).toMatchObject([{ name: 'front', kind: 'other', description: '', state: 'proposed' }])
  expect(await countOpenProposals(db, scope)).toBe(1)
})

test('a name that somebody has cannot be accepted', async () => {
  await createActor(scope, { name: 'HTS' }, deps)
  await propose('front')
  expect(await say({ act: 'accept', edit: { name: 'hts' } })).toMatchObject({ ok: false, field: 'name' })
  expect(await countOpenProposals(db, scope)).toBe(1)
})

test('mapped: its passages and its name are those of the other one; taken back, its own again', async () => {
  const front = await propose('front')
  const made = await createActor(scope, { name: 'HTS' }, deps)
  const hts = made.ok ? made.actor.id : ''
  await tagDocument(db, scope, { text: 'The front denied it.', tags: [{ passage: 'front', actors: [{ actorId: front, role: 'source' }] }] })
  expect(await mergeEntries(scope, { sort: 'actor', from: [front], into: hts }, deps)).toMatchObject({ ok: true })
  expect((await db.select().from(excerptActors)).map(({ actorId }) => actorId)).toEqual([hts])
  expect(await listActors(db, scope)).toMatchObject([{ name: 'HTS', aliases: [{ name: 'front' }] }])
  expect(await proposals()).toMatchObject([{ state: 'mapped', mappedTo: hts }])
  expect(await reopenProposal(scope, await onlyId(), deps)).toEqual({ ok: true })
  expect(await states()).toEqual({ HTS: 'live', front: 'proposed' })
  expect(await proposals()).toMatchObject([{ state: 'open', mappedTo: null }])
})

test('an actor of the codebook is not merged into a proposed one', async () => {
  const front = await propose('front')
  const made = await createActor(scope, { name: 'HTS' }, deps)
  const hts = made.ok ? made.actor.id : ''
  expect(await mergeEntries(scope, { sort: 'actor', from: [hts], into: front }, deps)).toMatchObject({ ok: false })
  expect(await states()).toEqual({ HTS: 'live', front: 'proposed' })
})

test('declined: gone from the codebook with an answer, and brought back', async () => {
  const truce = await createTheme(coder, { name: 'Truce' }, deps)
  expect(truce).toMatchObject({ ok: true })
  expect(await say({ act: 'decline', answer: ' Use Talks ' })).toEqual({ ok: true })
  expect(await listThemes(db, scope)).toEqual([])
  expect(await proposals()).toMatchObject([{ state: 'declined', answer: 'Use Talks', decidedBy: 'Maren Olsen' }])
  expect(await reopenProposal(scope, await onlyId(), deps)).toEqual({ ok: true })
  expect(await listThemes(db, scope)).toMatchObject([{ name: 'Truce', state: 'proposed' }])
})

test('another name: none of the actor’s until it is accepted', async () => {
  const made = await createActor(scope, { name: 'HTS', aliases: [{ name: 'Nusra' }] }, deps)
  const actorId = made.ok ? made.actor.id : ''
  expect(await proposeAlias(coder, { actorId, name: 'NUSRA' }, deps)).toMatchObject({ ok: false, existingId: actorId })
  expect(await proposeAlias(coder, { actorId, name: ' ХТШ ' }, deps)).toMatchObject({ ok: true })
  expect((await listActors(db, scope))[0]?.aliases).toHaveLength(1)
  expect(await say({ act: 'accept', edit: { name: 'ХТШ.' } })).toEqual({ ok: true })
  expect((await listActors(db, scope))[0]?.aliases).toMatchObject([{ name: 'Nusra' }, { name: 'ХТШ.' }])
  expect(await reopenProposal(scope, await onlyId(), deps)).toEqual({ ok: true })
  expect((await listActors(db, scope))[0]?.aliases).toMatchObject([{ name: 'Nusra' }])
})

test('another name that the actor got meanwhile, or that is too long, is not accepted', async () => {
  const made = await createActor(scope, { name: 'HTS' }, deps)
  const actorId = made.ok ? made.actor.id : ''
  await proposeAlias(coder, { actorId, name: 'ХТШ' }, deps)
  await updateActor(scope, actorId, { aliases: [{ name: 'хтш' }] }, deps)
  expect(await say({ act: 'accept' })).toMatchObject({ ok: false, field: 'name' })
  expect(await say({ act: 'accept', edit: { name: 'x'.repeat(NAME_LIMIT + 1) } })).toMatchObject({ ok: false, field: 'name' })
  expect((await listActors(db, scope))[0]?.aliases).toMatchObject([{ name: 'хтш' }])
  expect(await countOpenProposals(db, scope)).toBe(1)
})

test('an actor is accepted only as of a kind there is', async () => {
  await propose('front')
  expect(await say({ act: 'accept', edit: { kind: 'no-such-kind' } })).toMatchObject({ ok: false, field: 'kind' })
  expect(await states()).toEqual({ front: 'proposed' })
})

test('a proposed theme stays as long as one below it cannot move up', async () => {
  await createTheme(scope, { name: 'Aid' }, deps)
  const made = await createTheme(coder, { name: 'Relief' }, deps)
  const parentId = made.ok ? made.theme.id : ''
  await createTheme(scope, { name: 'aid', parentId }, deps)
  expect(await say({ act: 'decline' })).toMatchObject({ ok: false, reason: expect.stringContaining('moves up') })
  expect(await listThemes(db, scope)).toHaveLength(3)
  expect(await countOpenProposals(db, scope)).toBe(1)
})

test('who may: coders propose and take their own back, editors answer, viewers neither', async () => {
  await propose('front')
  const id = await onlyId()
  const { scope: other } = await makeMember(db, scope.workspaceId, 'coder')
  const { scope: viewer } = await makeMember(db, scope.workspaceId, 'viewer')
  expect(await proposeAlias(viewer, { actorId: id, name: 'X' }, deps)).toMatchObject({ ok: false })
  for (const may of [coder, other, viewer]) {
    expect(await answer(may, id, { act: 'accept' }, deps)).toMatchObject({ ok: false })
    expect(await reopenProposal(may, id, deps)).toMatchObject({ ok: false })
  }
  for (const may of [other, viewer]) expect(await answer(may, id, { act: 'decline' }, deps)).toMatchObject({ ok: false })
  const elsewhere = (await makeWorkspace(db, { name: 'Elsewhere' })).scope
  expect(await answer(elsewhere, id, { act: 'accept' }, deps)).toMatchObject({ ok: false })
  expect(await answer(coder, id, { act: 'decline' }, deps)).toEqual({ ok: true })
  expect(await states()).toEqual({})
})
