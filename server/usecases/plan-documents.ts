import { askFor, askNoMore, setStatusOf } from '#/db/queries/document-work.ts'
import { listMembers } from '#/db/queries/members.ts'
import type { Scope } from '#/db/scope.ts'
import { can } from '#/lib/access/roles.ts'
import type { DocumentStatus } from '#/lib/document/status.ts'
import { t } from '#/lib/message/t.ts'
import type { DocumentDeps, DocumentResult } from './update-document.ts'

const MAY_NOT_PLAN: DocumentResult = {
  ok: false,
  get reason() {
    return t('Your role can see how far the team is with a document but not change it.')
  },
}
const DOCUMENTS_GONE: DocumentResult = {
  ok: false,
  get reason() {
    return t('These documents are not there any more.')
  },
}
const NOT_ASSIGNABLE: DocumentResult = {
  ok: false,
  get reason() {
    return t('Only members whose role can comment can be asked to work on a document.')
  },
}

/** Says by hand how far the team is with documents. */
export async function setDocumentStatus(
  scope: Scope,
  ids: readonly string[],
  status: DocumentStatus,
  { db, collab }: DocumentDeps,
): Promise<DocumentResult> {
  if (!can(scope.role, 'tag')) return MAY_NOT_PLAN
  if ((await setStatusOf(db, scope, ids, status)) === 0) return DOCUMENTS_GONE
  collab.notifyWorkspace(scope.workspaceId, { type: 'changed', what: 'documents' })
  return { ok: true }
}

export interface Assignment {
  /** User ids. Who is in neither list stays as they are. */
  ask: readonly string[]
  release: readonly string[]
}

/** Asks members to work on documents, and takes others off them. */
export async function assignDocuments(
  scope: Scope,
  ids: readonly string[],
  { ask, release }: Assignment,
  { db, collab }: DocumentDeps,
): Promise<DocumentResult> {
  if (!can(scope.role, 'tag')) return MAY_NOT_PLAN
  const assignable = new Set((await listMembers(db, scope)).filter(({ role }) => can(role, 'comment')).map(({ id }) => id))
  if (!ask.every((id) => assignable.has(id))) return NOT_ASSIGNABLE
  const found = await db.transaction(async (tx) => {
    await askNoMore(tx, scope, ids, release)
    return askFor(tx, scope, ids, ask)
  })
  if (found === 0) return DOCUMENTS_GONE
  collab.notifyWorkspace(scope.workspaceId, { type: 'changed', what: 'documents' })
  collab.notifyWorkspace(scope.workspaceId, { type: 'changed', what: 'assignments' })
  return { ok: true }
}
