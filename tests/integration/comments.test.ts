import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { writeProjection } from '#/db/queries/excerpt-projection.ts'
import { countWaiting, listThreads } from '#/db/queries/thread-list.ts'
import { readThreads } from '#/db/queries/threads.ts'
import { auditLog } from '#/db/schema/audit.ts'
import { documents, layers } from '#/db/schema/documents.ts'
import { mintScope, type Scope } from '#/db/scope.ts'
import { MEMBER_ROLES } from '#/lib/access/roles.ts'
import { newId } from '#/lib/id.ts'
import type { ThreadView } from '#/lib/talk/listed-thread.ts'
import { messagesOf, unreadOf } from '#/lib/talk/thread.ts'
import { addComment } from '#/server/usecases/add-comment.ts'
import { deleteComment, editComment } from '#/server/usecases/change-comment.ts'
import { assignThread, readThread, resolveThread } from '#/server/usecases/settle-thread.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeDocument } from '#/tests/support/make-document.ts'
import { makeMember } from '#/tests/support/make-member.ts'
import { makeProjectedRow } from '#/tests/support/make-projected-row.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'
import { recordingCollab } from '#/tests/support/recording-collab.ts'

const database = testDatabase()
const { db } = database

/** A workspace with a coder and a commenter, and a document with one statement as the projection keeps it. */
async function makeDesk() {
  const { scope, owner } = await makeWorkspace(db)
  const { id: documentId, layerId } = await makeDocument(db, scope)
  const annotationId = newId()
  await project(scope, documentId, layerId, annotationId)
  const [coder, commenter] = [
    await makeMember(db, scope.workspaceId, 'coder', { name: 'Layla Haddad' }),
    await makeMember(db, scope.workspaceId, 'commenter', { name: 'Ines Okafor' }),
  ]
  const { collab, calls } = recordingCollab()
  // behind the second wall, as members are
  const deps = { db: database.forWorkspace(scope.workspaceId), collab }
  const say = (by: Scope, text: string, id = newId()) => addComment(by, { id, documentId, annotationId, text }, deps)
  const threadFor = async (reader: Scope) => (await readThreads(deps.db, reader, [documentId]))[0]
  return { scope, owner, coder, commenter, documentId, layerId, annotationId, deps, calls, say, threadFor }
}

async function project({ workspaceId, userId }: Scope, documentId: string, layerId: string, annotationId: string): Promise<void> {
  const written = [makeProjectedRow({ annotationId, layerId, taggerId: userId })]
  await db.transaction((tx) =>
    writeProjection(tx, { documentId, workspaceId, seq: 0, text: '', wordCount: 6, differs: false, written, removed: [] }),
  )
}

test('a discussion is told to all, names people, and is new to others until they have read it', async () => {
  const { scope, coder, commenter, documentId, annotationId, say, threadFor, deps, calls } = await makeDesk()
  expect(await say(commenter.scope, ' Is the recipient right, @Layla Haddad?\r\n')).toEqual({ ok: true })
  expect(calls).toEqual([['notifyWorkspace', scope.workspaceId, { type: 'changed', what: 'comments', id: documentId }]])
  const thread = await threadFor(coder.scope)
  expect(thread).toMatchObject({ annotationId, quote: 'hotline', isResolved: false, assigneeId: null })
  expect(thread?.entries).toMatchObject([
    { act: 'said', by: commenter.user.id, text: 'Is the recipient right, @Layla Haddad?', mentions: [coder.user.id], isNew: true },
  ])
  expect((await threadFor(commenter.scope))?.entries[0]?.isNew).toBe(false)

  await readThread(coder.scope, annotationId, thread?.entries[0]?.id as string, deps)
  expect(unreadOf((await threadFor(coder.scope)) as never)).toBe(0)
  await say(commenter.scope, 'And one more')
  expect((await threadFor(coder.scope))?.entries.map(({ isNew }) => isNew)).toEqual([false, true])
  const viewer = await makeMember(db, scope.workspaceId, 'viewer')
  expect(unreadOf((await threadFor(viewer.scope)) as never)).toBe(0)
})

test('a comment that is sent twice is there once; nobody can pass for somebody else with its id', async () => {
  const { coder, commenter, say, threadFor } = await makeDesk()
  const id = newId()
  expect(await say(coder.scope, 'Once', id)).toEqual({ ok: true })
  expect(await say(coder.scope, 'Once', id)).toEqual({ ok: true })
  expect(await say(commenter.scope, 'Forged', id)).toMatchObject({ ok: false })
  expect((await threadFor(coder.scope))?.entries.map(({ text }) => text)).toEqual(['Once'])
  expect(await say(coder.scope, ' \n ')).toMatchObject({ ok: false })
  expect(await say(coder.scope, 'x'.repeat(8_001))).toMatchObject({ ok: false, reason: expect.stringContaining('8,001') })
})

test('resolving, reopening and asking somebody stay in the history, and a reply opens a resolved discussion', async () => {
  const { coder, commenter, annotationId, say, threadFor, deps } = await makeDesk()
  await say(coder.scope, 'First')
  await assignThread(commenter.scope, annotationId, coder.user.id, deps)
  await resolveThread(coder.scope, annotationId, true, deps)
  await resolveThread(commenter.scope, annotationId, true, deps)
  expect(await threadFor(coder.scope)).toMatchObject({ isResolved: true, assigneeId: coder.user.id })
  await say(commenter.scope, 'Not yet')
  const thread = await threadFor(coder.scope)
  expect(thread?.isResolved).toBe(false)
  expect(thread?.entries.map(({ act, by }) => [act, by === coder.user.id ? 'coder' : 'commenter'])).toEqual([
    ['said', 'coder'],
    ['assigned', 'commenter'],
    ['resolved', 'coder'],
    ['said', 'commenter'],
    ['reopened', 'commenter'],
  ])
  const viewer = await makeMember(db, coder.scope.workspaceId, 'viewer')
  expect(await assignThread(coder.scope, annotationId, viewer.user.id, deps)).toMatchObject({ ok: false })
  expect(await assignThread(coder.scope, annotationId, newId(), deps)).toMatchObject({ ok: false })
})

test('people change their own words; an owner deletes any, which is recorded; deleted words go to nobody', async () => {
  const { scope, coder, commenter, say, threadFor, deps } = await makeDesk()
  const id = newId()
  await say(commenter.scope, 'Frist', id)
  expect(await editComment(coder.scope, id, 'Mine now', deps)).toMatchObject({ ok: false })
  expect(await editComment(scope, id, 'Mine now', deps)).toMatchObject({ ok: false })
  expect(await editComment(commenter.scope, id, 'First @Layla Haddad', deps)).toEqual({ ok: true })
  expect((await threadFor(scope))?.entries[0]).toMatchObject({
    text: 'First @Layla Haddad',
    mentions: [coder.user.id],
    editedAt: expect.any(Number),
  })

  expect(await deleteComment(coder.scope, id, true, deps)).toMatchObject({ ok: false })
  expect(await deleteComment(commenter.scope, id, true, deps)).toEqual({ ok: true })
  expect(await deleteComment(commenter.scope, id, false, deps)).toEqual({ ok: true })
  const recorded = () => db.select({ event: auditLog.event }).from(auditLog).where(eq(auditLog.workspaceId, scope.workspaceId))
  expect(await recorded()).toEqual([])
  expect(await deleteComment(scope, id, true, deps)).toEqual({ ok: true })
  expect(await recorded()).toEqual([{ event: 'comment-deleted' }])
  const thread = await threadFor(coder.scope)
  expect(thread?.entries).toMatchObject([{ isDeleted: true, text: '', mentions: [], isNew: false }])
  expect(messagesOf(thread as never)).toEqual([])
  expect(await editComment(commenter.scope, id, 'Back', deps)).toMatchObject({ ok: false })
  expect(await deleteComment(commenter.scope, id, false, deps), 'what an owner deleted stays deleted').toMatchObject({ ok: false })
  expect(await deleteComment(scope, id, false, deps)).toEqual({ ok: true })
  expect((await threadFor(coder.scope))?.entries).toMatchObject([{ isDeleted: false }])
})

test('a discussion outlives its statement; the bin hides it; one cannot begin without a statement or about a blind one', async () => {
  const { scope, coder, documentId, annotationId, say, threadFor, deps } = await makeDesk()
  await say(coder.scope, 'Before')
  const { workspaceId } = scope
  const gone = { documentId, workspaceId, seq: 0, text: '', wordCount: 6, differs: false, written: [], removed: [annotationId] }
  await db.transaction((tx) => writeProjection(tx, gone))
  expect(await say(coder.scope, 'After')).toEqual({ ok: true })
  expect(await threadFor(coder.scope)).toMatchObject({ quote: 'hotline', entries: [{ text: 'Before' }, { text: 'After' }] })

  const elsewhere = { id: newId(), documentId, annotationId: newId(), text: 'About nothing' }
  expect(await addComment(coder.scope, elsewhere, deps)).toMatchObject({ ok: false })
  const blindId = newId()
  await db.insert(layers).values({ id: blindId, workspaceId, documentId, kind: 'blind', ownerId: coder.user.id })
  const blind = newId()
  await project(coder.scope, documentId, blindId, blind)
  expect(await addComment(coder.scope, { ...elsewhere, annotationId: blind }, deps)).toMatchObject({ ok: false })

  await db.update(documents).set({ deletedAt: new Date() }).where(eq(documents.id, documentId))
  expect(await threadFor(coder.scope)).toBeUndefined()
  expect(await say(coder.scope, 'In the bin')).toMatchObject({ ok: false })
})

test('what waits for somebody: words for them or after theirs that they have not read, and what they are asked to settle', async () => {
  const { scope, coder, commenter, annotationId, documentId, say, threadFor, deps } = await makeDesk()
  const waiting = () => countWaiting(deps.db, coder.scope)
  await say(commenter.scope, 'For nobody in particular')
  expect(await waiting()).toBe(0)
  await say(commenter.scope, 'For you, @Layla Haddad')
  expect(await waiting()).toBe(1)
  expect((await listThreads(deps.db, coder.scope, 'yours', 0)).threads).toMatchObject([
    {
      annotationId,
      documentId,
      quote: 'hotline',
      said: 2,
      unread: 2,
      isResolved: false,
      last: { text: 'For you, @Layla Haddad', byName: 'Ines Okafor' },
    },
  ])
  await readThread(coder.scope, annotationId, (await threadFor(coder.scope))?.entries.at(-1)?.id as string, deps)
  expect(await waiting()).toBe(0)
  await assignThread(commenter.scope, annotationId, coder.user.id, deps)
  expect(await waiting()).toBe(1)
  await resolveThread(commenter.scope, annotationId, true, deps)
  expect(await waiting()).toBe(0)
  const listed = async (view: ThreadView) => (await listThreads(deps.db, coder.scope, view, 0)).threads.length
  expect([await listed('yours'), await listed('open'), await listed('all')]).toEqual([0, 0, 1])
  await db.update(documents).set({ deletedAt: new Date() }).where(eq(documents.id, documentId))
  expect((await listThreads(deps.db, scope, 'all', 0)).threads).toEqual([])
})

test.each(MEMBER_ROLES)('a %s may comment as the table of roles says', async (role) => {
  const { scope, annotationId, say, deps } = await makeDesk()
  const { scope: member } = await makeMember(db, scope.workspaceId, role)
  const may = role !== 'viewer'
  expect(await say(member, 'Words')).toMatchObject({ ok: may })
  await say(scope, 'Words of the owner')
  expect(await resolveThread(member, annotationId, true, deps)).toMatchObject({ ok: may })
})

test('a discussion of another workspace cannot be reached', async () => {
  const { scope, annotationId, say, deps, documentId } = await makeDesk()
  const id = newId()
  await say(scope, 'Ours', id)
  const { owner } = await makeWorkspace(db, { name: 'Elsewhere' })
  const other = await makeWorkspace(db)
  const theirs = mintScope(other.scope.workspaceId, owner.id, 'owner')
  for (const on of [db, database.forWorkspace(theirs.workspaceId)]) {
    const foreign = { ...deps, db: on }
    expect(await addComment(theirs, { id: newId(), documentId, annotationId, text: 'Hi' }, foreign)).toMatchObject({ ok: false })
    expect(await editComment(theirs, id, 'Theirs', foreign)).toMatchObject({ ok: false })
    expect(await deleteComment(theirs, id, true, foreign)).toMatchObject({ ok: false })
    expect(await resolveThread(theirs, annotationId, true, foreign)).toMatchObject({ ok: false })
    expect(await readThread(theirs, annotationId, id, foreign)).toMatchObject({ ok: false })
    expect(await readThreads(on, theirs, [documentId])).toEqual([])
  }
})
