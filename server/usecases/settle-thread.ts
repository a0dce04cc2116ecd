import { findMember } from '#/db/queries/members.ts'
import { insertComment, lockThread, markThreadRead, setThreadAssignee, setThreadResolved } from '#/db/queries/threads.ts'
import type { Scope } from '#/db/scope.ts'
import { can } from '#/lib/access/roles.ts'
import { newId } from '#/lib/id.ts'
import { t } from '#/lib/message/t.ts'
import type { TalkRefused, TalkResult } from '#/lib/talk/talk-result.ts'
import { MAY_NOT_COMMENT, type TalkDeps, THREAD_GONE } from './talk-deps.ts'

const NOT_ASSIGNABLE: TalkRefused = {
  ok: false,
  get reason() {
    return t('Only members who may comment can be asked to settle a discussion.')
  },
}

/** Marks a discussion as settled, or opens it again. What was said stays, and so does who did this and when. */
export async function resolveThread(scope: Scope, annotationId: string, isResolved: boolean, deps: TalkDeps): Promise<TalkResult> {
  if (!can(scope.role, 'comment')) return MAY_NOT_COMMENT
  const documentId = await deps.db.transaction(async (tx) => {
    const thread = await lockThread(tx, scope, annotationId)
    if (thread && thread.isResolved !== isResolved) {
      await setThreadResolved(tx, scope, annotationId, isResolved)
      await insertComment(tx, scope, { id: newId(), annotationId, act: isResolved ? 'resolved' : 'reopened' })
    }
    return thread?.documentId
  })
  return told(scope, documentId, deps)
}

/** Asks a member to settle a discussion; null: nobody any more. */
export async function assignThread(scope: Scope, annotationId: string, assigneeId: string | null, deps: TalkDeps): Promise<TalkResult> {
  if (!can(scope.role, 'comment')) return MAY_NOT_COMMENT
  const asked = assigneeId === null ? null : await findMember(deps.db, scope, assigneeId)
  if (assigneeId !== null && !(asked && can(asked.role, 'comment'))) return NOT_ASSIGNABLE
  const documentId = await deps.db.transaction(async (tx) => {
    const thread = await lockThread(tx, scope, annotationId)
    if (thread && thread.assigneeId !== assigneeId) {
      await setThreadAssignee(tx, scope, annotationId, assigneeId)
      await insertComment(tx, scope, { id: newId(), annotationId, act: 'assigned', aboutId: assigneeId })
    }
    return thread?.documentId
  })
  return told(scope, documentId, deps)
}

/** Notes how far a member who takes part in discussions has read one. Nobody else is told. */
export async function readThread(scope: Scope, annotationId: string, upTo: string, { db }: Pick<TalkDeps, 'db'>): Promise<TalkResult> {
  if (!can(scope.role, 'comment')) return MAY_NOT_COMMENT
  return (await markThreadRead(db, scope, annotationId, upTo)) ? { ok: true } : THREAD_GONE
}

function told({ workspaceId }: Scope, documentId: string | undefined, { collab }: TalkDeps): TalkResult {
  if (documentId === undefined) return THREAD_GONE
  collab.notifyWorkspace(workspaceId, { type: 'changed', what: 'comments', id: documentId })
  return { ok: true }
}
