import { showToast } from '#/components/ui/toast-store.ts'
import { t } from '#/lib/message/t.ts'
import type { ReaderModel } from './reader-model.ts'
import { selectAt, selectStatement } from './select-passage.ts'

/** Opens a statement with the keyboard in the field for a comment. */
export function startComment(model: ReaderModel, id: string): void {
  selectStatement(model, id)
  model.ui.set({ panels: true })
  model.talk.state.set({ composing: id })
}

/** C: a comment on the selected statement, or on the shortest one at the caret; says what is missing when there is none. */
export function commentHere(model: ReaderModel): boolean {
  if (!model.can('comment')) {
    showToast(t('Your role can read the comments but not add to them.'))
    return true
  }
  const { activeId } = model.ui.get()
  const caret = model.view?.state.selection
  if (activeId === null && caret) selectAt(model, caret.from)
  const { activeId: chosen } = model.ui.get()
  if (chosen === null) showToast(t('Select a statement first: comments belong to statements.'))
  else startComment(model, chosen)
  return true
}
