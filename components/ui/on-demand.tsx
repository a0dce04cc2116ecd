'use client'

import { type ComponentType, useEffect, useState } from 'react'
import { t } from '#/lib/message/t.ts'
import { showToast } from './toast-store.ts'

/** How long until a part that did not come is asked for again, ms; at once when the network is back. */
const AGAIN_AFTER_MS = 5000

/**
 * A component whose code is fetched when it is first drawn; until it is there, nothing is drawn. Unlike next/dynamic it never
 * takes the page down: what the network keeps away is asked for again, and a toast says so once.
 */
export function onDemand<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let fetched: ComponentType<Props> | null = null
  // biome-ignore lint/correctness/noComponentHookFactories: made once for each part, where a module names it
  return function OnDemand(props: Props) {
    const [Part, setPart] = useState(() => fetched)
    useEffect(() => {
      if (Part) return
      return fetchUntilThere(load, (part) => {
        fetched = part
        setPart(() => part)
      })
    }, [Part])
    return Part && <Part {...props} />
  }
}

/** Fetches a part, again and again until it comes. Returns how to end it. */
function fetchUntilThere<Part>(load: () => Promise<Part>, take: (part: Part) => void): () => void {
  let isWanted = true
  let timer: ReturnType<typeof setTimeout> | undefined
  const attempt = async (isFirst: boolean) => {
    clearTimeout(timer)
    try {
      const part = await load()
      if (isWanted) take(part)
    } catch {
      if (!isWanted) return
      if (isFirst) showToast(t('A part of this page is not here yet. Your work is kept; the part comes with the connection.'))
      timer = setTimeout(attempt, AGAIN_AFTER_MS, false)
    }
  }
  const onOnline = () => void attempt(false)
  addEventListener('online', onOnline)
  void attempt(true)
  return () => {
    isWanted = false
    clearTimeout(timer)
    removeEventListener('online', onOnline)
  }
}
