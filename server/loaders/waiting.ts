import { countDetached } from '#/db/queries/detached-count.ts'
import { listAssigned } from '#/db/queries/document-work.ts'
import { listProposals } from '#/db/queries/proposals.ts'
import { countWaiting } from '#/db/queries/thread-list.ts'
import type { Scope } from '#/db/scope.ts'
import { can } from '#/lib/access/roles.ts'
import type { Waiting } from '#/lib/activity/waiting.ts'
import { memberDb } from '#/server/runtime.ts'

/** What waits for this member: only what their role lets them do. */
export async function loadWaiting(scope: Scope): Promise<Waiting> {
  const db = memberDb(scope)
  const [discussions, assigned, proposals, detached] = await Promise.all([
    countWaiting(db, scope),
    listAssigned(db, scope),
    can(scope.role, 'manage-codebook') ? listProposals(db, scope) : [],
    can(scope.role, 'tag') ? countDetached(db, scope) : 0,
  ])
  const open = proposals.filter(({ state }) => state === 'open')
  const names = [...new Set(open.map(({ proposedBy }) => proposedBy.name))]
  return { discussions, assigned: assigned.length, proposals: { count: open.length, names }, detached }
}
