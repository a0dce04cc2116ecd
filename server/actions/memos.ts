'use server'
import { z } from 'zod'
import { readMemos } from '#/db/queries/memos.ts'
import type { Scope } from '#/db/scope.ts'
import { noMemberWords } from '#/lib/access/member.ts'
import { can } from '#/lib/access/roles.ts'
import { MEMO_SUBJECTS, type Memo, type MemoSubject } from '#/lib/talk/memo.ts'
import type { TalkRefused, TalkResult } from '#/lib/talk/talk-result.ts'
import { findScope } from '#/server/auth/scope.ts'
import { memberDb, runtime } from '#/server/runtime.ts'
import type { TalkDeps } from '#/server/usecases/talk-deps.ts'
import { addMemo as add, editMemo as edit, type MemoConflict, type NewMemo, deleteMemo as remove } from '#/server/usecases/write-memo.ts'

const id = z.uuid()
const subject = z.enum(MEMO_SUBJECTS)
/** Far beyond the longest memo; what is too long for one is said in words. */
const typed = z.string().max(200_000)
const memoSchema = z.object({ id, subject, subjectId: id, text: typed })
const editSchema = z.object({ text: typed, basedOn: typed })

/** The memos on something, and what this member may do with them. */
export interface SubjectMemos {
  memos: Memo[]
  me: string
  canWrite: boolean
  /** May delete everybody's. */
  canModerate: boolean
}

/** The memos on something; null for who is signed out or no member. */
export async function loadMemos(workspaceId: string, on: MemoSubject, subjectId: string): Promise<SubjectMemos | null> {
  const scope = await findScope(workspaceId)
  if (!scope) return null
  const memos = await readMemos(memberDb(scope), scope, subject.parse(on), id.parse(subjectId))
  return { memos, me: scope.userId, canWrite: can(scope.role, 'tag'), canModerate: can(scope.role, 'moderate-tags') }
}

export async function addMemo(workspaceId: string, input: NewMemo): Promise<TalkResult> {
  const memo = memoSchema.parse(input)
  return run(workspaceId, (scope, deps) => add(scope, memo, deps))
}

/** `basedOn`: the words the person began with. Other words there now are not written over, and come back as `theirs`. */
export async function editMemo(
  workspaceId: string,
  memoId: string,
  input: { text: string; basedOn: string },
): Promise<TalkResult | MemoConflict> {
  const [memo, change] = [id.parse(memoId), editSchema.parse(input)]
  return run<TalkResult | MemoConflict>(workspaceId, (scope, deps) => edit(scope, memo, change, deps))
}

/** `isDeleted` false brings it back. */
export async function deleteMemo(workspaceId: string, memoId: string, isDeleted: boolean): Promise<TalkResult> {
  const [memo, deleted] = [id.parse(memoId), z.boolean().parse(isDeleted)]
  return run(workspaceId, (scope, deps) => remove(scope, memo, deleted, deps))
}

async function run<Result extends TalkResult>(
  workspaceId: string,
  act: (scope: Scope, deps: TalkDeps) => Promise<Result>,
): Promise<Result | TalkRefused> {
  const scope = await findScope(id.parse(workspaceId))
  if (!scope) return { ok: false, reason: noMemberWords() }
  return act(scope, { db: memberDb(scope), collab: runtime().collab })
}
