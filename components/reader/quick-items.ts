import { buildTree, flattenTree } from '#/lib/codebook/theme-tree.ts'
import type { ReaderModel } from './reader-model.ts'
import type { CodebookItem, ReaderState } from './reader-state.ts'

const QUICK = 9

/**
 * The items behind the keys 1 to 9 for the codebook's open tab: the most used ones, in the order of the codebook, as
 * they were when the page opened, so that a key never changes its meaning while one works.
 */
export function quickItems(state: Pick<ReaderState, 'codebook' | 'panel'>, usesAtOpen: (id: string) => number): CodebookItem[] {
  const kind = state.panel === 'actors' ? 'actor' : 'theme'
  const items: readonly { id: string; parentId: string | null }[] =
    state.panel === 'actors' ? state.codebook.book.actors : state.codebook.book.themes
  const used = items.filter(({ id }) => usesAtOpen(id) > 0)
  const most = new Set([...used].sort((a, b) => usesAtOpen(b.id) - usesAtOpen(a.id)).slice(0, QUICK))
  return flattenTree(buildTree(items)).flatMap(({ item }) => (most.has(item) ? [{ kind, id: item.id }] : []))
}

/** The item behind a key 1 to 9. */
export function quickItem(model: ReaderModel, key: number): CodebookItem | undefined {
  return quickItems(model.ui.get(), model.usesAtOpen)[key - 1]
}
