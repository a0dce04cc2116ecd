import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { ReaderModel } from './reader-model.ts'
import { sentenceAt, widenRange } from './widen-range.ts'

/** Widens the selection to whole words, then to the sentence, then to the paragraph; false when it cannot be wider. */
export function widenSelection({ view }: ReaderModel): boolean {
  if (!view) return false
  const { selection, doc, tr } = view.state
  const { $from, $to } = selection
  const block = $from.parent
  if (!block.isTextblock || $to.parent !== block) return false
  const start = $from.start()
  const wider = widenRange(wordsOf(block), selection.from - start, selection.to - start)
  if (wider) view.dispatch(tr.setSelection(TextSelection.create(doc, start + wider[0], start + wider[1])))
  return wider !== null
}

/**
 * What clicking on and on selects, after the browser's own word at the second: the sentence at the third, the paragraph at
 * the fourth. False for fewer clicks, and where there is no paragraph.
 */
export function selectByClicks(view: EditorView, event: MouseEvent): boolean {
  if (event.detail < 3 || event.button !== 0) return false
  const place = view.posAtCoords({ left: event.clientX, top: event.clientY })
  if (!place) return false
  const { doc, tr } = view.state
  const $place = doc.resolve(place.pos)
  const block = $place.parent
  if (!block.isTextblock || block.content.size === 0) return false
  const [from, to] = event.detail === 3 ? sentenceAt(wordsOf(block), $place.parentOffset) : [0, block.content.size]
  view.focus()
  view.dispatch(tr.setSelection(TextSelection.create(doc, $place.start() + from, $place.start() + to)))
  return true
}

function wordsOf(block: ProseMirrorNode): string {
  return block.textBetween(0, block.content.size, '\n', ' ')
}
