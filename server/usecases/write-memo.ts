import { recordInWorkspace } from '#/db/queries/audit-log.ts'
import { hasMemoSubject, insertMemo, lockMemo, readMemos, setMemoDeleted, setMemoText } from '#/db/queries/memos.ts'
import type { Scope } from '#/db/scope.ts'
import { can } from '#/lib/access/roles.ts'
import { t } from '#/lib/message/t.ts'
import { checkMessage } from '#/lib/talk/check-message.ts'
import type { Memo, MemoSubject } from '#/lib/talk/memo.ts'
import type { TalkRefused, TalkResult } from '#/lib/talk/talk-result.ts'
import type { TalkDeps } from './talk-deps.ts'

type MemoDeps = Pick<TalkDeps, 'db'> & { collab: Pick<TalkDeps['collab'], 'notifyWorkspace'> }

export interface NewMemo {
  /** Made by the client, so that a memo that is sent again because no answer came is there once. */
  id: string
  subject: MemoSubject
  subjectId: string
  text: string
}

/** Refused because somebody else changed it since: `theirs` is how it is now. */
export interface MemoConflict extends TalkRefused {
  theirs: Memo
}

const MAY_NOT_WRITE: TalkRefused = {
  ok: false,
  get reason() {
    return t('Your role can read memos but not write them.')
  },
}
const DELETED_BY_OTHERS: TalkRefused = {
  ok: false,
  get reason() {
    return t('Somebody else deleted this memo. An editor or an owner can bring it back.')
  },
}
const MAY_NOT_DELETE: TalkRefused = {
  ok: false,
  get reason() {
    return t('Only who wrote a memo, an editor or an owner can delete it.')
  },
}
const MEMO_GONE: TalkRefused = {
  ok: false,
  get reason() {
    return t('Somebody deleted this memo meanwhile. Copy your words before you leave.')
  },
}
const SUBJECT_GONE: TalkRefused = {
  ok: false,
  get reason() {
    return t('What this memo is on was deleted meanwhile.')
  },
}

/** Writes a memo on a document, an actor, a theme or the workspace. */
export async function addMemo(scope: Scope, { id, subject, subjectId, text }: NewMemo, deps: MemoDeps): Promise<TalkResult> {
  if (!can(scope.role, 'tag')) return MAY_NOT_WRITE
  const checked = checkMessage(text, 'memo')
  if (!checked.ok) return checked
  if (!(await hasMemoSubject(deps.db, scope, subject, subjectId))) return SUBJECT_GONE
  if (!(await insertMemo(deps.db, scope, { id, subject, subjectId, text: checked.text }))) {
    const sent = await deps.db.transaction((tx) => lockMemo(tx, scope, id))
    if (sent?.by !== scope.userId) return MEMO_GONE
  }
  tell(scope, subjectId, deps)
  return { ok: true }
}

/**
 * Replaces the words of a memo. Whoever tags may change everybody's memos; nobody writes over words they have not seen.
 *
 * @param basedOn the words the person began with: when others stand there now, nothing is changed and theirs are answered
 */
export async function editMemo(
  scope: Scope,
  id: string,
  { text: typed, basedOn }: { text: string; basedOn: string },
  deps: MemoDeps,
): Promise<TalkResult | MemoConflict> {
  if (!can(scope.role, 'tag')) return MAY_NOT_WRITE
  const checked = checkMessage(typed, 'memo')
  if (!checked.ok) return checked
  let subjectId = ''
  const outcome = await deps.db.transaction(async (tx): Promise<TalkResult | MemoConflict> => {
    const memo = await lockMemo(tx, scope, id)
    if (!memo || memo.isDeleted) return MEMO_GONE
    subjectId = memo.subjectId
    if (memo.text === checked.text) return { ok: true }
    if (memo.text !== basedOn) {
      const theirs = (await readMemos(tx, scope, memo.subject, memo.subjectId)).find((other) => other.id === id)
      return theirs ? { ok: false, reason: t('Somebody changed this memo while you were writing.'), theirs } : MEMO_GONE
    }
    await setMemoText(tx, scope, id, checked.text)
    return { ok: true }
  })
  if (outcome.ok) tell(scope, subjectId, deps)
  return outcome
}

/**
 * Deletes a memo, or brings it back: who wrote it, or an editor or owner, whose hand in other people's words is recorded. What
 * somebody else deleted its author cannot bring back.
 */
export async function deleteMemo(scope: Scope, id: string, isDeleted: boolean, deps: MemoDeps): Promise<TalkResult> {
  if (!can(scope.role, 'tag')) return MAY_NOT_WRITE
  let subjectId = ''
  const outcome = await deps.db.transaction(async (tx): Promise<TalkResult> => {
    const memo = await lockMemo(tx, scope, id)
    if (!memo) return MEMO_GONE
    subjectId = memo.subjectId
    const isOwn = memo.by === scope.userId
    if (!isOwn && !can(scope.role, 'moderate-tags')) return MAY_NOT_DELETE
    if (memo.isDeleted === isDeleted) return { ok: true }
    if (!isDeleted && memo.deletedBy !== scope.userId && !can(scope.role, 'moderate-tags')) return DELETED_BY_OTHERS
    await setMemoDeleted(tx, scope, id, isDeleted)
    const on = memo.subject === 'actor' ? 'an actor' : memo.subject === 'workspace' ? 'the workspace' : `a ${memo.subject}`
    if (!isOwn) await recordInWorkspace(tx, scope, isDeleted ? 'memo-deleted' : 'memo-brought-back', { subject: id, details: { on } })
    return { ok: true }
  })
  if (outcome.ok) tell(scope, subjectId, deps)
  return outcome
}

function tell({ workspaceId }: Scope, subjectId: string, { collab }: MemoDeps): void {
  collab.notifyWorkspace(workspaceId, { type: 'changed', what: 'memos', id: subjectId })
}
