import { buildTree, flattenTree } from '#/lib/codebook/theme-tree.ts'
import type { ReaderModel } from './reader-model.ts'
import type { CodebookItem, ReaderState } from './reader-state.ts'

const KEYS = [1, 2, 3, 4, 5, 6, 7, 8, 9]

/**
 * The items behind the keys 1 to 9. A theme with a key of its own has it, whatever tab is open. The other keys go to the most
 * used items of the codebook's open tab, in the order of the codebook, as they were when the page opened: so no key changes
 * its meaning while one works.
 */
export function quickItems(
  { codebook, panel }: Pick<ReaderState, 'codebook' | 'panel'>,
  usesAtOpen: (id: string) => number,
): ReadonlyMap<number, CodebookItem> {
  const { actors, themes } = codebook.offered
  const items = new Map<number, CodebookItem>()
  for (const { id, hotkey } of themes) if (hotkey !== null) items.set(hotkey, { kind: 'theme', id })
  const keyed = new Set([...items.values()].map(({ id }) => id))
  const free = KEYS.filter((key) => !items.has(key))
  const kind = panel === 'actors' ? 'actor' : 'theme'
  const open: readonly { id: string; parentId: string | null }[] = panel === 'actors' ? actors : themes
  const used = open.filter(({ id }) => usesAtOpen(id) > 0 && !keyed.has(id))
  const most = new Set(used.sort((a, b) => usesAtOpen(b.id) - usesAtOpen(a.id)).slice(0, free.length))
  const inOrder = flattenTree(buildTree(open)).filter(({ item }) => most.has(item))
  for (const [at, { item }] of inOrder.entries()) items.set(free[at]!, { kind, id: item.id })
  return items
}

/** The item behind a key 1 to 9. */
export function quickItem(model: ReaderModel, key: number): CodebookItem | undefined {
  return quickItems(model.ui.get(), model.usesAtOpen).get(key)
}
