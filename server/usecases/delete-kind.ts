import { reassignKind, deleteKind as removeKind } from '#/db/queries/actor-kinds.ts'
import { listActors } from '#/db/queries/codebook.ts'
import type { Scope } from '#/db/scope.ts'
import { restKind } from '#/lib/codebook/actor-kinds.ts'
import { t } from '#/lib/message/t.ts'
import type { CodebookDeps } from './codebook-deps.ts'
import { editKinds, KIND_GONE } from './edit-kinds.ts'

/**
 * Deletes a kind. Its actors become what `moveTo` says; without that, a kind that actors have is not deleted. Actors in the bin go
 * along, so that nobody comes back as a kind there is not.
 */
export async function deleteKind(scope: Scope, slug: string, moveTo: string | null, deps: CodebookDeps) {
  return editKinds(scope, deps, async (tx, kinds) => {
    const kind = kinds.find((candidate) => candidate.slug === slug)
    if (!kind) return KIND_GONE
    const others = kinds.filter((candidate) => candidate !== kind)
    const rest = restKind(others)
    if (!rest) return { ok: false, reason: t('A workspace needs at least one kind.') }
    const target = moveTo === null ? undefined : others.find((candidate) => candidate.slug === moveTo)
    if (moveTo !== null && !target) return { ok: false, reason: t('The kind its actors should get was deleted meanwhile. Choose another.') }
    const was = (await listActors(tx, scope)).filter((actor) => actor.kind === slug)
    if (was.length > 0 && !target)
      return {
        ok: false,
        reason: t(
          '{count, plural, one {# actor is of this kind. Say what they become.} other {# actors are of this kind. Say what they become.}}',
          { count: was.length },
        ),
      }
    const becomes = (target ?? rest).slug
    await reassignKind(tx, scope, slug, becomes)
    await removeKind(tx, scope, slug)
    return { ok: true, act: 'deleted', name: kind.name, actors: { was, is: was.map((actor) => ({ ...actor, kind: becomes })) } }
  })
}
