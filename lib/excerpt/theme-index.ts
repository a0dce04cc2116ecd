import type { Theme } from '#/lib/codebook/codebook.ts'

/** The theme tree, ready to ask about many themes. */
export interface ThemeIndex {
  /** The theme's names from the top of the tree down; empty for a theme that is not in the tree. */
  path(id: string): string[]
  /** Base hue 1 to 12: its own or the nearest above it that has one; without any, by the branch's place among the branches. */
  hue(id: string): number
  /** The ids of a theme and everything below it; empty for a theme that is not in the tree. */
  below(id: string): string[]
}

type Node = Pick<Theme, 'id' | 'name' | 'parentId' | 'hue'>

const HUES = 12

/** Builds the index of a workspace's live themes. A parent that is missing, or a circle, ends a path: the theme counts as a branch. */
export function indexThemes(themes: readonly Node[]): ThemeIndex {
  const byId = new Map(themes.map((theme) => [theme.id, theme]))
  const children = new Map<string, string[]>()
  for (const { id, parentId } of themes) {
    if (parentId === null) continue
    const siblings = children.get(parentId)
    if (siblings) siblings.push(id)
    else children.set(parentId, [id])
  }
  const branches = themes.filter((theme) => theme.parentId === null || !byId.has(theme.parentId)).map((theme) => theme.id)

  /** From the theme itself up to its branch. */
  const climb = (id: string): Node[] => {
    const seen = new Set<Node>()
    for (let node = byId.get(id); node && !seen.has(node); node = node.parentId === null ? undefined : byId.get(node.parentId))
      seen.add(node)
    return [...seen]
  }
  const paths = new Map<string, string[]>()
  return {
    path(id) {
      const known = paths.get(id)
      if (known) return known
      const path = climb(id)
        .map((node) => node.name)
        .reverse()
      paths.set(id, path)
      return path
    },
    hue(id) {
      const line = climb(id)
      const own = line.find((node) => node.hue !== null)?.hue
      return own ?? (Math.max(0, branches.indexOf(line.at(-1)?.id ?? '')) % HUES) + 1
    },
    below(id) {
      if (!byId.has(id)) return []
      const found = new Set([id])
      for (const next of found) for (const child of children.get(next) ?? []) found.add(child)
      return [...found]
    },
  }
}
