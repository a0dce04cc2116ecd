import type { Db } from '#/db/client.ts'
import { insertActor } from '#/db/queries/actors.ts'
import { recordInWorkspace } from '#/db/queries/audit-log.ts'
import { listActors, listThemes, readMerged } from '#/db/queries/codebook.ts'
import { rememberSplitTags } from '#/db/queries/codebook-undo.ts'
import { lockWorkspace } from '#/db/queries/lock-workspace.ts'
import { dropNames } from '#/db/queries/merged-entries.ts'
import { listTaggedPassages } from '#/db/queries/tagged-passages.ts'
import { insertTheme, writeThemePlaces } from '#/db/queries/themes.ts'
import type { Scope } from '#/db/scope.ts'
import { can } from '#/lib/access/roles.ts'
import { annotationOf } from '#/lib/annotation/layer.ts'
import { retag } from '#/lib/annotation/retag.ts'
import type { EntrySort, SplitTag, SplitUndo } from '#/lib/codebook/merge.ts'
import { planActorSplit, planThemeSplit } from '#/lib/codebook/plan-split.ts'
import type { Refused } from '#/lib/codebook/refused.ts'
import type { CollabServer } from '#/server/collab/collab-server.ts'
import { ACTOR_GONE, type CodebookDeps, MAY_NOT_MANAGE, THEME_GONE } from './codebook-deps.ts'
import { listEntries, recordEntryChange } from './record-entry-change.ts'

export interface SplitDeps extends CodebookDeps {
  collab: Pick<CollabServer, 'amend' | 'settleExcerpts'>
}

export interface SplitAsked {
  sort: EntrySort
  /** Id of the entry that is split. */
  id: string
  /** Names of the new entries. */
  names: readonly string[]
  /** The passages that were gone through: which of `names` each goes to (an index), or null: it stays. */
  passages: readonly { annotationId: string; to: number | null }[]
}

export interface EntrySplit {
  ok: true
  version: number
  /** Ids of the new entries, as `names`. */
  into: string[]
  moved: number
  /** Passages that were to move and are not there any more, or whose document is in the bin. */
  missing: number
  /** Passages that somebody tagged meanwhile: they stay. */
  taggedMeanwhile: number
}

/**
 * Makes new entries of one and gives chosen passages to them, each tag still as who put it and when. The entry keeps all
 * other passages, also those that are tagged with it from now on.
 */
export async function splitEntry(scope: Scope, asked: SplitAsked, deps: SplitDeps): Promise<EntrySplit | Refused> {
  if (!can(scope.role, 'manage-codebook') || !can(scope.role, 'moderate-tags')) return MAY_NOT_MANAGE
  const { sort, id } = asked
  const made = await deps.db.transaction(async (tx) => {
    await lockWorkspace(tx, scope)
    return makeEntries(tx, scope, asked)
  })
  if (!made.ok) return made
  deps.notify(sort === 'actor' ? 'actors' : 'themes', id)
  const moved = await movePassages(scope, asked, made, deps)
  await deps.collab.settleExcerpts()
  const gone = new Set(asked.passages.map(({ annotationId }) => annotationId))
  const left = await listTaggedPassages(deps.db, scope, sort, id)
  return {
    ok: true,
    version: made.version,
    into: made.into,
    moved,
    missing: asked.passages.filter(({ to }) => to !== null).length - moved,
    taggedMeanwhile: left.filter(({ annotationId }) => !gone.has(annotationId)).length,
  }
}

async function makeEntries(
  tx: Db,
  scope: Scope,
  { sort, id, names, passages }: SplitAsked,
): Promise<{ ok: true; into: string[]; version: number } | Refused> {
  const was = await listEntries(tx, scope, sort)
  const plan =
    sort === 'actor' ? planActorSplit(await listActors(tx, scope), id, names) : planThemeSplit(await listThemes(tx, scope), id, names)
  if (plan === null) return sort === 'actor' ? ACTOR_GONE : THEME_GONE
  if (!plan.ok) return plan
  if (plan.sort === 'actor') {
    await dropNames(
      tx,
      scope,
      plan.leaving.map((alias) => alias.id),
    )
    for (const actor of plan.made) await insertActor(tx, scope, actor)
  } else {
    for (const theme of plan.made) await insertTheme(tx, scope, theme)
    await writeThemePlaces(tx, scope, plan.places)
  }
  const into = plan.made.map((entry) => entry.id)
  const aliases = plan.sort === 'actor' ? plan.leaving.map(({ id: _, ...alias }) => alias) : []
  const undo: SplitUndo = { kind: 'split', sort, from: id, into, aliases }
  const version = await recordEntryChange(tx, scope, was, { act: 'split', entry: sort, entryId: id, name: plan.name, undo })
  const count = passages.filter(({ to }) => to !== null).length
  const details = { name: plan.name, sort, into: names.join(', ').slice(0, 500), count }
  await recordInWorkspace(tx, scope, 'entry-split', { subject: id, details })
  return { ok: true, into, version }
}

/** Document by document, each at once; answers how many passages moved. */
async function movePassages(
  scope: Scope,
  { sort, id, passages }: SplitAsked,
  { into, version }: { into: readonly string[]; version: number },
  deps: SplitDeps,
): Promise<number> {
  const merged = await readMerged(deps.db, scope)
  const isFrom = (entryId: string) => (merged[entryId] ?? entryId) === id
  // Only what the member can see: neither documents of other workspaces nor passages of blind layers.
  const listed = new Map((await listTaggedPassages(deps.db, scope, sort, id)).map((passage) => [passage.annotationId, passage.documentId]))
  const moving = passages.filter(({ to, annotationId }) => to !== null && listed.has(annotationId))
  let moved = 0
  for (const [documentId, some] of Map.groupBy(moving, ({ annotationId }) => listed.get(annotationId) as string)) {
    const to = new Map(some.map((passage) => [passage.annotationId, into[passage.to as number] as string]))
    const done = await deps.collab.amend(documentId, {
      userId: scope.userId,
      edit: ({ layers }) =>
        [...layers].flatMap(([layerId, layer]) =>
          retag(layer, { sort, isFrom, to }, 'split').map((tag): SplitTag => ({ documentId, layerId, ...tag })),
        ),
      // A tag that was of the entry itself is told back by the entry; only others have to be remembered.
      alongside: (tx, { result }) =>
        rememberSplitTags(
          tx,
          scope,
          version,
          result.filter(({ from, joined }) => joined !== null || from.split('|')[1] !== id),
        ),
    })
    moved += new Set(done?.result.map(({ from }) => annotationOf(from))).size
  }
  return moved
}
