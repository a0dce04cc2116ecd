import type { Theme } from '#/lib/codebook/codebook.ts'
import { themeHues } from '#/lib/codebook/theme-hue.ts'
import { descendantIds, pathIn } from '#/lib/codebook/theme-tree.ts'

/** The theme tree, ready to ask about many themes. */
export interface ThemeIndex {
  /** The theme's names from the top of the tree down; empty for a theme that is not in the tree. */
  path(id: string): string[]
  /** Base hue 1 to 12 in which it is shown. */
  hue(id: string): number
  /** All themes in the tree. */
  ids: readonly string[]
  /** The ids of a theme and all it is below, from the top down; empty for a theme that is not in the tree. */
  above(id: string): string[]
  /** The ids of a theme and everything below it; empty for a theme that is not in the tree. */
  below(id: string): string[]
}

/** @param themes the live themes of a workspace, siblings in their order */
export function indexThemes(themes: readonly Theme[]): ThemeIndex {
  const byId = new Map(themes.map((theme) => [theme.id, theme]))
  const hues = themeHues(themes)
  const paths = new Map(themes.map((theme) => [theme.id, pathIn(byId, theme.id)]))
  const path = (id: string) => paths.get(id) ?? []
  return {
    ids: [...byId.keys()],
    path: (id) => path(id).map((step) => step.name),
    above: (id) => path(id).map((step) => step.id),
    hue: (id) => hues.get(id)?.hue ?? 1,
    below: (id) => (byId.has(id) ? [id, ...descendantIds(themes, id)] : []),
  }
}
