import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { actorAliases, actors, themes } from '#/db/schema/codebook.ts'
import type { Scope } from '#/db/scope.ts'
import type { Actor, Codebook, Theme } from '#/lib/codebook/codebook.ts'

/** The live actors of the workspace with their other names, by name. */
export async function listActors(db: Db, scope: Scope): Promise<Actor[]> {
  const rows = await db
    .select({
      id: actors.id,
      name: actors.name,
      kind: actors.kind,
      parentId: actors.parentId,
      description: actors.description,
      hue: actors.hue,
    })
    .from(actors)
    .where(and(eq(actors.workspaceId, scope.workspaceId), isNull(actors.deletedAt)))
    .orderBy(asc(actors.name), asc(actors.id))
  const aliases = await db
    .select({ actorId: actorAliases.actorId, name: actorAliases.name })
    .from(actorAliases)
    .where(eq(actorAliases.workspaceId, scope.workspaceId))
    .orderBy(asc(actorAliases.id))
  const byActor = Map.groupBy(aliases, (alias) => alias.actorId)
  return rows.map((row) => ({ ...row, aliases: (byActor.get(row.id) ?? []).map((alias) => alias.name) }))
}

/** The live themes of the workspace, siblings in their order. */
export async function listThemes(db: Db, scope: Scope): Promise<Theme[]> {
  return await db
    .select({
      id: themes.id,
      name: themes.name,
      parentId: themes.parentId,
      definition: themes.definition,
      hue: themes.hue,
      position: themes.position,
    })
    .from(themes)
    .where(and(eq(themes.workspaceId, scope.workspaceId), isNull(themes.deletedAt)))
    .orderBy(asc(themes.position), asc(themes.name), asc(themes.id))
}

/** All live actors and themes of the workspace. */
export async function readCodebook(db: Db, scope: Scope): Promise<Codebook> {
  return { actors: await listActors(db, scope), themes: await listThemes(db, scope) }
}
