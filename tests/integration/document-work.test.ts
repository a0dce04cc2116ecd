import { beforeEach, expect, test } from 'vitest'
import {
  countNewAssignments,
  countNews,
  listAssigned,
  listAssignees,
  listReadShares,
  markAssignmentsSeen,
  noteVisit,
} from '#/db/queries/document-work.ts'
import { listDocuments } from '#/db/queries/documents.ts'
import { documentVisits } from '#/db/schema/documents.ts'
import type { Scope } from '#/db/scope.ts'
import { assignDocuments, setDocumentStatus } from '#/server/usecases/plan-documents.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeDocument } from '#/tests/support/make-document.ts'
import { makeMember } from '#/tests/support/make-member.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'
import { recordingCollab } from '#/tests/support/recording-collab.ts'

const { db } = testDatabase()
let owner: Scope
let coder: Scope
let viewer: Scope
let id: string
const deps = () => ({ db, collab: recordingCollab().collab })

beforeEach(async () => {
  owner = (await makeWorkspace(db)).scope
  coder = (await makeMember(db, owner.workspaceId, 'coder', { name: 'Layla Haddad' })).scope
  viewer = (await makeMember(db, owner.workspaceId, 'viewer')).scope
  id = (await makeDocument(db, owner)).id
})

test('who tags says how far the team is; readers do not, and nobody does in another workspace', async () => {
  const told = recordingCollab()
  expect(await setDocumentStatus(coder, [id], 'in-review', { db, collab: told.collab })).toEqual({ ok: true })
  expect(told.calls).toEqual([['notifyWorkspace', owner.workspaceId, { type: 'changed', what: 'documents' }]])
  expect(await listDocuments(db, viewer)).toMatchObject([{ status: 'in-review' }])
  expect(await setDocumentStatus(viewer, [id], 'done', deps())).toMatchObject({ ok: false })
  const stranger = (await makeWorkspace(db)).scope
  expect(await setDocumentStatus(stranger, [id], 'done', deps())).toMatchObject({ ok: false })
  expect(await assignDocuments(stranger, [id], { ask: [stranger.userId], release: [coder.userId] }, deps())).toMatchObject({ ok: false })
  expect(await listDocuments(db, viewer)).toMatchObject([{ status: 'in-review' }])
})

test('who is asked to work on a document finds it until it is done, and it is new until they saw it', async () => {
  expect(await assignDocuments(owner, [id], { ask: [coder.userId], release: [] }, deps())).toEqual({ ok: true })
  expect(await listAssigned(db, coder)).toMatchObject([{ id, isNew: true, by: { id: owner.userId } }])
  expect(await listAssigned(db, owner)).toEqual([])
  expect(await countNewAssignments(db, coder)).toBe(1)
  await markAssignmentsSeen(db, coder)
  expect(await countNewAssignments(db, coder)).toBe(0)
  await assignDocuments(owner, [id], { ask: [coder.userId, owner.userId], release: [] }, deps())
  expect(await listAssigned(db, coder), 'being asked again is nothing new').toMatchObject([{ id, isNew: false }])
  expect(await listAssigned(db, owner), 'nor is what one took on oneself').toMatchObject([{ id, isNew: false }])
  expect((await listAssignees(db, viewer)).get(id)?.map((person) => person.id)).toEqual([coder.userId, owner.userId])
  await setDocumentStatus(owner, [id], 'done', deps())
  expect(await listAssigned(db, coder)).toEqual([])
  await assignDocuments(owner, [id], { ask: [], release: [coder.userId] }, deps())
  expect((await listAssignees(db, viewer)).get(id)).toEqual([{ id: owner.userId, name: 'Maren Olsen' }])
})

test('only members who can comment are asked', async () => {
  expect(await assignDocuments(coder, [id], { ask: [viewer.userId], release: [] }, deps())).toMatchObject({ ok: false })
  expect(await assignDocuments(viewer, [id], { ask: [coder.userId], release: [] }, deps())).toMatchObject({ ok: false })
  expect(await listAssignees(db, owner)).toEqual(new Map())
})

test('a document is read as far as the member came who came furthest', async () => {
  const at = { documentId: id, workspaceId: owner.workspaceId, visitedAt: new Date() }
  await db.insert(documentVisits).values([
    { ...at, userId: owner.userId, readShare: 0.25 },
    { ...at, userId: coder.userId, readShare: 0.75 },
  ])
  expect(await listReadShares(db, viewer)).toEqual(new Map([[id, 0.75]]))
})

test('what is new since a visit is what others brought after it', async () => {
  const first = new Date(Date.now() - 1000)
  expect(await noteVisit(db, coder, first)).toBeNull()
  expect(await noteVisit(db, coder, new Date())).toEqual(first)
  expect(await countNews(db, coder, new Date(0))).toEqual({ documents: 1, statements: 0 })
  expect(await countNews(db, owner, new Date(0)), 'what one brought oneself').toEqual({ documents: 0, statements: 0 })
  expect(await countNews(db, coder, new Date(Date.now() + 1000))).toEqual({ documents: 0, statements: 0 })
})
