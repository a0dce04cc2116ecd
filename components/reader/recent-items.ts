import { chipsOf } from './chip-changes.ts'
import type { ReaderModel } from './reader-model.ts'
import type { CodebookItem } from './reader-state.ts'
import type { DraftChip } from './tag-draft.ts'

/** How many items are remembered as used lately. */
const RECENT = 12

/** Puts what was just used at the head of the recent items. */
export function remember(model: ReaderModel, chips: readonly DraftChip[]): void {
  model.ui.set({ recent: joined(chips, model.ui.get().recent) })
}

const recalled = new WeakSet<ReaderModel>()

/** Puts what this reader's statements of earlier visits used behind what was used in this one; once, before recent items are offered. */
export function recallRecent(model: ReaderModel): void {
  if (recalled.has(model)) return
  recalled.add(model)
  const { userId } = model.identity
  const own = model.store.all().filter(({ by }) => by === userId)
  const latest = own.sort((a, b) => b.createdAt - a.createdAt).slice(0, RECENT)
  model.ui.set({ recent: joined(model.ui.get().recent, latest.flatMap(chipsOf)) })
}

/** Both, the first ones first, each item once. */
function joined(first: readonly CodebookItem[], then: readonly CodebookItem[]): CodebookItem[] {
  const items = new Map<string, CodebookItem>()
  for (const { kind, id } of [...first, ...then]) if (!items.has(id)) items.set(id, { kind, id })
  return [...items.values()].slice(0, RECENT)
}
