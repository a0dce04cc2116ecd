import type { Theme } from '#/lib/codebook/codebook.ts'
import { nameFold } from '#/lib/codebook/name-fold.ts'

/** Ids of the themes whose name or definition contains what was typed; undefined when nothing was. */
export function themeMatches(themes: readonly Theme[], typed: string): Set<string> | undefined {
  const query = nameFold(typed)
  if (!query) return undefined
  return new Set(themes.filter((theme) => nameFold(`${theme.name} ${theme.definition}`).includes(query)).map((theme) => theme.id))
}
