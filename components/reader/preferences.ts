import type { Observable } from './observable.ts'
import { MARKINGS, type ReaderState } from './reader-state.ts'

/** What a person sets once for all documents. */
type Preferences = Pick<ReaderState, 'marking' | 'panel' | 'panels' | 'radar'>

const KEY = 'interline.reader'
const START: Preferences = { marking: 'highlight', panel: 'themes', panels: true, radar: true }

/** What this browser remembers, or the start values. In the browser only. */
export function readPreferences(): Preferences {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Preferences>
    return {
      marking: MARKINGS.find((marking) => marking === kept.marking) ?? START.marking,
      panel: kept.panel === 'actors' ? 'actors' : START.panel,
      panels: kept.panels !== false,
      radar: kept.radar !== false,
    }
  } catch {
    return START // no storage here, or somebody else's words in it
  }
}

/** Keeps the preferences as they change. Returns how to stop. */
export function keepPreferences(ui: Observable<ReaderState>): () => void {
  let last = ''
  return ui.subscribe(() => {
    const { marking, panel, panels, radar } = ui.get()
    const next = JSON.stringify({ marking, panel, panels, radar } satisfies Preferences)
    if (next === last) return
    last = next
    try {
      localStorage.setItem(KEY, next)
    } catch {
      // A browser without storage forgets them; nothing depends on that.
    }
  })
}
