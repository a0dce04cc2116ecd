import { buildTree, flattenTree, type Nested, pathIn } from './theme-tree.ts'

/** One line of a list that shows a tree. */
export interface TreeRow<T> {
  item: T
  /** 1 at the top. */
  level: number
  /** Whether anything is below it (shown or not). */
  hasChildren: boolean
  /** Only there because something below it matches. */
  dimmed: boolean
}

interface TreeView<T> {
  /** Ids that match; absent: everything does. What is above a match is shown too, dimmed. */
  matches?: ReadonlySet<string>
  /** Ids whose children are hidden; ignored while there are `matches`. */
  closed?: ReadonlySet<string>
  /** Order of siblings; absent: as given. */
  compare?: (a: T, b: T) => number
}

/** The lines of a tree from top to bottom. */
export function treeRows<T extends Nested>(items: readonly T[], { matches, closed, compare }: TreeView<T>): TreeRow<T>[] {
  const byId = new Map(items.map((item) => [item.id, item]))
  const shown = matches && new Set([...matches].flatMap((id) => pathIn(byId, id).map((item) => item.id)))
  const kept = shown ? items.filter((item) => shown.has(item.id)) : items
  const parents = new Set(items.map((item) => item.parentId))
  return flattenTree(buildTree(compare ? kept.toSorted(compare) : kept), matches ? undefined : closed).map(({ item, level }) => ({
    item,
    level,
    hasChildren: parents.has(item.id),
    dimmed: matches !== undefined && !matches.has(item.id),
  }))
}
