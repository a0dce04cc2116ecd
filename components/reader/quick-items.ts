import type { ReaderModel } from './reader-model.ts'
import type { CodebookItem, ReaderState } from './reader-state.ts'

const QUICK = 9

/**
 * The items behind the keys 1 to 9 for the codebook's open tab: the most used ones, in the order of the codebook, as
 * they were when the page opened, so that a key never changes its meaning while one works.
 */
export function quickItems(state: Pick<ReaderState, 'codebook' | 'panel'>, usesAtOpen: (id: string) => number): CodebookItem[] {
  const kind = state.panel === 'actors' ? 'actor' : 'theme'
  const items = state.panel === 'actors' ? state.codebook.book.actors : state.codebook.book.themes
  const most = [...items].sort((a, b) => usesAtOpen(b.id) - usesAtOpen(a.id)).slice(0, QUICK)
  return items.filter((item) => most.includes(item) && usesAtOpen(item.id) > 0).map(({ id }) => ({ kind, id }))
}

/** The item behind a key 1 to 9. */
export function quickItem(model: ReaderModel, key: number): CodebookItem | undefined {
  return quickItems(model.ui.get(), model.usesAtOpen)[key - 1]
}
