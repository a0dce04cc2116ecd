import { showToast } from '#/components/ui/toast-store.ts'
import type { FactField } from '#/lib/annotation/model.ts'
import { resolveId } from '#/lib/codebook/resolve-id.ts'
import { t } from '#/lib/message/t.ts'
import { chipsOf, sameChips } from './chip-changes.ts'
import { factDraftOf, readFactDraft } from './fact-draft.ts'
import { tagIdentical } from './identical-words.ts'
import type { ReaderModel } from './reader-model.ts'
import type { CodebookItem, PopoverState } from './reader-state.ts'
import { recallRecent } from './recent-items.ts'
import { commitResize } from './resize-passage.ts'
import { capture, caretAfter, changeStatement, createStatement } from './save-statement.ts'
import { contentOf, NO_CONTENT, type StatementContent } from './statement-content.ts'
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

function keepDraft(model: ReaderModel, draft: TagDraft): void {
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

/** A field of the popover that cannot be read as it is, and why. */
export interface FieldProblem {
  field: FactField
  reason: string
}

/**
 * Saves what the popover holds; when what it was about is gone, says so and keeps the draft. A field that cannot be read
 * leaves it open: answers which.
 */
export function savePopover(model: ReaderModel, draft: TagDraft, again = false): FieldProblem | null {
  const { popover } = model.ui.get()
  if (!popover || !isWorthKeeping(draft)) return null
  const facts = readFactDraft(draft.facts)
  if (!facts.ok) return facts
  const { statementId, range, identical } = popover
  const before = { ...popover.before, chips: resolved(model, popover.before.chips) }
  const content: StatementContent = { chips: resolved(model, draft.chips), memo: draft.memo, facts: facts.values }
  const known = { ...content, chips: withoutDeleted(model, content.chips, before.chips) }
  if (known.chips.length < content.chips.length) {
    const left = { ...draft, chips: known.chips }
    const saved = isWorthKeeping(left)
    showToast(
      t('Somebody deleted {value}.', {
        value: saved ? t('a tag you chose; the statement is saved without it') : t('the tag you chose. Choose another'),
      }),
    )
    if (!saved) {
      model.ui.set({ popover: { ...popover, draft: left } })
      return null
    }
  }
  const isSaved = identical
    ? tagIdentical(model, identical, known)
    : statementId === null
      ? createStatement(model, range, known, again)
      : changeStatement(model, statementId, before, known)
  if (!isSaved) {
    const gone = statementId === null ? t('These words are gone.') : t('This statement was deleted meanwhile.')
    showToast(t('{gone} Your draft is kept: select words and press T.', { gone }))
    keepDraft(model, draft)
  } else if (statementId === null) model.keptDraft = null
  else model.keptNotes.delete(statementId)
  model.ui.set({ popover: null })
  caretAfter(model, popover.range)
  model.focusText()
  return null
}

/** The chips with what stands now for entries that were merged after they were chosen. */
function resolved(model: ReaderModel, given: readonly DraftChip[]): DraftChip[] {
  const { merged } = model.ui.get().codebook.book
  const chips = given.map((chip) => ({ ...chip, id: resolveId(merged, chip.id) }))
  return chips.filter((chip, at) => !chips.slice(0, at).some((before) => sameChips([before], [chip])))
}

/** The chips without actors and themes that somebody deleted after they were chosen; what the statement had before stays. */
function withoutDeleted(model: ReaderModel, chips: readonly DraftChip[], before: readonly DraftChip[]): DraftChip[] {
  const { codebook } = model.ui.get()
  const had = new Set(before.map(({ id }) => id))
  const isThere = ({ kind, id }: DraftChip) => (kind === 'actor' ? codebook.actor(id) : codebook.theme(id)) !== undefined
  return chips.filter((chip) => had.has(chip.id) || isThere(chip))
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
