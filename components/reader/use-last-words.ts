import { useEffect, useState } from 'react'
import type { Quote } from '#/lib/annotation/model.ts'
import { lastWordsOf } from '#/server/actions/excerpts.ts'
import type { Passage } from './annotation-store.ts'
import { useModel } from './reader-context.ts'

/**
 * The last words of detached statements, which only the server remembers: they may have been edited after they were
 * tagged. Until they come, and without a connection, those that were tagged.
 */
export function useLastWords(detached: readonly Passage[]): (passage: Passage) => Quote {
  const { identity } = useModel()
  const [known, setKnown] = useState<ReadonlyMap<string, Quote>>(new Map())
  const ids = detached.map(({ annotation }) => annotation.id).join(' ')
  useEffect(() => {
    let isLeft = false
    if (ids !== '')
      lastWordsOf(identity.workspaceId, identity.documentId).then(
        (words) => !isLeft && words && setKnown(words),
        () => {},
      )
    return () => {
      isLeft = true
    }
  }, [identity, ids])
  return ({ annotation }) => known.get(annotation.id) ?? annotation.quote
}
