import * as Y from 'yjs'
import { recordInWorkspace } from '#/db/queries/audit-log.ts'
import { findDocumentTitle } from '#/db/queries/documents.ts'
import { dropPendingEdition, findPendingEdition, markEditionApplied } from '#/db/queries/editions.ts'
import type { Scope } from '#/db/scope.ts'
import { can } from '#/lib/access/roles.ts'
import type { EditionKey } from '#/lib/edition/offered-edition.ts'
import type { EditionReport } from '#/lib/edition/report.ts'
import { t } from '#/lib/message/t.ts'
import type { CollabServer } from '#/server/collab/collab-server.ts'
import { type CompareDeps, compareWithLive, type EditionRefused, MAY_NOT, NO_DOCUMENT } from './compare-with-live.ts'

export interface EditionDeps extends CompareDeps {
  collab: Pick<CollabServer, 'amend' | 'notifyWorkspace'>
}

/** What an edition did to a document. */
export interface AppliedEdition {
  ok: true
  edition: number
  report: EditionReport
}

const REPLACED: EditionRefused = {
  ok: false,
  reason: 'gone',
  get message() {
    return t('Another edition was applied to this document meanwhile. Nothing was changed. Add your file again to see what it does now.')
  },
}
class Replaced extends Error {}

/**
 * Makes a file that was offered the new edition of a document: one difference to the live text, in the person's name, which
 * merges with what others type meanwhile; the file as its original; and the point of history before it. All or nothing.
 */
export async function applyEdition(
  scope: Scope,
  documentId: string,
  key: EditionKey,
  deps: EditionDeps,
): Promise<AppliedEdition | EditionRefused> {
  if (!can(scope.role, 'import')) return MAY_NOT
  const file = await findPendingEdition(deps.db, scope, documentId, key)
  if (!file) return REPLACED
  const result = await compareWithLive(scope, documentId, file, deps)
  if (!result.ok) return result
  const { update, runs, report } = result.compared
  let edition = 0
  try {
    const done = await deps.collab.amend(documentId, {
      userId: scope.userId,
      edit: ({ text }) => Y.applyUpdate(text, update),
      async alongside(tx, { seqBefore }) {
        const applied = await markEditionApplied(tx, scope, documentId, { key, runs, seqBefore })
        if (applied === null) throw new Replaced()
        edition = applied
        const details = { title: await findDocumentTitle(tx, scope, documentId), edition, file: file.fileName }
        await recordInWorkspace(tx, scope, 'edition-applied', { subject: documentId, details })
      },
    })
    if (!done) return NO_DOCUMENT
  } catch (error) {
    if (error instanceof Replaced) return REPLACED
    throw error
  }
  const did = { what: 'edition', by: scope.userId } as const
  deps.collab.notifyWorkspace(scope.workspaceId, { type: 'changed', what: 'documents', id: documentId, did })
  return { ok: true, edition, report }
}

/** Forgets a file that was offered. */
export async function dropEdition(scope: Scope, documentId: string, key: EditionKey, { db }: Pick<EditionDeps, 'db'>): Promise<void> {
  if (can(scope.role, 'import')) await dropPendingEdition(db, scope, documentId, key)
}
