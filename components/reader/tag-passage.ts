import { TextSelection } from '@tiptap/pm/state'
import { showToast } from '#/components/ui/toast-store.ts'
import { addActor, createAnnotation, removeActor, removeTheme, setMemo, setTheme } from '#/lib/annotation/commands.ts'
import type { Annotation } from '#/lib/annotation/model.ts'
import { resolveId } from '#/lib/codebook/resolve-id.ts'
import { hintAt } from './actor-hints.ts'
import { type CapturedPassage, capturePassage } from './canonical-range.ts'
import { chipChanges, chipsOf, sameChips } from './chip-changes.ts'
import { clockTime } from './clock-time.ts'
import type { ReaderModel } from './reader-model.ts'
import type { CodebookItem } from './reader-state.ts'
import { selectStatement } from './select-passage.ts'
import { statementWords } from './statement-words.ts'
import { type DraftChip, defaultRole, EMPTY_DRAFT, isWorthKeeping, type TagDraft } from './tag-draft.ts'
import type { PositionRange } from './visible-range.ts'

/** How many items are remembered as used lately. */
const RECENT = 12

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
  model.ui.set({
    popover: { statementId: null, range: captured.range, draft, onMemo: false },
    activeId: null,
  })
  return true
}

/** Opens the popover on a known actor's name at the caret, with that actor in it; false when none stands there. */
export function openHint(model: ReaderModel): boolean {
  const { view } = model
  const hint = view?.state.selection.empty ? hintAt(model, view.state.selection.head) : undefined
  if (!view || !hint) return false
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, hint.from, hint.to)))
  const draft: TagDraft = { ...EMPTY_DRAFT, chips: [{ kind: 'actor', id: hint.actorId, role: defaultRole([]) }] }
  model.ui.set({ popover: { statementId: null, range: { from: hint.from, to: hint.to }, draft, onMemo: false }, activeId: null })
  return true
}

/** Opens the popover on a statement, with its tags as chips. */
export function openStatement(model: ReaderModel, id: string, onMemo = false): void {
  const passage = model.store.get(id)
  const range = model.rangeOf(id)
  if (!passage || !range || !model.can('tag')) return
  const memo = model.keptMemos.get(id) ?? savedMemo(model, passage.annotation)
  const draft: TagDraft = { ...EMPTY_DRAFT, chips: chipsOf(passage.annotation), memo, memoOpen: onMemo || memo !== '' }
  model.ui.set({ activeId: id, popover: { statementId: id, range, draft, onMemo } })
}

/** Closes the popover; a draft of a new statement, or a memo that was changed, is kept for the next time. */
export function closePopover(model: ReaderModel): void {
  const { popover } = model.ui.get()
  if (!popover) return
  const { statementId, draft } = popover
  if (statementId !== null) keepMemo(model, statementId, draft.memo)
  else if (isWorthKeeping(draft)) keepDraft(model, draft)
  model.ui.set({ popover: null })
  model.focusText()
}

function keepDraft(model: ReaderModel, draft: TagDraft): void {
  model.keptDraft = { ...draft, query: '' }
}

function keepMemo(model: ReaderModel, id: string, memo: string): void {
  const annotation = model.store.get(id)?.annotation
  if (annotation && memo.trim() !== savedMemo(model, annotation)) model.keptMemos.set(id, memo)
  else model.keptMemos.delete(id)
}

/** What this reader's own memo on a statement says; empty when there is none. */
function savedMemo(model: ReaderModel, { memos }: Annotation): string {
  return memos.find(({ by }) => by === model.identity.userId)?.text ?? ''
}

/** Saves what the popover holds; when what it was about is gone, says so and keeps the draft. */
export function savePopover(model: ReaderModel, draft: TagDraft, again = false): void {
  const { popover } = model.ui.get()
  if (!popover || !isWorthKeeping(draft)) return
  const { statementId, range } = popover
  const known = withoutDeleted(model, resolved(model, draft), statementId)
  if (known.chips.length < draft.chips.length) {
    const saved = isWorthKeeping(known)
    showToast(`Somebody deleted ${saved ? 'a tag you chose; the statement is saved without it' : 'the tag you chose. Choose another'}.`)
    if (!saved) {
      model.ui.set({ popover: { ...popover, draft: known } })
      return
    }
  }
  const isSaved = statementId === null ? createStatement(model, range, known, again) : changeStatement(model, statementId, known)
  if (!isSaved) {
    const gone = statementId === null ? 'These words are gone.' : 'This statement was deleted meanwhile.'
    showToast(`${gone} Your draft is kept: select words and press T.`)
    keepDraft(model, draft)
  } else if (statementId === null) model.keptDraft = null
  else model.keptMemos.delete(statementId)
  model.ui.set({ popover: null })
  caretAfter(model, popover.range)
  model.focusText()
}

/** The draft with what stands now for entries that were merged after they were chosen. */
function resolved(model: ReaderModel, draft: TagDraft): TagDraft {
  const { merged } = model.ui.get().codebook.book
  const chips = draft.chips.map((chip) => ({ ...chip, id: resolveId(merged, chip.id) }))
  return { ...draft, chips: chips.filter((chip, at) => !chips.slice(0, at).some((before) => sameChips([before], [chip]))) }
}

/** The draft without actors and themes that somebody deleted after they were chosen; what the statement had before stays. */
function withoutDeleted(model: ReaderModel, draft: TagDraft, statementId: string | null): TagDraft {
  const { codebook } = model.ui.get()
  const annotation = statementId === null ? undefined : model.store.get(statementId)?.annotation
  const before = new Set(annotation ? chipsOf(annotation).map(({ id }) => id) : [])
  const isThere = ({ kind, id }: DraftChip) => (kind === 'actor' ? codebook.actor(id) : codebook.theme(id)) !== undefined
  return { ...draft, chips: draft.chips.filter((chip) => before.has(chip.id) || isThere(chip)) }
}

/** Tags words with these chips; false when they were tagged just so already and `again` is not set, or are gone. */
function createStatement(
  model: ReaderModel,
  range: PositionRange,
  { chips, memo }: Pick<TagDraft, 'chips' | 'memo'>,
  again = false,
): boolean {
  const captured = capture(model, range)
  if (!captured || !model.can('tag')) return false
  const same = again ? undefined : sameStatement(model, captured, chips)
  if (same) {
    selectStatement(model, same.id, { scroll: false })
    const run = () => createStatement(model, range, { chips, memo }, true)
    showToast(`Already tagged ${clockTime(same.createdAt)}.`, { label: 'Tag again', run })
    return true
  }
  const { userId } = model.identity
  const id = createAnnotation(
    model.layer,
    {
      userId,
      runs: captured.runs,
      quote: captured.quote,
      actors: chips.flatMap((chip) => (chip.kind === 'actor' ? [{ actorId: chip.id, role: chip.role }] : [])),
      themes: chips.flatMap((chip) => (chip.kind === 'theme' ? [{ themeId: chip.id, stance: chip.stance }] : [])),
      ...(memo.trim() !== '' && { memo: memo.trim() }),
    },
    model.origin,
  )
  remember(model, chips)
  model.ui.set({ activeId: id, cards: 'statements' })
  announceTagged(model, id)
  return true
}

/** Makes a statement's tags and my memo what the draft says; one step for undo. False when it is gone. */
function changeStatement(model: ReaderModel, id: string, { chips, memo }: TagDraft): boolean {
  const passage = model.store.get(id)
  if (!passage) return false
  const { layer, origin } = model
  const { userId } = model.identity
  const { removed, added } = chipChanges(chipsOf(passage.annotation), chips)
  layer.transact(() => {
    for (const chip of removed) removeChip(model, id, chip)
    for (const chip of added) {
      if (chip.kind === 'actor') addActor(layer, id, chip.id, chip.role, userId, origin)
      else setStance(model, id, chip)
    }
    if (memo.trim() !== savedMemo(model, passage.annotation)) setMemo(layer, id, userId, memo.trim(), origin)
  }, origin)
  remember(model, added)
  announceTagged(model, id)
  return true
}

/** Takes a tag away: this reader's own, or everyone's when they may moderate. */
function removeChip(model: ReaderModel, id: string, chip: DraftChip): void {
  const { layer, origin, identity } = model
  if (chip.kind === 'actor') removeActor(layer, id, chip.id, chip.role, identity.userId, origin, model.reach())
  else removeTheme(layer, id, chip.id, identity.userId, origin, model.reach())
}

/** Sets a theme's stance in this reader's name; a moderator's word replaces the others'. */
export function setStance(model: ReaderModel, id: string, chip: Extract<DraftChip, { kind: 'theme' }>): void {
  const { layer, origin, identity } = model
  setTheme(layer, id, chip.id, chip.stance, identity.userId, origin, model.reach())
}

/** A click on an item of the codebook: adds it to the open popover, or tags the selected words with it. False when there are no words. */
export function applyItem(model: ReaderModel, item: CodebookItem): boolean {
  const { selection, popover } = model.ui.get()
  const chip = (chips: readonly DraftChip[]): DraftChip =>
    item.kind === 'actor' ? { kind: 'actor', id: item.id, role: defaultRole(chips) } : { kind: 'theme', id: item.id, stance: 'neutral' }
  if (popover) {
    const { chips } = popover.draft
    if (!chips.some(({ kind, id }) => kind === item.kind && id === item.id))
      model.ui.set({ popover: { ...popover, draft: { ...popover.draft, chips: [...chips, chip(chips)] } } })
    return true
  }
  if (!selection) return false
  if (createStatement(model, selection, { chips: [chip([])], memo: '' })) caretAfter(model, selection)
  return true
}

/** Tags the selected words as the last statement was. */
export function repeatLast(model: ReaderModel): boolean {
  const { selection } = model.ui.get()
  const mine = model.store.arrange().flatMap(({ passage }) => (passage.annotation.by === model.identity.userId ? [passage.annotation] : []))
  const last = mine.sort((a, b) => b.createdAt - a.createdAt)[0]
  if (!selection || !last) return false
  if (createStatement(model, selection, { chips: chipsOf(last), memo: '' })) caretAfter(model, selection)
  return true
}

function sameStatement(model: ReaderModel, captured: CapturedPassage, chips: readonly DraftChip[]): Annotation | undefined {
  const { from, to } = captured.range
  const { positions } = model.store
  return model.store
    .arrange()
    .map(({ passage }) => passage)
    .find(
      ({ row, annotation }) =>
        annotation.by === model.identity.userId &&
        positions.from[row] === from &&
        positions.to[row] === to &&
        sameChips(chipsOf(annotation), chips),
    )?.annotation
}

function capture(model: ReaderModel, range: PositionRange): CapturedPassage | null {
  return model.view && capturePassage(model.view.state.doc, model.source.text, range)
}

function remember(model: ReaderModel, chips: readonly DraftChip[]): void {
  const items = chips.map(({ kind, id }) => ({ kind, id }))
  const ids = new Set(items.map(({ id }) => id))
  model.ui.set({ recent: [...items, ...model.ui.get().recent.filter(({ id }) => !ids.has(id))].slice(0, RECENT) })
}

function announceTagged(model: ReaderModel, id: string): void {
  const passage = model.store.get(id)
  if (passage) model.announce(`Tagged: ${statementWords(passage.annotation, model.ui.get().codebook)}`)
}

function caretAfter(model: ReaderModel, { to }: PositionRange): void {
  const { view } = model
  if (!view) return
  const { doc, tr } = view.state
  view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(Math.min(to, doc.content.size)), -1)))
}
