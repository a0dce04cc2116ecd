/** Anything that nests by parent: themes, and actors. */
export interface Nested {
  id: string
  /** The item above, or null at the top. A parent that is not among the items counts as null. */
  parentId: string | null
}

export interface TreeNode<T extends Nested> {
  item: T
  /** 1 at the top, as `aria-level` counts. */
  level: number
  children: TreeNode<T>[]
}

/**
 * The forest of nested items. Siblings keep the order of `items`. Items whose parents form a ring are attached at the
 * top, so every item appears exactly once whatever the data.
 */
export function buildTree<T extends Nested>(items: readonly T[]): TreeNode<T>[] {
  const children = childrenOf(items)
  const seen = new Set<string>()
  const grow = (item: T, level: number): TreeNode<T> => {
    seen.add(item.id)
    const below = (children.get(item.id) ?? []).filter((child) => !seen.has(child.id))
    return { item, level, children: below.map((child) => grow(child, level + 1)) }
  }
  const roots = (children.get(null) ?? []).map((item) => grow(item, 1))
  for (const item of items) if (!seen.has(item.id)) roots.push(grow(item, 1))
  return roots
}

/** The nodes of a forest from top to bottom; the children of items in `closed` are left out. */
export function flattenTree<T extends Nested>(nodes: readonly TreeNode<T>[], closed?: ReadonlySet<string>): TreeNode<T>[] {
  const rows: TreeNode<T>[] = []
  const visit = (node: TreeNode<T>): void => {
    rows.push(node)
    if (!closed?.has(node.item.id)) node.children.forEach(visit)
  }
  nodes.forEach(visit)
  return rows
}

/** The ids of everything under `id`, without `id` itself. */
export function descendantIds(items: readonly Nested[], id: string): Set<string> {
  const children = childrenOf(items)
  const found = new Set<string>()
  const open = [id]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const child of children.get(at) ?? []) {
      if (found.has(child.id) || child.id === id) continue
      found.add(child.id)
      open.push(child.id)
    }
  }
  return found
}

/** The items from the top of the branch down to `id` itself; empty when `id` is unknown. */
export function pathOf<T extends Nested>(items: readonly T[], id: string): T[] {
  return pathIn(new Map(items.map((item) => [item.id, item])), id)
}

/** {@link pathOf} for callers that already hold the items by id. */
export function pathIn<T extends Nested>(byId: ReadonlyMap<string, T>, id: string): T[] {
  const path: T[] = []
  for (let item = byId.get(id); item && !path.includes(item); item = item.parentId === null ? undefined : byId.get(item.parentId))
    path.unshift(item)
  return path
}

/** Whether putting `id` under `parentId` would make it its own ancestor. */
export function wouldCycle(items: readonly Nested[], id: string, parentId: string | null): boolean {
  return parentId !== null && (parentId === id || descendantIds(items, id).has(parentId))
}

function childrenOf<T extends Nested>(items: readonly T[]): Map<string | null, T[]> {
  const known = new Set(items.map((item) => item.id))
  const children = new Map<string | null, T[]>()
  for (const item of items) {
    const parent = item.parentId !== null && known.has(item.parentId) ? item.parentId : null
    const siblings = children.get(parent)
    if (siblings) siblings.push(item)
    else children.set(parent, [item])
  }
  return children
}
