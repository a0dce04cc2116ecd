'use server'
import { z } from 'zod'
import { countNewAssignments } from '#/db/queries/document-work.ts'
import { listMembers } from '#/db/queries/members.ts'
import { countWaiting } from '#/db/queries/thread-list.ts'
import { readThreads } from '#/db/queries/threads.ts'
import type { Scope } from '#/db/scope.ts'
import { noMemberWords } from '#/lib/access/member.ts'
import { can } from '#/lib/access/roles.ts'
import type { TalkResult } from '#/lib/talk/talk-result.ts'
import type { Thread } from '#/lib/talk/thread.ts'
import { findScope } from '#/server/auth/scope.ts'
import { memberDb, runtime } from '#/server/runtime.ts'
import { addComment as add, type NewMessage } from '#/server/usecases/add-comment.ts'
import { editComment as edit, deleteComment as remove } from '#/server/usecases/change-comment.ts'
import { assignThread as assign, readThread as read, resolveThread as resolve } from '#/server/usecases/settle-thread.ts'
import type { TalkDeps } from '#/server/usecases/talk-deps.ts'

const id = z.uuid()
/** Far beyond the longest comment; what is too long for one is said in words. */
const typed = z.string().max(100_000)
const messageSchema = z.object({ id, documentId: id, annotationId: id, text: typed })

export interface DocumentTalk {
  threads: Thread[]
  /** Who can be named and asked: members who may comment. */
  people: { id: string; name: string }[]
}

/** The discussions of a document; null for who is signed out or no member. */
export async function loadThreads(workspaceId: string, documentId: string): Promise<DocumentTalk | null> {
  const scope = await findScope(workspaceId)
  if (!scope) return null
  const threads = await readThreads(memberDb(scope), scope, [id.parse(documentId)])
  const members = await listMembers(memberDb(scope), scope)
  return { threads, people: members.filter(({ role }) => can(role, 'comment')).map(({ id, name }) => ({ id, name })) }
}

/** How many discussions of the workspace wait for this member, and how many documents they have newly been asked to work on; null for who is signed out or no member. */
export async function countWaitingForMe(workspaceId: string): Promise<number | null> {
  const scope = await findScope(id.parse(workspaceId))
  if (!scope) return null
  return (await countWaiting(memberDb(scope), scope)) + (await countNewAssignments(memberDb(scope), scope))
}

export async function addComment(workspaceId: string, input: NewMessage): Promise<TalkResult> {
  const message = messageSchema.parse(input)
  return run(workspaceId, (scope, deps) => add(scope, message, deps))
}

export async function editComment(workspaceId: string, commentId: string, text: string): Promise<TalkResult> {
  const [comment, words] = [id.parse(commentId), typed.parse(text)]
  return run(workspaceId, (scope, deps) => edit(scope, comment, words, deps))
}

/** `isDeleted` false brings it back. */
export async function deleteComment(workspaceId: string, commentId: string, isDeleted: boolean): Promise<TalkResult> {
  const [comment, deleted] = [id.parse(commentId), z.boolean().parse(isDeleted)]
  return run(workspaceId, (scope, deps) => remove(scope, comment, deleted, deps))
}

export async function resolveThread(workspaceId: string, annotationId: string, isResolved: boolean): Promise<TalkResult> {
  const [thread, resolved] = [id.parse(annotationId), z.boolean().parse(isResolved)]
  return run(workspaceId, (scope, deps) => resolve(scope, thread, resolved, deps))
}

export async function assignThread(workspaceId: string, annotationId: string, assigneeId: string | null): Promise<TalkResult> {
  const [thread, assignee] = [id.parse(annotationId), id.nullable().parse(assigneeId)]
  return run(workspaceId, (scope, deps) => assign(scope, thread, assignee, deps))
}

/** `upTo`: the id of the last entry that was seen. */
export async function readThread(workspaceId: string, annotationId: string, upTo: string): Promise<TalkResult> {
  const [thread, entry] = [id.parse(annotationId), id.parse(upTo)]
  return run(workspaceId, (scope, deps) => read(scope, thread, entry, deps))
}

async function run(workspaceId: string, act: (scope: Scope, deps: TalkDeps) => Promise<TalkResult>): Promise<TalkResult> {
  const scope = await findScope(id.parse(workspaceId))
  if (!scope) return { ok: false, reason: noMemberWords() }
  return act(scope, { db: memberDb(scope), collab: runtime().collab })
}
