import { COLOUR_BYS } from './colouring.ts'
import type { Observable } from './observable.ts'
import { MARKINGS, type ReaderState } from './reader-state.ts'

/** What a person sets once for all documents. */
type Preferences = Pick<ReaderState, 'marking' | 'colourBy' | 'panel' | 'panels' | 'bookWidth' | 'cardsWidth' | 'radar'>

const KEY = 'interline.reader'
const START: Preferences = {
  marking: 'highlight',
  colourBy: 'theme',
  panel: 'themes',
  panels: true,
  bookWidth: null,
  cardsWidth: null,
  radar: true,
}

/** What this browser remembers, or the start values. In the browser only. */
export function readPreferences(): Preferences {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Preferences>
    return {
      marking: MARKINGS.find((marking) => marking === kept.marking) ?? START.marking,
      colourBy: COLOUR_BYS.find((by) => by === kept.colourBy) ?? START.colourBy,
      panel: kept.panel === 'actors' ? 'actors' : START.panel,
      panels: kept.panels !== false,
      bookWidth: keptWidth(kept.bookWidth),
      cardsWidth: keptWidth(kept.cardsWidth),
      radar: kept.radar !== false,
    }
  } catch {
    return START // no storage here, or somebody else's words in it
  }
}

/** Whatever was kept, a width is a number; its limits are the divider's business. */
function keptWidth(width: unknown): number | null {
  return typeof width === 'number' && Number.isFinite(width) ? width : null
}

/** Keeps the preferences as they change. Returns how to stop. */
export function keepPreferences(ui: Observable<ReaderState>): () => void {
  let last = ''
  return ui.subscribe(() => {
    const { marking, colourBy, panel, panels, bookWidth, cardsWidth, radar } = ui.get()
    const next = JSON.stringify({ marking, colourBy, panel, panels, bookWidth, cardsWidth, radar } satisfies Preferences)
    if (next === last) return
    last = next
    try {
      localStorage.setItem(KEY, next)
    } catch {
      // A browser without storage forgets them; nothing depends on that.
    }
  })
}
