import { chipsOf } from './chip-changes.ts'
import { factDraftOf } from './fact-draft.ts'
import type { ReaderModel } from './reader-model.ts'
import type { CodebookItem, PopoverState } from './reader-state.ts'
import { recallRecent } from './recent-items.ts'
import { commitResize } from './resize-passage.ts'
import { capture, caretAfter, createStatement } from './save-statement.ts'
import { contentOf, NO_CONTENT } from './statement-content.ts'
import { type DraftChip, defaultRole, EMPTY_DRAFT, isWorthKeeping, type TagDraft } from './tag-draft.ts'
import type { PositionRange } from './visible-range.ts'

/** Opens the popover for the selected words, with the draft that was left there last; false when there are none or tagging is not allowed. */
export function openPopover(model: ReaderModel): boolean {
  return openOnSelection(model, model.keptDraft ?? EMPTY_DRAFT)
}

/** Opens an empty popover for the selected words. A draft that was left stays for {@link openPopover}. */
export function openEmptyPopover(model: ReaderModel): boolean {
  return openOnSelection(model, EMPTY_DRAFT)
}

function openOnSelection(model: ReaderModel, draft: TagDraft): boolean {
  const { selection } = model.ui.get()
  const captured = selection && capture(model, selection)
  if (!model.can('tag') || !captured) return false
  recallRecent(model)
  openNew(model, captured.range, draft)
  return true
}

/** Opens the popover for a new statement on some words. */
export function openNew(model: ReaderModel, range: PositionRange, draft: TagDraft, given: Partial<PopoverState> = {}): void {
  model.ui.set({
    activeId: null,
    popover: { statementId: null, range, draft, before: NO_CONTENT, opensOn: 'tags', identical: null, ...given },
  })
}

/** Opens the popover on a statement, with what it says in the fields. */
export function openStatement(model: ReaderModel, id: string, opensOn: PopoverState['opensOn'] = 'tags'): void {
  commitResize(model)
  const passage = model.store.get(id)
  const range = model.rangeOf(id)
  if (!passage || !range || !model.can('tag')) return
  const before = contentOf(passage.annotation, model.identity.userId)
  const { memo, facts } = model.keptNotes.get(id) ?? { memo: before.memo, facts: factDraftOf(before.facts) }
  const draft: TagDraft = {
    ...EMPTY_DRAFT,
    chips: [...before.chips],
    memo,
    memoOpen: opensOn === 'memo' || memo !== '',
    facts,
    detailsOpen: opensOn === 'details',
  }
  model.ui.set({ activeId: id, popover: { statementId: id, range, draft, before, opensOn, identical: null } })
}

/** Closes the popover; a draft of a new statement, or a memo or facts that were changed, are kept for the next time. */
export function closePopover(model: ReaderModel): void {
  const { popover } = model.ui.get()
  if (!popover) return
  const { statementId, draft } = popover
  if (statementId !== null) keepNotes(model, statementId, popover)
  else if (isWorthKeeping(draft)) keepDraft(model, draft)
  model.ui.set({ popover: null })
  model.focusText()
}

/** Keeps what the popover holds for the next new statement. */
export function keepDraft(model: ReaderModel, draft: TagDraft): void {
  model.keptDraft = { ...draft, query: '' }
}

function keepNotes(model: ReaderModel, id: string, popover: PopoverState): void {
  const changed = changedNotes(popover)
  if (model.store.get(id) && changed) model.keptNotes.set(id, changed)
  else model.keptNotes.delete(id)
}

/** The memo and facts of the popover when they are others than the statement had; null when they are not. */
export function changedNotes({ draft: { memo, facts }, before }: PopoverState): Pick<TagDraft, 'memo' | 'facts'> | null {
  const isChanged = memo.trim() !== before.memo || JSON.stringify(facts) !== JSON.stringify(factDraftOf(before.facts))
  return isChanged ? { memo, facts } : null
}

/** The chip an item of the codebook becomes beside others: an actor in the first role that is free, a theme neutral. */
export function chipFor({ kind, id }: CodebookItem, chips: readonly DraftChip[] = []): DraftChip {
  return kind === 'actor' ? { kind, id, role: defaultRole(chips) } : { kind, id, stance: 'neutral' }
}

/** A click on an item of the codebook: adds it to the open popover, or tags the selected words with it. False when there are no words. */
export function applyItem(model: ReaderModel, item: CodebookItem): boolean {
  const { selection, popover } = model.ui.get()
  if (popover) {
    const { chips } = popover.draft
    if (!chips.some(({ kind, id }) => kind === item.kind && id === item.id))
      model.ui.set({ popover: { ...popover, draft: { ...popover.draft, chips: [...chips, chipFor(item, chips)] } } })
    return true
  }
  if (!selection) return false
  tagSelection(model, selection, [chipFor(item)])
  return true
}

/** Tags the selected words as the last statement was. */
export function repeatLast(model: ReaderModel): boolean {
  const { selection } = model.ui.get()
  const mine = model.store.anchored().flatMap(({ annotation }) => (annotation.by === model.identity.userId ? [annotation] : []))
  const last = mine.sort((a, b) => b.createdAt - a.createdAt)[0]
  const chips = last ? chipsOf(last).filter(({ id }) => !model.ui.get().codebook.isArchived(id)) : []
  if (!selection || chips.length === 0) return false
  tagSelection(model, selection, chips)
  return true
}

/** Tags words at once, without asking. */
export function tagSelection(model: ReaderModel, range: PositionRange, chips: readonly DraftChip[]): void {
  if (createStatement(model, range, { ...NO_CONTENT, chips })) caretAfter(model, range)
}
