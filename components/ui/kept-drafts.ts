'use client'

import { useCallback, useSyncExternalStore } from 'react'
import { clockNow } from '#/lib/date/clock.ts'

/** What was typed and not sent, by what it is for; `at` in ms since 1970. */
type Drafts = Record<string, { text: string; at: number }>

const KEY = 'interline.drafts'
/** The oldest ones beyond this go: a browser keeps a few megabytes for a site. */
const MOST_DRAFTS = 200

let drafts: Drafts | null = null
const listeners = new Set<() => void>()

function all(): Drafts {
  if (drafts) return drafts
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    drafts = typeof kept === 'object' && kept !== null ? (kept as Drafts) : {}
  } catch {
    drafts = {} // no storage here, or somebody else's words in it: this page remembers them itself
  }
  return drafts
}

function keep(next: Drafts): void {
  drafts = next
  try {
    localStorage.setItem(KEY, JSON.stringify(next))
  } catch {
    // Full, or not allowed: they live as long as the page.
  }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  // Another tab of this browser wrote.
  const onStorage = (event: StorageEvent) => {
    if (event.key !== KEY && event.key !== null) return
    drafts = null
    listener()
  }
  listeners.add(listener)
  addEventListener('storage', onStorage)
  return () => {
    listeners.delete(listener)
    removeEventListener('storage', onStorage)
  }
}

/** Keeps what is being typed on this device until it is sent; null: forgets it. */
export function keepDraft(key: string, text: string | null): void {
  const { [key]: _, ...others } = all()
  if (text === null) {
    keep(others)
    return
  }
  const newest = Object.entries(others)
    .sort(([, a], [, b]) => b.at - a.at)
    .slice(0, MOST_DRAFTS - 1)
  keep({ ...Object.fromEntries(newest), [key]: { text, at: clockNow() } })
}

/** What was kept under a key; null: nothing. */
export function readDraft(key: string): string | null {
  const kept = all()[key]
  return typeof kept?.text === 'string' ? kept.text : null
}

/** For who signs out: nothing typed stays on this device. */
export function forgetDrafts(): void {
  keep({})
}

/** Something typed that survives a reload of the page, and how to change it; null when nothing was typed. Name the person in the key. */
export function useKeptDraft(key: string): [string | null, (text: string | null) => void] {
  const draft = useSyncExternalStore(
    subscribe,
    () => readDraft(key),
    () => null,
  )
  return [draft, useCallback((text) => keepDraft(key, text), [key])]
}
