import { goTo } from '#/components/keyboard/go-to.ts'
import { showToast } from '#/components/ui/toast-store.ts'
import { t } from '#/lib/message/t.ts'
import { neighbourDocument } from '#/server/actions/search.ts'
import type { ReaderModel } from './reader-model.ts'

/** Opens the document that was added after (1) or before (-1) this one; says so when there is none. */
export function goToDocument(model: ReaderModel, by: 1 | -1): boolean {
  const { workspaceId, documentId } = model.identity
  neighbourDocument(workspaceId, documentId, by).then(
    (id) => {
      if (id) goTo(`/w/${workspaceId}/documents/${id}`)
      else showToast(by === 1 ? t('This is the last document.') : t('This is the first document.'))
    },
    () => showToast(t('The other document could not be found: the server did not answer. Try again when you are online.')),
  )
  return true
}
