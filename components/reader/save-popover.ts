import { showToast } from '#/components/ui/toast-store.ts'
import type { FactField } from '#/lib/annotation/model.ts'
import { resolveId } from '#/lib/codebook/resolve-id.ts'
import { t } from '#/lib/message/t.ts'
import { sameChips } from './chip-changes.ts'
import { tagIdentical } from './identical-words.ts'
import { readFactDraft } from './read-fact-draft.ts'
import type { ReaderModel } from './reader-model.ts'
import { caretAfter, changeStatement, createStatement } from './save-statement.ts'
import type { StatementContent } from './statement-content.ts'
import { type DraftChip, isWorthKeeping, type TagDraft } from './tag-draft.ts'
import { keepDraft } from './tag-passage.ts'

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
