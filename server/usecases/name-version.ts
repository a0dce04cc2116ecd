import type { Db } from '#/db/client.ts'
import { findHistoryRooms, findSeqRange } from '#/db/queries/room-history.ts'
import { insertVersion, removeNamedVersion, setVersionName } from '#/db/queries/versions.ts'
import type { Scope } from '#/db/scope.ts'
import { can } from '#/lib/access/roles.ts'
import { t } from '#/lib/message/t.ts'
import { checkVersionName } from '#/lib/version/version-name.ts'
import type { CollabServer } from '#/server/collab/collab-server.ts'

export interface VersionDeps {
  db: Db
  collab: Pick<CollabServer, 'notifyWorkspace'>
}

/** A sentence for the person who asked. */
export interface VersionRefused {
  ok: false
  message: string
  /** Refused only because somebody changed something since. */
  changedSince?: true
}

const MAY_NOT_NAME: VersionRefused = {
  ok: false,
  get message() {
    return t('Only editors and owners name versions.')
  },
}
const NO_DOCUMENT: VersionRefused = {
  ok: false,
  get message() {
    return t('This document does not exist any more.')
  },
}
const NO_VERSION: VersionRefused = {
  ok: false,
  get message() {
    return t('Somebody deleted this version in the meantime.')
  },
}

/**
 * Gives a point of a document's history a name.
 *
 * @param seq the point; null for the document as it is now: all that was acknowledged to anybody
 */
export async function nameVersion(
  scope: Scope,
  documentId: string,
  { seq, name: typed }: { seq: number | null; name: string },
  deps: VersionDeps,
): Promise<{ ok: true; versionId: string; seq: number } | VersionRefused> {
  if (!can(scope.role, 'edit-text')) return MAY_NOT_NAME
  const checked = checkVersionName(typed)
  if (!checked.ok) return checked
  const rooms = await findHistoryRooms(deps.db, scope, documentId)
  const range = rooms && (await findSeqRange(deps.db, [rooms.text, ...rooms.layers]))
  if (!range) return NO_DOCUMENT
  if (seq !== null && seq < range.first) return { ok: false, message: t('There is no such point in the history of this document.') }
  const point = Math.min(seq ?? range.last, range.last)
  const versionId = await insertVersion(deps.db, scope, { documentId, seq: point, kind: 'named', name: checked.name })
  tellOthers(scope, documentId, deps)
  return { ok: true, versionId, seq: point }
}

/** Gives a version another name; one that an action left behind may be given one too. */
export async function renameVersion(
  scope: Scope,
  documentId: string,
  { versionId, name: typed }: { versionId: string; name: string },
  deps: VersionDeps,
): Promise<{ ok: true } | VersionRefused> {
  if (!can(scope.role, 'edit-text')) return MAY_NOT_NAME
  const checked = checkVersionName(typed)
  if (!checked.ok) return checked
  if (!(await setVersionName(deps.db, scope, documentId, versionId, checked.name))) return NO_VERSION
  tellOthers(scope, documentId, deps)
  return { ok: true }
}

/** Forgets a name. The point itself stays in the history; those that a restoration or an edition left behind keep their mark. */
export async function deleteVersion(
  scope: Scope,
  documentId: string,
  versionId: string,
  deps: VersionDeps,
): Promise<{ ok: true } | VersionRefused> {
  if (!can(scope.role, 'edit-text')) return MAY_NOT_NAME
  if (!(await removeNamedVersion(deps.db, scope, documentId, versionId))) return NO_VERSION
  tellOthers(scope, documentId, deps)
  return { ok: true }
}

function tellOthers({ workspaceId }: Scope, documentId: string, { collab }: VersionDeps): void {
  collab.notifyWorkspace(workspaceId, { type: 'changed', what: 'documents', id: documentId })
}
