import { codeWord } from '#/lib/annotation/code-word.ts'
import { ROLES_IN_STATEMENT } from '#/lib/codebook/codebook.ts'
import { resolveId } from '#/lib/codebook/resolve-id.ts'
import { t } from '#/lib/message/t.ts'
import type { ReaderModel } from './reader-model.ts'
import type { CodebookItem } from './reader-state.ts'
import { type DraftChip, OFFERED_STANCES } from './tag-draft.ts'
import { chipFor, closePopover, tagSelection } from './tag-passage.ts'

/** Arms a tag, so that every selection gets it at once; the same tag again puts it down. */
export function armTag(model: ReaderModel, item: CodebookItem): void {
  if (!model.can('tag')) return
  if (model.ui.get().armed?.id === item.id) {
    disarm(model)
    return
  }
  closePopover(model)
  model.ui.set({ armed: chipFor(item) })
  model.announce(
    t('Armed: {model}. Words you select with the mouse are tagged at once; with the keyboard, press Q. Escape stops.', {
      model: armedName(model),
    }),
  )
}

/** Selections open the popover again. */
export function disarm(model: ReaderModel): void {
  model.ui.set({ armed: null })
  model.announce(t('No tag is armed.'))
}

/** Goes to the next role or stance of the armed tag. */
export function turnArmed(model: ReaderModel): void {
  const { armed } = model.ui.get()
  if (!armed) return
  const next = <T>(values: readonly T[], value: T): T => values[(values.indexOf(value) + 1) % values.length]!
  if (armed.kind === 'actor') model.ui.set({ armed: { ...armed, role: next(ROLES_IN_STATEMENT, armed.role) } })
  else model.ui.set({ armed: { ...armed, stance: next(OFFERED_STANCES, armed.stance) } })
  model.announce(t('Armed: {model}', { model: armedName(model) }))
}

/** Tags the selected words with the armed tag; false when none is armed or no words are selected. */
export function tagWithArmed(model: ReaderModel): boolean {
  const { selection, codebook } = model.ui.get()
  const chip = armedNow(model)
  if (!selection || !chip) return false
  if ((chip.kind === 'actor' ? codebook.actor(chip.id) : codebook.theme(chip.id)) === undefined) {
    disarm(model)
    return false
  }
  tagSelection(model, selection, [chip])
  return true
}

/** The armed tag, or what it was merged into since. */
function armedNow(model: ReaderModel): DraftChip | null {
  const { armed, codebook } = model.ui.get()
  return armed && { ...armed, id: resolveId(codebook.book.merged, armed.id) }
}

/** The armed tag in words: "Hotline, supports". */
export function armedName(model: ReaderModel): string {
  const { codebook } = model.ui.get()
  const chip = armedNow(model)
  if (!chip) return ''
  return chip.kind === 'actor'
    ? `${codebook.actorName(chip.id)}, ${codeWord(chip.role)}`
    : `${codebook.themeName(chip.id)}, ${codeWord(chip.stance)}`
}
