import type { Selection } from './use-selection.ts'

/** Whether all of these are ticked, some, or none. */
export function tickedOf(selection: Pick<Selection, 'has'>, annotationIds: readonly string[]): 'all' | 'some' | 'none' {
  const ticked = annotationIds.filter((id) => selection.has(id)).length
  return ticked === 0 ? 'none' : ticked === annotationIds.length ? 'all' : 'some'
}
