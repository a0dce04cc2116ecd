import { nameKey } from './clean-name.ts'
import type { Theme } from './codebook.ts'
import type { Merge, MovedTheme } from './merge.ts'
import { ThemeBoard } from './theme-board.ts'
import type { ThemePlace } from './theme-places.ts'

export interface ThemeMergePlan {
  /** In the order in which they are made: themes below before those above. */
  merges: Merge[]
  /** Themes that come under another one; what only counts on among its siblings is in `places`. */
  moved: MovedTheme[]
  /** Every place that is written. */
  places: ThemePlace[]
  /** The key that the surviving theme takes over. */
  hotkey: { digit: number; of: string; to: string } | null
  /** A name that two themes would have in one place: then it cannot be done. */
  clash: string | null
}

/**
 * What merging themes into another does: the themes below them come below it, last; of two of the same name below both, the
 * one that comes is merged into the one that is there, and so on down. When the surviving theme stands below one that goes, it
 * takes that one's place.
 * @param themes live themes in sibling order; `from` and `into` are among them, `into` not in `from`
 */
export function planThemeMerge(themes: readonly Theme[], from: readonly string[], into: string): ThemeMergePlan {
  const board = new ThemeBoard(themes)
  const merges: Merge[] = []
  for (const id of new Set(from)) mergeOne(board, { from: id, into }, merges)
  const places = board.changes()
  return { merges, moved: movedThemes(board, places), places, hotkey: takenHotkey(themes, merges, into), clash: clashOf(board, places) }
}

function mergeOne(board: ThemeBoard, { from, into }: Merge, merges: Merge[]): void {
  const going = board.place(from)
  if (!going || from === into) return
  if (board.isUnder(into, from)) board.move(into, { ...going, hue: board.place(into)?.hue ?? going.hue })
  for (const child of board.below(from)) {
    const key = nameKey(child.name)
    const twin = board.below(into).find((other) => other.id !== child.id && nameKey(other.name) === key)
    if (twin) mergeOne(board, { from: child.id, into: twin.id }, merges)
    else board.move(child.id, { parentId: into })
  }
  board.remove(from)
  merges.push({ from, into })
}

function movedThemes(board: ThemeBoard, places: readonly ThemePlace[]): MovedTheme[] {
  return places.flatMap((to) => {
    const from = board.before(to.id)
    return from && from.parentId !== to.parentId ? [{ id: to.id, from, to }] : []
  })
}

function clashOf(board: ThemeBoard, places: readonly ThemePlace[]): string | null {
  for (const { id, parentId } of places) {
    const name = board.place(id)?.name ?? ''
    if (board.below(parentId).some((other) => other.id !== id && nameKey(other.name) === nameKey(name))) return name
  }
  return null
}

/** The first key of the themes that go, when the surviving one has none. */
function takenHotkey(themes: readonly Theme[], merges: readonly Merge[], into: string): ThemeMergePlan['hotkey'] {
  const hotkeyOf = (id: string) => themes.find((theme) => theme.id === id)?.hotkey ?? null
  if (hotkeyOf(into) !== null) return null
  for (const { from, into: to } of merges) {
    const digit = to === into ? hotkeyOf(from) : null
    if (digit !== null) return { digit, of: from, to: into }
  }
  return null
}
