import type { Actor, Theme } from '#/lib/codebook/codebook.ts'
import { matchingIds } from '#/lib/codebook/match-names.ts'
import { nameFold } from '#/lib/codebook/name-fold.ts'
import { knownFold } from '#/lib/codebook/name-index.ts'
import { buildTree, flattenTree } from '#/lib/codebook/theme-tree.ts'
import type { CodebookView } from './codebook-view.ts'

/** A line of the codebook's tree. */
export interface CodebookRow {
  item: Actor | Theme
  level: number
  /** null: it has nothing below it. */
  expanded: boolean | null
  /** Only there because something below it matches the filter. */
  dimmed: boolean
}

/**
 * The visible lines of a tree from top to bottom. With a filter, everything that matches by name, other name or
 * definition, and what is above it; all of that open.
 * @param closed ids whose children are folded away; not looked at while filtering
 */
export function codebookRows(codebook: CodebookView, kind: 'actor' | 'theme', filter: string, closed: ReadonlySet<string>): CodebookRow[] {
  const items: readonly (Actor | Theme)[] = kind === 'actor' ? codebook.offered.actors : codebook.offered.themes
  const tree = buildTree(items)
  const matches = filter.trim() === '' ? null : matching(codebook, kind, filter)
  if (!matches)
    return flattenTree(tree, closed).map(({ item, level, children }) => ({
      item,
      level,
      expanded: children.length > 0 ? !closed.has(item.id) : null,
      dimmed: false,
    }))
  const byId = new Map(items.map((item) => [item.id, item]))
  const shown = new Set([...matches].flatMap((id) => [id, ...ancestors(byId, id)]))
  return flattenTree(tree)
    .filter(({ item }) => shown.has(item.id))
    .map(({ item, level, children }) => ({
      item,
      level,
      expanded: children.some((child) => shown.has(child.item.id)) || null,
      dimmed: !matches.has(item.id),
    }))
}

function matching(codebook: CodebookView, kind: 'actor' | 'theme', filter: string): Set<string> {
  const ids = matchingIds(codebook.names, filter)
  const wanted = nameFold(filter)
  const add = (id: string, meaning: string) => meaning !== '' && knownFold(meaning).includes(wanted) && ids.add(id)
  if (kind === 'actor') for (const { id, description } of codebook.offered.actors) add(id, description)
  else for (const { id, definition } of codebook.offered.themes) add(id, definition)
  return ids
}

/** What stands above an item, the nearest first. */
function ancestors(byId: ReadonlyMap<string, Actor | Theme>, id: string): string[] {
  const found: string[] = []
  for (let above = byId.get(id)?.parentId ?? null; above !== null && !found.includes(above); above = byId.get(above)?.parentId ?? null)
    found.push(above)
  return found
}
