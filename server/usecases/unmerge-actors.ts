import type { Db } from '#/db/client.ts'
import { changeActor } from '#/db/queries/actors.ts'
import { listActors, readMergePointers } from '#/db/queries/codebook.ts'
import { listMergeUndos } from '#/db/queries/codebook-undo.ts'
import { markTaggedDocuments } from '#/db/queries/excerpt-projection.ts'
import { dropCopies, returnMemos } from '#/db/queries/merged-belongings.ts'
import { listCopiedNames, listNamesOfMerged, readMergedActors, takeNamesBack, unmarkActorMerged } from '#/db/queries/merged-entries.ts'
import type { Scope } from '#/db/scope.ts'
import type { Copy, MergeUndo } from '#/lib/codebook/merge.ts'
import { chainOf, followMerges } from '#/lib/codebook/merged.ts'
import { planActorUnmerge } from '#/lib/codebook/plan-actor-unmerge.ts'
import { planNamesBack } from '#/lib/codebook/plan-names-back.ts'
import type { Refused } from '#/lib/codebook/refused.ts'
import { t } from '#/lib/message/t.ts'

/** What came back, in a transaction that is not committed yet. */
export interface Unmerged {
  ok: true
  /** The entries that came back; `was` when their name was taken meanwhile. */
  restored: { name: string; was: string }[]
  /** Documents that are to be projected again. */
  documentIds: string[]
}

export const NOT_MERGED: Refused = {
  ok: false,
  get reason() {
    return t('This merge was taken back already.')
  },
}

/** Takes a merge of actors back. Call after `lockWorkspace`. */
export async function unmergeActors(tx: Db, scope: Scope, undo: MergeUndo): Promise<Unmerged | Refused> {
  const into = await readMergePointers(tx, scope)
  const ends = followMerges(into)
  const follow = (id: string) => ends[id] ?? id
  const rows = await readMergedActors(tx, scope, undo.merges)
  if (rows.length === 0) return NOT_MERGED
  const documentIds = await markTaggedDocuments(tx, scope, [...new Set(rows.map(({ id }) => follow(id)))])
  const plan = planActorUnmerge(await listActors(tx, scope), rows, undo, follow)
  await returnNames(
    tx,
    scope,
    rows.map(({ id }) => id),
    into,
  )
  await dropCopies(tx, scope, await withCopiesOf(tx, scope, undo.copies))
  const holders = undo.merges.flatMap((merge) => [merge.into, follow(merge.into)])
  await returnMemos(tx, scope, undo.memos, holders)
  for (const actor of plan.restored) await unmarkActorMerged(tx, scope, actor)
  for (const { id, parentId } of plan.moved) await changeActor(tx, scope, id, { parentId })
  const was = new Map(rows.map(({ id, name }) => [id, name]))
  return { ok: true, restored: plan.restored.map(({ id, name }) => ({ name, was: was.get(id) ?? name })), documentIds }
}

async function returnNames(tx: Db, scope: Scope, ids: readonly string[], into: Readonly<Record<string, string>>): Promise<void> {
  for (const id of ids) {
    const chain = chainOf(into, id)
    const merged = await listNamesOfMerged(tx, scope, chain)
    const own = merged.find((actor) => actor.id === id)
    if (!own) continue
    // Who comes back with it keeps nothing of its names.
    const others = merged.filter((actor) => !ids.includes(actor.id))
    await takeNamesBack(tx, scope, planNamesBack(own, chain, await listCopiedNames(tx, scope, chain), others))
  }
}

/** Copies with those that later merges made of them. */
async function withCopiesOf(tx: Db, scope: Scope, copies: readonly Copy[]): Promise<Copy[]> {
  const all = [...copies]
  if (all.length === 0) return all
  const later = (await listMergeUndos(tx, scope)).flatMap((undo) => undo.copies)
  for (const copy of all) all.push(...later.filter(({ of, id }) => of === copy.id && !all.some((known) => known.id === id)))
  return all
}
