import { and, asc, eq, isNotNull, isNull, max, sql } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/pg-core'
import type { Db } from '#/db/client.ts'
import { actorAliases, actorKinds, actors, codebookChanges, themes } from '#/db/schema/codebook.ts'
import type { Scope } from '#/db/scope.ts'
import type { ActorKind } from '#/lib/codebook/actor-kinds.ts'
import type { Actor, Codebook, Theme } from '#/lib/codebook/codebook.ts'
import { followMerges } from '#/lib/codebook/merged.ts'

/** The actors of the workspace with their other names, by name: all but deleted and merged ones. */
export async function listActors(db: Db, scope: Pick<Scope, 'workspaceId'>): Promise<Actor[]> {
  const { id, name, kind, parentId, description, hue, state } = actors
  const rows = await db
    .select({ id, name, kind, parentId, description, hue, state })
    .from(actors)
    .where(and(eq(actors.workspaceId, scope.workspaceId), isNull(actors.deletedAt)))
    .orderBy(asc(actors.name), asc(actors.id))
  const { language, preferred, validFrom, validUntil } = actorAliases
  const aliases = await db
    .select({
      actorId: actorAliases.actorId,
      id: actorAliases.id,
      name: actorAliases.name,
      language,
      preferred,
      from: validFrom,
      until: validUntil,
    })
    .from(actorAliases)
    .where(eq(actorAliases.workspaceId, scope.workspaceId))
    .orderBy(asc(actorAliases.id))
  const byActor = Map.groupBy(aliases, (alias) => alias.actorId)
  return rows.map((row) => ({ ...row, aliases: (byActor.get(row.id) ?? []).map(({ actorId: _, ...alias }) => alias) }))
}

/** The themes of the workspace, siblings in their order: all but deleted and merged ones. */
export async function listThemes(db: Db, scope: Pick<Scope, 'workspaceId'>): Promise<Theme[]> {
  const { id, name, parentId, definition, include, exclude, examples, hotkey, hue, position, state } = themes
  return await db
    .select({ id, name, parentId, definition, include, exclude, examples, hotkey, hue, position, state })
    .from(themes)
    .where(and(eq(themes.workspaceId, scope.workspaceId), isNull(themes.deletedAt)))
    .orderBy(asc(themes.position), asc(themes.name), asc(themes.id))
}

/** What actors of the workspace can be, in order. */
export async function listKinds(db: Db, scope: Pick<Scope, 'workspaceId'>): Promise<ActorKind[]> {
  const { slug, name, glyph } = actorKinds
  return await db
    .select({ slug, name, glyph })
    .from(actorKinds)
    .where(eq(actorKinds.workspaceId, scope.workspaceId))
    .orderBy(asc(actorKinds.position), asc(slug))
}

/** For every merged actor and theme the one it was merged into, which may have been merged itself since; in order of ids. */
export async function readMergePointers(db: Db, scope: Pick<Scope, 'workspaceId'>): Promise<Record<string, string>> {
  const mergedIn = (table: typeof actors | typeof themes) =>
    db
      .select({ id: table.id, into: table.mergedInto })
      .from(table)
      .where(and(eq(table.workspaceId, scope.workspaceId), isNotNull(table.mergedInto)))
  const rows = await unionAll(mergedIn(actors), mergedIn(themes)).orderBy(asc(sql`id`))
  return Object.fromEntries(rows.map(({ id, into }) => [id, into as string]))
}

/** Actors and themes that were merged, by id: what stands for each of them now, also when that was merged again. */
export async function readMerged(db: Db, scope: Pick<Scope, 'workspaceId'>): Promise<Record<string, string>> {
  return followMerges(await readMergePointers(db, scope))
}

/** The version of the codebook: how many changes were made to it. */
export async function readCodebookVersion(db: Db, scope: Pick<Scope, 'workspaceId'>): Promise<number> {
  const [row] = await db
    .select({ version: max(codebookChanges.version) })
    .from(codebookChanges)
    .where(eq(codebookChanges.workspaceId, scope.workspaceId))
  return row?.version ?? 0
}

/** The whole codebook of the workspace. */
export async function readCodebook(db: Db, scope: Pick<Scope, 'workspaceId'>): Promise<Codebook> {
  return {
    version: await readCodebookVersion(db, scope),
    kinds: await listKinds(db, scope),
    actors: await listActors(db, scope),
    themes: await listThemes(db, scope),
    merged: await readMerged(db, scope),
  }
}
