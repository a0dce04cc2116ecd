import { listMembers } from '#/db/queries/members.ts'
import {
  beginThread,
  findDiscussable,
  insertComment,
  lockComment,
  lockThread,
  markThreadRead,
  setThreadResolved,
} from '#/db/queries/threads.ts'
import type { Scope } from '#/db/scope.ts'
import { can } from '#/lib/access/roles.ts'
import { newId } from '#/lib/id.ts'
import { t } from '#/lib/message/t.ts'
import { checkMessage } from '#/lib/talk/check-message.ts'
import { mentionsIn } from '#/lib/talk/mentions.ts'
import type { TalkRefused, TalkResult } from '#/lib/talk/talk-result.ts'
import { MAY_NOT_COMMENT, type TalkDeps } from './talk-deps.ts'

export interface NewMessage {
  /** Made by the client, so that a message that is sent again because no answer came is there once. */
  id: string
  documentId: string
  annotationId: string
  text: string
}

const NOT_SAVED: TalkRefused = {
  ok: false,
  get reason() {
    return t('This statement is not on the server, or was deleted. Your comment is kept here; send it again once the bar says Saved.')
  },
}
const NOT_YOURS: TalkRefused = {
  ok: false,
  get reason() {
    return t('This comment could not be sent. Copy it, reload the page and send it again.')
  },
}

/**
 * Says something about a statement, in the discussion there is or in a new one. A discussion needs a statement of the shared
 * layer to begin with and goes on without it. What is said to a resolved one opens it again.
 */
export async function addComment(scope: Scope, message: NewMessage, deps: TalkDeps): Promise<TalkResult> {
  if (!can(scope.role, 'comment')) return MAY_NOT_COMMENT
  const checked = checkMessage(message.text, 'comment')
  if (!checked.ok) return checked
  const { id, documentId, annotationId } = message
  // A statement that was tagged a moment ago is on its way into the excerpts.
  if ((await findDiscussable(deps.db, scope, documentId, annotationId)) === null) await deps.collab.settleExcerpts()

  const outcome = await deps.db.transaction(async (tx): Promise<TalkResult> => {
    const quote = await findDiscussable(tx, scope, documentId, annotationId)
    if (quote !== null) await beginThread(tx, scope, { annotationId, documentId, quote })
    const thread = await lockThread(tx, scope, annotationId)
    if (thread?.documentId !== documentId) return NOT_SAVED
    const mentions = mentionsIn(checked.text, await listMembers(tx, scope))
    if (!(await insertComment(tx, scope, { id, annotationId, act: 'said', text: checked.text, mentions }))) {
      const sent = await lockComment(tx, scope, id)
      return sent?.by === scope.userId && sent.annotationId === annotationId ? { ok: true } : NOT_YOURS
    }
    if (thread.isResolved) {
      await setThreadResolved(tx, scope, annotationId, false)
      await insertComment(tx, scope, { id: newId(), annotationId, act: 'reopened' })
    }
    await markThreadRead(tx, scope, annotationId, id)
    return { ok: true }
  })
  if (outcome.ok) deps.collab.notifyWorkspace(scope.workspaceId, { type: 'changed', what: 'comments', id: documentId })
  return outcome
}
