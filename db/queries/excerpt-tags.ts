import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { actors } from '#/db/schema/codebook.ts'
import { excerptActors, excerptThemes } from '#/db/schema/excerpts.ts'
import type { Scope } from '#/db/scope.ts'
import { ROLES_IN_STATEMENT } from '#/lib/codebook/codebook.ts'
import type { ExcerptActor, ExcerptTheme } from '#/lib/excerpt/excerpt.ts'
import type { ThemeIndex } from '#/lib/excerpt/theme-index.ts'

interface Tags {
  actors: ExcerptActor[]
  themes: ExcerptTheme[]
}

/** The live actors and themes of some annotations: a look-up by annotation id, in the order in which they are shown. */
export async function tagsOf(db: Db, scope: Scope, tree: ThemeIndex, annotationIds: string[]): Promise<(annotationId: string) => Tags> {
  const byAnnotation = new Map<string, Tags>(annotationIds.map((id) => [id, { actors: [], themes: [] }]))
  if (annotationIds.length === 0) return () => ({ actors: [], themes: [] })
  // One list as one parameter: a thousand of them take the server longer to read than the rows.
  const ids = sql`any(${sql.param(annotationIds)}::uuid[])`
  const readActors = db
    .select({ annotationId: excerptActors.annotationId, role: excerptActors.role, id: actors.id, name: actors.name, kind: actors.kind })
    .from(excerptActors)
    .innerJoin(actors, eq(actors.id, excerptActors.actorId))
    .where(and(sql`${excerptActors.annotationId} = ${ids}`, eq(actors.workspaceId, scope.workspaceId), isNull(actors.deletedAt)))
  const readThemes = db
    .select({ annotationId: excerptThemes.annotationId, id: excerptThemes.themeId, stance: excerptThemes.stance })
    .from(excerptThemes)
    .where(and(sql`${excerptThemes.annotationId} = ${ids}`, eq(excerptThemes.workspaceId, scope.workspaceId)))
  const [actorRows, themeRows] = await Promise.all([readActors, readThemes])

  for (const { annotationId, ...actor } of actorRows) byAnnotation.get(annotationId)?.actors.push(actor)
  for (const { annotationId, id, stance } of themeRows) {
    const path = tree.path(id)
    if (path.length) byAnnotation.get(annotationId)?.themes.push({ id, path, hue: tree.hue(id), stance })
  }
  for (const tags of byAnnotation.values()) {
    tags.actors.sort((a, b) => ROLES_IN_STATEMENT.indexOf(a.role) - ROLES_IN_STATEMENT.indexOf(b.role) || compare(a.name, b.name))
    tags.themes.sort((a, b) => compare(a.path.join('\0'), b.path.join('\0')))
  }
  return (annotationId) => byAnnotation.get(annotationId) ?? { actors: [], themes: [] }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
