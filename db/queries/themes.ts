import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Db } from '#/db/client.ts'
import { themes } from '#/db/schema/codebook.ts'
import type { Scope } from '#/db/scope.ts'
import type { Theme } from '#/lib/codebook/codebook.ts'
import type { ThemePlace } from '#/lib/codebook/theme-places.ts'

/** Adds a theme. */
export async function insertTheme(db: Db, scope: Scope, theme: Theme): Promise<void> {
  await db.insert(themes).values({ ...theme, workspaceId: scope.workspaceId, createdBy: scope.userId })
}

/** Writes columns of a live theme. */
export async function changeTheme(db: Db, scope: Scope, id: string, columns: Partial<Omit<Theme, 'id'>>): Promise<void> {
  await db
    .update(themes)
    .set({ ...columns, updatedAt: new Date() })
    .where(and(eq(themes.workspaceId, scope.workspaceId), eq(themes.id, id), isNull(themes.deletedAt)))
}

/** Writes where themes stand. */
export async function writeThemePlaces(db: Db, scope: Scope, places: readonly ThemePlace[]): Promise<void> {
  for (const { id, parentId, position, hue } of places) await changeTheme(db, scope, id, { parentId, position, hue })
}

/** Marks a theme deleted. Its place stays written, for {@link unmarkThemeDeleted}. */
export async function markThemeDeleted(db: Db, scope: Scope, id: string): Promise<void> {
  await db
    .update(themes)
    .set({ deletedAt: new Date() })
    .where(and(eq(themes.workspaceId, scope.workspaceId), eq(themes.id, id), isNull(themes.deletedAt)))
}

/** A deleted theme; undefined when there is none. */
export async function readDeletedTheme(db: Db, scope: Scope, id: string): Promise<Theme | undefined> {
  const { name, parentId, definition, include, exclude, examples, hotkey, hue, position, state } = themes
  const rows = await db
    .select({ id: themes.id, name, parentId, definition, include, exclude, examples, hotkey, hue, position, state })
    .from(themes)
    .where(and(eq(themes.workspaceId, scope.workspaceId), eq(themes.id, id), isNotNull(themes.deletedAt), isNull(themes.mergedInto)))
  return rows[0]
}

/** Brings a deleted theme back at a place, with a key that must be free. */
export async function unmarkThemeDeleted(
  db: Db,
  scope: Scope,
  id: string,
  { parentId, position, hue, hotkey }: ThemePlace & Pick<Theme, 'hotkey'>,
): Promise<void> {
  await db
    .update(themes)
    .set({ parentId, position, hue, hotkey, deletedAt: null, updatedAt: new Date() })
    .where(and(eq(themes.workspaceId, scope.workspaceId), eq(themes.id, id)))
}
