import type { EditorView } from '@tiptap/pm/view'
import type { AnnotationStore } from './annotation-store.ts'
import type { PlacedPassage } from './page-painter.ts'
import type { PositionRange } from './visible-range.ts'

/** Where the passages of a range stand, whole px from the top of the column. A passage that reaches beyond the range is measured up to its edge. */
export function measurePassages(view: EditorView, store: AnnotationStore, { from, to }: PositionRange, column: Element): PlacedPassage[] {
  const { positions } = store
  const origin = column.getBoundingClientRect().top
  const size = view.state.doc.content.size
  const places: PlacedPassage[] = []
  for (const { passage, lane } of store.arrange()) {
    const { row, annotation } = passage
    if (!positions.has(row) || positions.to[row]! <= from || positions.from[row]! >= to) continue
    const first = view.coordsAtPos(Math.min(Math.max(positions.from[row]!, from), size), 1)
    const last = view.coordsAtPos(Math.min(positions.to[row]!, to, size), -1)
    places.push({ id: annotation.id, lane, top: Math.round(first.top - origin), bottom: Math.round(last.bottom - origin) })
  }
  return places
}
