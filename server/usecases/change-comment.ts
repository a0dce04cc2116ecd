import { recordInWorkspace } from '#/db/queries/audit-log.ts'
import { listMembers } from '#/db/queries/members.ts'
import { lockComment, setCommentDeleted, setCommentText } from '#/db/queries/threads.ts'
import type { Scope } from '#/db/scope.ts'
import { can } from '#/lib/access/roles.ts'
import { t } from '#/lib/message/t.ts'
import { checkMessage } from '#/lib/talk/check-message.ts'
import { mentionsIn } from '#/lib/talk/mentions.ts'
import type { TalkRefused, TalkResult } from '#/lib/talk/talk-result.ts'
import { COMMENT_GONE, MAY_NOT_COMMENT, type TalkDeps } from './talk-deps.ts'

const NOT_THE_AUTHOR: TalkRefused = {
  ok: false,
  get reason() {
    return t('Only who wrote a comment can change it.')
  },
}
const DELETED_BY_OTHERS: TalkRefused = {
  ok: false,
  get reason() {
    return t('An owner deleted this comment. Only an owner can bring it back.')
  },
}
const MAY_NOT_DELETE: TalkRefused = {
  ok: false,
  get reason() {
    return t('Only who wrote a comment, or an owner, can delete it.')
  },
}

/** Replaces the words of a comment; only its author may. */
export async function editComment(scope: Scope, id: string, typed: string, deps: TalkDeps): Promise<TalkResult> {
  if (!can(scope.role, 'comment')) return MAY_NOT_COMMENT
  const checked = checkMessage(typed, 'comment')
  if (!checked.ok) return checked
  let documentId = ''
  const outcome = await deps.db.transaction(async (tx): Promise<TalkResult> => {
    const comment = await lockComment(tx, scope, id)
    if (!comment || comment.isDeleted) return COMMENT_GONE
    if (comment.by !== scope.userId) return NOT_THE_AUTHOR
    documentId = comment.documentId
    const mentions = mentionsIn(checked.text, await listMembers(tx, scope))
    if (checked.text !== comment.text) await setCommentText(tx, scope, id, { text: checked.text, mentions })
    return { ok: true }
  })
  if (outcome.ok) deps.collab.notifyWorkspace(scope.workspaceId, { type: 'changed', what: 'comments', id: documentId })
  return outcome
}

/**
 * Deletes a comment, or brings it back: its author, or an owner, whose hand in other people's words is recorded. What an owner
 * deleted its author cannot bring back.
 */
export async function deleteComment(scope: Scope, id: string, isDeleted: boolean, deps: TalkDeps): Promise<TalkResult> {
  if (!can(scope.role, 'comment')) return MAY_NOT_COMMENT
  let documentId = ''
  const outcome = await deps.db.transaction(async (tx): Promise<TalkResult> => {
    const comment = await lockComment(tx, scope, id)
    if (!comment) return COMMENT_GONE
    const isOwn = comment.by === scope.userId
    if (!isOwn && !can(scope.role, 'delete')) return MAY_NOT_DELETE
    documentId = comment.documentId
    if (comment.isDeleted === isDeleted) return { ok: true }
    if (!isDeleted && comment.deletedBy !== scope.userId && !can(scope.role, 'delete')) return DELETED_BY_OTHERS
    await setCommentDeleted(tx, scope, id, isDeleted)
    if (!isOwn) await recordInWorkspace(tx, scope, isDeleted ? 'comment-deleted' : 'comment-brought-back', { subject: id })
    return { ok: true }
  })
  if (outcome.ok) deps.collab.notifyWorkspace(scope.workspaceId, { type: 'changed', what: 'comments', id: documentId })
  return outcome
}
