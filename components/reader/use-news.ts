'use client'

import type { News } from './news.ts'
import { useModel, useObservable } from './reader-context.ts'

type NewsState = ReturnType<News['state']['get']>

/** A part of what is new. The selector gives back something that stays the same while nothing changed. */
export function useNews<T>(selector: (state: NewsState) => T): T {
  return useObservable(useModel().news.state, selector)
}
