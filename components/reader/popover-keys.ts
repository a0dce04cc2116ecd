import type { KeyboardEvent } from 'react'
import type { PopoverOption } from './popover-options.ts'
import { type DraftAction, isWorthKeeping, type TagDraft } from './tag-draft.ts'

interface KeyContext {
  draft: TagDraft
  /** Index of the highlighted option; -1: none. */
  highlighted: number
  options: readonly PopoverOption[]
  dispatch: (action: DraftAction) => TagDraft
  choose: (option: PopoverOption) => Promise<TagDraft>
  save: (again?: boolean) => Promise<void>
  openDetails: () => void
}

/** The keys of the popover's field; true when the key was one of them. */
export function onPopoverKey(
  event: KeyboardEvent<HTMLInputElement>,
  { draft, highlighted, options, dispatch, choose, save, openDetails }: KeyContext,
): boolean {
  const { key, altKey, currentTarget } = event
  const active = options[highlighted]
  const atEnd = currentTarget.selectionStart === draft.query.length && currentTarget.selectionEnd === draft.query.length
  const digit = altKey ? /^Digit([1-4])$/.exec(event.code)?.[1] : undefined
  if (key === 'ArrowDown' && altKey) openDetails()
  else if (key === 'Tab' && !event.shiftKey && !altKey && createNext(highlighted, options) !== null)
    dispatch({ type: 'pointed', at: createNext(highlighted, options)! })
  else if (key === 'ArrowDown' || key === 'ArrowUp')
    dispatch({ type: 'moved', from: highlighted, by: key === 'ArrowDown' ? 1 : -1, count: options.length })
  else if (key === 'Enter' && (event.metaKey || event.ctrlKey)) void save(true)
  else if (key === 'Enter' && altKey) {
    const creation = active?.type === 'create' ? active : options.find(({ type }) => type === 'create')
    if (creation) void choose(creation)
  } else if (key === 'Enter') {
    // An untouched list under an empty field is an offer, not a choice: with chips there, Enter means "done".
    if (draft.query.trim() === '' && draft.active === null && isWorthKeeping(draft)) void save()
    else if (active) void choose(active)
  } else if (digit !== undefined && active?.type === 'item') dispatch({ type: 'picked', value: Number(digit) - 1 })
  else if (key === 'ArrowRight' && atEnd && active?.type === 'item' && !event.shiftKey) dispatch({ type: 'cycled', kind: active.kind })
  else if (key === 'Backspace' && draft.query === '' && draft.chips.length > 0) dispatch({ type: 'removedLast' })
  else return false
  return true
}

/** Where nothing matches, Tab chooses what is made of the words, theme or actor, before it goes on; null: it goes on. */
function createNext(highlighted: number, options: readonly PopoverOption[]): number | null {
  const isOnlyCreating = options.length > 0 && options.every(({ type }) => type === 'create')
  return isOnlyCreating && highlighted < options.length - 1 ? highlighted + 1 : null
}
