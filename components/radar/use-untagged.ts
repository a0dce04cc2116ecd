'use client'

import { useEffect, useState } from 'react'
import { useModel } from '#/components/reader/reader-context.ts'
import { type UntaggedMention, untaggedIn } from './untagged.ts'

/** The list follows when reading, tagging and typing rest for so long, ms. */
const REST_MS = 300

/** All untagged names of the open document, in order; the same list as long as it says the same. */
export function useUntagged(): readonly UntaggedMention[] {
  const model = useModel()
  const [mentions, setMentions] = useState<readonly UntaggedMention[]>([])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const soon = () => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        const now = untaggedIn(model, 'all')
        setMentions((before) => (isSame(before, now) ? before : now))
      }, REST_MS)
    }
    let { radar, codebook } = model.ui.get()
    const onState = () => {
      const now = model.ui.get()
      if (now.radar !== radar || now.codebook !== codebook) soon()
      ;({ radar, codebook } = now)
    }
    soon()
    const stops = [model.radar.state.subscribe(soon), model.store.subscribe(soon), model.ui.subscribe(onState)]
    return () => {
      clearTimeout(timer)
      for (const stop of stops) stop()
    }
  }, [model])
  return mentions
}

function isSame(before: readonly UntaggedMention[], now: readonly UntaggedMention[]): boolean {
  return (
    before.length === now.length &&
    now.every((mention, at) => {
      const old = before[at]!
      return (
        old.block === mention.block &&
        old.from - old.blockStart === mention.from - mention.blockStart &&
        old.actorIds.join() === mention.actorIds.join()
      )
    })
  )
}
