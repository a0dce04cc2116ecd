import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { actorAliases, actors, themes } from '#/db/schema/codebook.ts'
import type { Scope } from '#/db/scope.ts'
import type { ActorAlias } from '#/lib/codebook/codebook.ts'
import type { EntrySort, Merge } from '#/lib/codebook/merge.ts'
import type { MergedActor } from '#/lib/codebook/plan-actor-unmerge.ts'
import type { CopiedName, NamesOfMerged } from '#/lib/codebook/plan-names-back.ts'
import type { MergedTheme } from '#/lib/codebook/plan-theme-unmerge.ts'
import { newId } from '#/lib/id.ts'

const TABLES = { actor: actors, theme: themes }

/** Makes entries stand for others: their rows stay, gone from every list. */
export async function markMerged(tx: Db, scope: Scope, sort: EntrySort, merges: readonly Merge[]): Promise<void> {
  const table = TABLES[sort]
  for (const { from, into } of merges)
    await tx
      .update(table)
      .set({ mergedInto: into, deletedAt: new Date() })
      .where(and(eq(table.workspaceId, scope.workspaceId), eq(table.id, from)))
}

/** The rows of merged actors, of those that are still merged as it was said. */
export async function readMergedActors(tx: Db, scope: Scope, merges: readonly Merge[]): Promise<MergedActor[]> {
  const { id, name, parentId, mergedInto } = actors
  const rows = await tx
    .select({ id, name, parentId, mergedInto })
    .from(actors)
    .where(and(eq(actors.workspaceId, scope.workspaceId), inArray(id, sources(merges)), isNotNull(mergedInto)))
  return rows.filter((row) => stillMerged(row, merges)).map(({ mergedInto: _, ...row }) => row)
}

/** The same for themes. */
export async function readMergedThemes(tx: Db, scope: Scope, merges: readonly Merge[]): Promise<MergedTheme[]> {
  const { id, name, parentId, position, hue, hotkey, mergedInto } = themes
  const rows = await tx
    .select({ id, name, parentId, position, hue, hotkey, mergedInto })
    .from(themes)
    .where(and(eq(themes.workspaceId, scope.workspaceId), inArray(id, sources(merges)), isNotNull(mergedInto)))
  return rows.filter((row) => stillMerged(row, merges)).map(({ mergedInto: _, ...row }) => row)
}

const sources = (merges: readonly Merge[]): string[] => merges.map(({ from }) => from)
const stillMerged = (row: { id: string; mergedInto: string | null }, merges: readonly Merge[]): boolean =>
  merges.some(({ from, into }) => from === row.id && into === row.mergedInto)

/** Makes a merged actor live again. */
export async function unmarkActorMerged(tx: Db, scope: Scope, { id, name, parentId }: MergedActor): Promise<void> {
  await tx
    .update(actors)
    .set({ name, parentId, mergedInto: null, deletedAt: null, updatedAt: new Date() })
    .where(and(eq(actors.workspaceId, scope.workspaceId), eq(actors.id, id)))
}

/** Makes a merged theme live again. */
export async function unmarkThemeMerged(tx: Db, scope: Scope, { id, ...columns }: MergedTheme): Promise<void> {
  await tx
    .update(themes)
    .set({ ...columns, mergedInto: null, deletedAt: null, updatedAt: new Date() })
    .where(and(eq(themes.workspaceId, scope.workspaceId), eq(themes.id, id)))
}

/** Gives an actor more names; `mergedFrom` says of which merged actor each is. */
export async function addNames(
  tx: Db,
  scope: Scope,
  actorId: string,
  names: readonly (Omit<ActorAlias, 'id'> & { mergedFrom?: string })[],
): Promise<void> {
  if (names.length === 0) return
  const rows = names.map(({ from, until, ...name }) => ({
    ...name,
    id: newId(),
    workspaceId: scope.workspaceId,
    actorId,
    validFrom: from,
    validUntil: until,
  }))
  await tx.insert(actorAliases).values(rows).onConflictDoNothing()
}

/** Takes names away from actors, by the names' ids. */
export async function dropNames(tx: Db, scope: Scope, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.delete(actorAliases).where(and(eq(actorAliases.workspaceId, scope.workspaceId), inArray(actorAliases.id, [...ids])))
}

/** Names that these actors got by merges. */
export async function listCopiedNames(tx: Db, scope: Scope, actorIds: readonly string[]): Promise<CopiedName[]> {
  const { id, actorId, name, mergedFrom } = actorAliases
  const rows = await tx
    .select({ id, actorId, name, mergedFrom })
    .from(actorAliases)
    .where(and(eq(actorAliases.workspaceId, scope.workspaceId), inArray(actorId, [...actorIds]), isNotNull(mergedFrom)))
  return rows.map((row) => ({ ...row, mergedFrom: row.mergedFrom as string }))
}

/** The actors that are merged into one of these, with all their names. */
export async function listNamesOfMerged(tx: Db, scope: Scope, into: readonly string[]): Promise<NamesOfMerged[]> {
  const rows = await tx
    .select({ id: actors.id, mergedInto: actors.mergedInto, name: actors.name, alias: actorAliases.name })
    .from(actors)
    .leftJoin(actorAliases, eq(actorAliases.actorId, actors.id))
    .where(and(eq(actors.workspaceId, scope.workspaceId), inArray(actors.mergedInto, [...into])))
  const byId = Map.groupBy(rows, (row) => row.id)
  return [...byId].map(([id, all]) => {
    const names = [all[0]?.name ?? '', ...all.flatMap(({ alias }) => alias ?? [])]
    return { id, mergedInto: all[0]?.mergedInto as string, names }
  })
}

/** Takes copied names away, or says whose they are now. */
export async function takeNamesBack(
  tx: Db,
  scope: Scope,
  { gone, inherited }: { gone: readonly string[]; inherited: readonly { id: string; mergedFrom: string }[] },
): Promise<void> {
  await dropNames(tx, scope, gone)
  const own = eq(actorAliases.workspaceId, scope.workspaceId)
  for (const { id, mergedFrom } of inherited)
    await tx
      .update(actorAliases)
      .set({ mergedFrom })
      .where(and(own, eq(actorAliases.id, id)))
}
