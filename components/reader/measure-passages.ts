import type { EditorView } from '@tiptap/pm/view'
import type { AnnotationStore } from './annotation-store.ts'
import type { PlacedPassage } from './page-painter.ts'
import type { PositionRange } from './visible-range.ts'

/** Places measured before, which count as long as neither words nor lines have moved. */
export interface MeasuredPlaces {
  /** Where they were measured. */
  range: PositionRange
  places: readonly PlacedPassage[]
}

/**
 * Where the passages of a range stand, whole px below `origin` (px in the window). A passage that reaches beyond the range
 * is measured up to its edge.
 * @param before what is known already: a passage that lay whole in its range is not measured again
 */
export function measurePassages(
  view: EditorView,
  store: AnnotationStore,
  { from, to }: PositionRange,
  origin: number,
  before: MeasuredPlaces | null,
): PlacedPassage[] {
  const { positions } = store
  const size = view.state.doc.content.size
  const known = new Map(before?.places.map((place) => [place.id, place]))
  const places: PlacedPassage[] = []
  for (const { passage, lane } of store.arrange()) {
    const { row, annotation } = passage
    const [first, last] = [positions.from[row]!, positions.to[row]!]
    if (!positions.has(row) || last <= from || first >= to) continue
    const old = known.get(annotation.id)
    if (old?.lane === lane && before && first >= before.range.from && last <= before.range.to) {
      places.push(old)
      continue
    }
    const top = view.coordsAtPos(Math.min(Math.max(first, from), size), 1).top
    const bottom = view.coordsAtPos(Math.min(last, to, size), -1).bottom
    places.push({ id: annotation.id, lane, top: Math.round(top - origin), bottom: Math.round(bottom - origin) })
  }
  return places
}
