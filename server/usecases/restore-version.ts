import type * as Y from 'yjs'
import { recordInWorkspace } from '#/db/queries/audit-log.ts'
import { findDocumentTitle } from '#/db/queries/documents.ts'
import { findHistoryRooms, findSeqRange } from '#/db/queries/room-history.ts'
import { insertVersion } from '#/db/queries/versions.ts'
import type { Scope } from '#/db/scope.ts'
import { can } from '#/lib/access/roles.ts'
import { t } from '#/lib/message/t.ts'
import { TEXT_NAME } from '#/lib/text/flat.ts'
import { openUpdate } from '#/lib/version/open-update.ts'
import { restoreLayer } from '#/lib/version/restore-layer.ts'
import { restoreText } from '#/lib/version/restore-text.ts'
import type { CollabServer } from '#/server/collab/collab-server.ts'
import type { HistoryReader } from '#/server/jobs/history.ts'
import type { VersionDeps, VersionRefused } from './name-version.ts'

export interface RestoreDeps extends VersionDeps {
  collab: Pick<CollabServer, 'notifyWorkspace' | 'amend'>
  history: Pick<HistoryReader, 'readRooms'>
}

/** The text alone, or with its statements. */
export type RestoreWhat = 'text' | 'text-and-tags'

export interface VersionRestored {
  ok: true
  /** Whether anything differed. */
  changed: boolean
  /** The point before: restoring it takes this back. */
  before: number
  /** The point after. */
  after: number
}

const ORIGIN = 'restore'
const CHANGED_SINCE: VersionRefused = {
  ok: false,
  get message() {
    return t('The document was changed after the restore. Undo puts these changes aside too; they stay in the history.')
  },
  changedSince: true,
}
const NO_POINT: VersionRefused = {
  ok: false,
  get message() {
    return t('There is no such point in the history of this document.')
  },
}
const NO_DOCUMENT: VersionRefused = {
  ok: false,
  get message() {
    return t('This document does not exist any more.')
  },
}

class ChangedSince extends Error {}

/**
 * Makes a document what it was at a point, as an edit in the member's name that everybody who has it open sees arrive. The
 * state before stays a point of the history. Blind layers of others are not touched.
 *
 * @param unlessAfter refuses, `changedSince`, when something was changed after this point: what others did since a
 * restoration is not put aside with it unasked
 */
export async function restoreVersion(
  scope: Scope,
  documentId: string,
  { seq, what, unlessAfter }: { seq: number; what: RestoreWhat; unlessAfter?: number | undefined },
  deps: RestoreDeps,
): Promise<VersionRestored | VersionRefused> {
  const { db, collab, history } = deps
  const mayRestore = can(scope.role, 'edit-text') && (what === 'text' || can(scope.role, 'moderate-tags'))
  if (!mayRestore) return { ok: false, message: t('Only editors and owners restore versions.') }
  const rooms = await findHistoryRooms(db, scope, documentId)
  const range = rooms && (await findSeqRange(db, [rooms.text, ...rooms.layers]))
  if (!range) return NO_DOCUMENT
  if (seq < range.first) return NO_POINT
  const past = await history.readRooms(rooms, Math.min(seq, range.last), scope.userId)
  if (!past.ok) return past
  const [text, ...layers] = past.value.map(openUpdate) as [Y.Doc, ...Y.Doc[]]
  // Before its first row a text has not even the paragraph mark that every text begins with.
  if (text.getText(TEXT_NAME).length === 0) return NO_POINT

  const { workspaceId, userId } = scope
  const amending = collab.amend(documentId, {
    userId,
    edit(draft) {
      restoreText(draft.text, text, ORIGIN)
      if (what === 'text') return
      for (const [at, room] of rooms.layers.entries()) {
        const live = draft.layers.get(room.slice('layer/'.length))
        const then = layers[at]
        if (live && then) restoreLayer(live, then, userId, ORIGIN)
      }
    },
    async alongside(tx, { seqBefore, seqAfter }) {
      // Reading the past takes a while, in which people write on.
      if (unlessAfter !== undefined && seqBefore > unlessAfter) throw new ChangedSince()
      if (seqAfter === seqBefore) return
      await insertVersion(tx, scope, { documentId, seq: seqBefore, kind: 'restored', ofSeq: seq })
      const details = { title: await findDocumentTitle(tx, scope, documentId), point: seq, what }
      await recordInWorkspace(tx, scope, 'version-restored', { subject: documentId, details })
    },
  })
  const done = await amending.catch((error: unknown) => {
    if (error instanceof ChangedSince) return error
    throw error
  })
  if (!done) return NO_DOCUMENT
  if (done instanceof ChangedSince) return CHANGED_SINCE
  const { seqBefore, seqAfter } = done
  const did = { what: 'restored', by: userId } as const
  if (seqAfter > seqBefore) collab.notifyWorkspace(workspaceId, { type: 'changed', what: 'documents', id: documentId, did })
  return { ok: true, changed: seqAfter > seqBefore, before: seqBefore, after: seqAfter }
}
