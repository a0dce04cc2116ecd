import { goTo } from '#/components/keyboard/go-to.ts'
import { showToast } from '#/components/ui/toast-store.ts'
import { nextInReadingOrder } from '#/components/workspace/reading-order.ts'
import { t } from '#/lib/message/t.ts'
import { neighbourDocument } from '#/server/actions/search.ts'
import type { ReaderModel } from './reader-model.ts'

/**
 * Opens the document after (1) or before (-1) this one in the list that was seen last, or, without such a list, in the order they were
 * added in; says so when there is none.
 */
export function goToDocument(model: ReaderModel, by: 1 | -1): boolean {
  const { workspaceId, documentId } = model.identity
  const listed = nextInReadingOrder(workspaceId, documentId, by)
  const neighbour = listed === undefined ? neighbourDocument(workspaceId, documentId, by) : Promise.resolve(listed)
  neighbour.then(
    (id) => {
      if (id) goTo(`/w/${workspaceId}/documents/${id}`)
      else showToast(by === 1 ? t('This is the last document.') : t('This is the first document.'))
    },
    () => showToast(t('The other document could not be found: the server did not answer. Try again when you are online.')),
  )
  return true
}
