import { TextSelection } from '@tiptap/pm/state'
import type * as Y from 'yjs'
import { showToast } from '#/components/ui/toast-store.ts'
import { addActor, createAnnotation, removeActor, removeTheme, setFact, setMemo, setTheme } from '#/lib/annotation/commands.ts'
import type { Annotation, FactField } from '#/lib/annotation/model.ts'
import { t } from '#/lib/message/t.ts'
import { type CapturedPassage, capturePassage } from './canonical-range.ts'
import { chipChanges, chipsOf, sameChips } from './chip-changes.ts'
import { clockTime } from './clock-time.ts'
import { type FactDraft, type FactValues, factChanges } from './fact-draft.ts'
import type { ReaderModel } from './reader-model.ts'
import { remember } from './recent-items.ts'
import { selectStatement } from './select-passage.ts'
import type { StatementContent } from './statement-content.ts'
import { statementInFull } from './statement-words.ts'
import type { DraftChip } from './tag-draft.ts'
import type { PositionRange } from './visible-range.ts'

/** Tags words with this; false when they were tagged just so already and `again` is not set, or are gone. */
export function createStatement(model: ReaderModel, range: PositionRange, content: StatementContent, again = false): boolean {
  const captured = capture(model, range)
  if (!captured || !model.can('tag')) return false
  const same = again ? undefined : sameStatement(model, captured.range, content)
  if (same) {
    selectStatement(model, same.id, { scroll: false })
    const run = () => createStatement(model, range, content, true)
    showToast(t('Already tagged {createdAt}.', { createdAt: clockTime(same.createdAt) }), { label: t('Tag again'), run })
    return true
  }
  const id = writeStatement(model, model.layer, captured, content)
  remember(model, content.chips)
  model.ui.set({ activeId: id, cards: 'statements' })
  announceTagged(model, id)
  return true
}

/** Writes a new statement of this reader into a layer. Returns its id. */
export function writeStatement(
  model: ReaderModel,
  layer: Y.Doc,
  { runs, quote }: CapturedPassage,
  { chips, memo, facts }: StatementContent,
): string {
  return createAnnotation(
    layer,
    {
      userId: model.identity.userId,
      runs,
      quote,
      actors: chips.flatMap((chip) => (chip.kind === 'actor' ? [{ actorId: chip.id, role: chip.role }] : [])),
      themes: chips.flatMap((chip) => (chip.kind === 'theme' ? [{ themeId: chip.id, stance: chip.stance }] : [])),
      ...(memo.trim() !== '' && { memo: memo.trim() }),
      facts,
    },
    model.origin,
  )
}

/**
 * Writes what was changed in a statement between `before` and `after`, and nothing else, so that what others changed in it
 * meanwhile stays; one step for undo. False when it is gone.
 */
export function changeStatement(model: ReaderModel, id: string, before: StatementContent, after: StatementContent): boolean {
  const passage = model.store.get(id)
  if (!passage) return false
  const { layer, origin } = model
  const { userId } = model.identity
  const { removed, added } = chipChanges(before.chips, after.chips)
  const facts = model.mayChange(passage) ? factChanges(before.facts, after.facts) : {}
  layer.transact(() => {
    for (const chip of removed) removeChip(model, id, chip)
    for (const chip of added) {
      if (chip.kind === 'actor') addActor(layer, id, chip.id, chip.role, userId, origin)
      else setStance(model, id, chip)
    }
    for (const [field, value] of Object.entries(facts)) setFact(layer, id, field as FactField, value, userId, origin)
    if (after.memo.trim() !== before.memo) setMemo(layer, id, userId, after.memo.trim(), origin)
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

/** This reader's statement on just these words with just these tags, if there is one. A memo or facts make another statement of them. */
export function sameStatement(model: ReaderModel, { from, to }: PositionRange, content: NotedChips): Annotation | undefined {
  const { chips } = content
  if (chips.length === 0 || hasNotes(content)) return undefined
  const { positions } = model.store
  return model.store
    .anchored()
    .find(
      ({ row, annotation }) =>
        annotation.by === model.identity.userId &&
        positions.from[row] === from &&
        positions.to[row] === to &&
        sameChips(chipsOf(annotation), chips),
    )?.annotation
}

/** What decides whether a statement is one of chips alone: a draft, or what is to be saved. */
type NotedChips = Pick<StatementContent, 'chips' | 'memo'> & { facts: FactDraft | FactValues }

function hasNotes({ memo, facts }: NotedChips): boolean {
  return memo.trim() !== '' || Object.values(facts).some((value) => value.length > 0)
}

export function capture(model: ReaderModel, range: PositionRange): CapturedPassage | null {
  return model.view && capturePassage(model.view.state.doc, model.source.text, range)
}

function announceTagged(model: ReaderModel, id: string): void {
  const passage = model.store.get(id)
  if (passage) model.announce(t('Tagged: {annotation}', { annotation: statementInFull(passage.annotation, model.ui.get().codebook) }))
}

/** Puts the caret behind words, so that reading goes on from there. */
export function caretAfter(model: ReaderModel, { to }: PositionRange): void {
  const { view } = model
  if (!view) return
  const { doc, tr } = view.state
  view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(Math.min(to, doc.content.size)), -1)))
}
