import { useMemo } from 'react'
import type { Observable } from './observable.ts'
import type { PageLayout, PlacedPassage } from './page-painter.ts'
import { useObservable } from './reader-context.ts'

/** The passages in sight or nearly so, in document order. */
export function useNearby(layout: Observable<PageLayout>): readonly PlacedPassage[] {
  const passages = useObservable(layout, (page) => page.passages)
  const top = useObservable(layout, (page) => page.nearTop)
  const bottom = useObservable(layout, (page) => page.nearBottom)
  return useMemo(() => passages.filter((place) => place.bottom > top && place.top < bottom), [passages, top, bottom])
}
