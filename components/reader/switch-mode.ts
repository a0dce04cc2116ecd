import { showToast } from '#/components/ui/toast-store.ts'
import { t } from '#/lib/message/t.ts'
import type { ReaderModel } from './reader-model.ts'
import type { ReaderMode } from './reader-state.ts'
import { commitResize } from './resize-passage.ts'
import { closePopover } from './tag-passage.ts'

/** Goes to Tag or Edit mode, when the role and the state of the connection allow it. Scroll and selection stay. */
export function switchMode(model: ReaderModel, mode: ReaderMode): boolean {
  const { ready, mode: current } = model.ui.get()
  if (mode === current) return true
  if (mode === 'edit' && !model.can('edit-text')) {
    showToast(
      model.can('tag')
        ? t('You can read and tag here. Ask an owner to make you an editor.')
        : t('You can read here. Ask an owner to make you an editor.'),
    )
    return false
  }
  if (mode === 'edit' && !ready) {
    showToast(t('The text can be edited once it has been loaded from the server.'))
    return false
  }
  closePopover(model)
  commitResize(model)
  model.ui.set({ mode, resizing: null, armed: null })
  model.announce(mode === 'edit' ? t('Edit mode. Keys type.') : t('Tag mode. Keys are shortcuts.'))
  model.focusText()
  return true
}
