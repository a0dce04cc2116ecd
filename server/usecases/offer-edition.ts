import { keepPendingEdition } from '#/db/queries/editions.ts'
import type { Scope } from '#/db/scope.ts'
import { can } from '#/lib/access/roles.ts'
import type { OfferedEdition } from '#/lib/edition/offered-edition.ts'
import { type CompareDeps, compareWithLive, type EditionRefused, MAY_NOT } from './compare-with-live.ts'
import { originalOf } from './original-of.ts'

/**
 * Shows what a file would do to a document as the new edition of its source, and keeps it until the person decides.
 * Changes nothing: that is `applyEdition`.
 */
export async function offerEdition(
  scope: Scope,
  documentId: string,
  file: { fileName: string; bytes: Uint8Array },
  deps: CompareDeps,
): Promise<OfferedEdition | EditionRefused> {
  if (!can(scope.role, 'import')) return MAY_NOT
  const result = await compareWithLive(scope, documentId, file, deps)
  if (!result.ok) return result
  const { source, compared } = result
  const original = await originalOf(file, source)
  const { fileName, sha256, notes } = original
  const offered = { ok: true, fileName, notes: notes ?? [], report: compared.report } as const
  if (compared.report.verdict === 'same') return { ...offered, key: null }
  const edition = await keepPendingEdition(deps.db, scope, documentId, original)
  return { ...offered, key: { edition, sha256 } }
}
