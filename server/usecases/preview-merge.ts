import { listActors, listThemes } from '#/db/queries/codebook.ts'
import { countBelongings } from '#/db/queries/merged-belongings.ts'
import { countMerge } from '#/db/queries/merged-tags.ts'
import type { Scope } from '#/db/scope.ts'
import type { Merge, MergeImpact } from '#/lib/codebook/merge.ts'
import { planActorMerge } from '#/lib/codebook/plan-actor-merge.ts'
import { planThemeMerge } from '#/lib/codebook/plan-theme-merge.ts'
import type { Refused } from '#/lib/codebook/refused.ts'
import type { CollabServer } from '#/server/collab/collab-server.ts'
import { ACTOR_GONE, type CodebookDeps, THEME_GONE } from './codebook-deps.ts'
import type { MergeAsked } from './merge-entries.ts'

/** What a merge would do now, with exact counts: also of what was tagged a moment ago. */
export async function previewMerge(
  scope: Scope,
  { sort, from, into }: MergeAsked,
  { db, collab }: Pick<CodebookDeps, 'db'> & { collab: Pick<CollabServer, 'settleExcerpts'> },
): Promise<({ ok: true } & MergeImpact) | Refused> {
  await collab.settleExcerpts()
  const count = async (merges: readonly Merge[]) => ({
    ...(await countMerge(db, scope, sort, merges)),
    along: await countBelongings(db, scope, sort, merges),
  })
  if (sort === 'actor') {
    const live = await listActors(db, scope)
    if (![...from, into].every((id) => live.some((actor) => actor.id === id))) return ACTOR_GONE
    const plan = planActorMerge(live, from, into)
    const nameOf = new Map(live.map(({ id, name }) => [id, name]))
    const below = plan.moved.filter(({ to }) => to === into).map(({ id }) => nameOf.get(id) ?? '')
    return { ok: true, ...(await count(plan.merges)), aliases: plan.names.map(({ name }) => name), below, twins: [] }
  }
  const live = await listThemes(db, scope)
  if (![...from, into].every((id) => live.some((theme) => theme.id === id))) return THEME_GONE
  const plan = planThemeMerge(live, from, into)
  const nameOf = new Map(live.map(({ id, name }) => [id, name]))
  const below = plan.moved.filter(({ id }) => id !== into).map(({ id }) => nameOf.get(id) ?? '')
  const twins = plan.merges.filter((merge) => !from.includes(merge.from)).map((merge) => nameOf.get(merge.from) ?? '')
  return { ok: true, ...(await count(plan.merges)), aliases: [], below, twins }
}
