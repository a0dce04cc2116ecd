import { dismissToast } from '#/components/ui/toast-store.ts'
import { counted } from '#/lib/counted.ts'
import { t } from '#/lib/message/t.ts'
import type { ReaderModel } from './reader-model.ts'
import { showUndoToast } from './undo-toast.ts'

/** Anchors are settled when nobody has typed for so long, ms. */
const QUIET_MS = 350
/** And then in an idle moment, at the latest after so long, ms. */
const AT_LATEST_MS = 1_500

/**
 * After edits, positions only follow by shifting; this settles them from the anchors in idle time, so that what every
 * client shows is the same. Says so when words this person deleted leave statements without any. Returns how to stop.
 */
export function settleAnchors(model: ReaderModel): () => void {
  const { editor, store } = model
  if (!editor) return () => {}
  let timer: ReturnType<typeof setTimeout> | undefined
  let idle: number | undefined
  let mine = false
  /** What was said about statements that were detached, and how many were before. */
  let said: { toast: number; before: number } | null = null

  const settle = () => {
    if (editor.isDestroyed) return
    if (editor.view.composing) return later()
    const before = store.orphans().length
    store.resolve(editor.state.doc)
    const lost = store.orphans().length - before
    // Their words are back: what was said about them is no longer so.
    if (said && before + lost <= said.before) dismissToast(said.toast)
    if (mine && lost > 0)
      said = { toast: showUndoToast(model, t('{statements} detached.', { statements: counted(lost, 'statement') })), before }
    mine = false
  }
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (typeof requestIdleCallback === 'undefined') settle()
      else idle = requestIdleCallback(settle, { timeout: AT_LATEST_MS })
    }, QUIET_MS)
  }
  const onTransaction = ({ transaction }: { transaction: { docChanged: boolean; getMeta: (key: string) => unknown } }) => {
    if (!transaction.docChanged) return
    // The binding marks what it brings in as no history of this editor.
    if (transaction.getMeta('addToHistory') !== false) mine = true
    later()
  }
  editor.on('transaction', onTransaction)
  // Words may arrive after the statements about them; what came in between is settled now.
  later()
  return () => {
    clearTimeout(timer)
    if (idle !== undefined) cancelIdleCallback(idle)
    editor.off('transaction', onTransaction)
  }
}
