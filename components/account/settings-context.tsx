'use client'

import { createContext, type ReactNode, use, useMemo, useSyncExternalStore } from 'react'
import { attempt } from '#/components/ui/attempt.ts'
import { showToast } from '#/components/ui/toast-store.ts'
import type { PersonSettings } from '#/lib/person/settings.ts'
import { changeMySettings } from '#/server/actions/settings.ts'

const NOTHING: PersonSettings = {}
const SettingsContext = createContext<PersonSettings>(NOTHING)

/** What this tab changed since it was loaded. It wins over what a page says that the router kept from before. In the browser only. */
let changedHere: PersonSettings = NOTHING
const listeners = new Set<() => void>()

function changeHere(next: PersonSettings): void {
  changedHere = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Shows the change at once, everywhere in this tab, and keeps it for all devices; takes it back when it could not be kept. */
async function changeSettings(changes: PersonSettings, initial: PersonSettings): Promise<boolean> {
  const before: PersonSettings = { ...initial, ...changedHere }
  changeHere({ ...changedHere, ...changes })
  const result = await attempt(changeMySettings(changes))
  if (result.ok) return true
  const back = Object.fromEntries(Object.keys(changes).map((field) => [field, before[field as keyof PersonSettings]]))
  changeHere({ ...changedHere, ...back })
  showToast(result.reason)
  return false
}

/** Gives the pages below what the person set for themselves. */
export function SettingsProvider({ settings, children }: { settings: PersonSettings; children: ReactNode }) {
  return <SettingsContext value={settings}>{children}</SettingsContext>
}

interface OwnSettings {
  settings: PersonSettings
  /** Sets these fields (undefined: the usual value again); false when they could not be kept, which was then said in a toast. */
  change: (changes: PersonSettings) => Promise<boolean>
}

export function useSettings(): OwnSettings {
  const initial = use(SettingsContext)
  const changed = useSyncExternalStore(
    subscribe,
    () => changedHere,
    () => NOTHING,
  )
  return useMemo(
    () => ({ settings: { ...initial, ...changed }, change: (changes) => changeSettings(changes, initial) }),
    [initial, changed],
  )
}
