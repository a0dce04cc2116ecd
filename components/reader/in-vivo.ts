import { showToast } from '#/components/ui/toast-store.ts'
import { cleanName, NAME_LIMIT } from '#/lib/codebook/clean-name.ts'
import { t } from '#/lib/message/t.ts'
import { createItem } from './create-item.ts'
import type { ReaderModel } from './reader-model.ts'
import { capture } from './save-statement.ts'
import { chipFor, openEmptyPopover, tagSelection } from './tag-passage.ts'

/** Makes a theme that is called what the selected words say, and tags them with it. False when there are none. */
export function tagInVivo(model: ReaderModel): boolean {
  const { selection } = model.ui.get()
  const range = selection && capture(model, selection)?.range
  if (!range || !model.can('tag') || !model.can('propose-codebook')) return false
  const words = model.words(range)
  const name = cleanName(words)
  if (name.length > NAME_LIMIT) {
    showToast(t('A theme has a name of at most {namelimit} characters. Select fewer words.', { namelimit: NAME_LIMIT }))
    return true
  }
  void createItem(model, 'theme', name, { words }).then((id) => {
    // The words may have been edited or deleted while the theme was made.
    if (id && model.words(range) === words) tagSelection(model, range, [chipFor({ kind: 'theme', id })])
    else if (id) showToast(t('The theme was made, but the words changed meanwhile. Select them again to tag them.'))
  })
  return true
}

/** Rows of the actors who are named in the passage; they stand before the recent tags. */
const NAMED_SHOWN = 5

/** Opens the popover with the last used tag highlighted. False when there are no words; says so when nothing was used yet. */
export function openRecent(model: ReaderModel): boolean {
  if (!openEmptyPopover(model)) return false
  const { popover, recent, codebook } = model.ui.get()
  const [last] = recent
  if (!popover || !last) {
    model.announce(t('No tag was used in this document yet.'))
    return true
  }
  const named = model.radar.actorsIn(popover.range).filter((id) => codebook.actor(id) && !codebook.isArchived(id))
  const shown = named.slice(0, NAMED_SHOWN)
  const at = last.kind === 'actor' && shown.includes(last.id) ? shown.indexOf(last.id) : shown.length
  model.ui.set({ popover: { ...popover, draft: { ...popover.draft, active: at } } })
  return true
}
