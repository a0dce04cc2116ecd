import { nameKey } from './clean-name.ts'
import type { Theme } from './codebook.ts'
import { freeName } from './free-name.ts'
import type { MergeUndo, MovedTheme } from './merge.ts'
import { ThemeBoard } from './theme-board.ts'
import type { ThemePlace } from './theme-places.ts'
import { buildTree, flattenTree } from './theme-tree.ts'

/** A merged theme as its row has it. */
export type MergedTheme = ThemePlace & Pick<Theme, 'name' | 'hotkey'>

export interface ThemeUnmergePlan {
  /** The themes that come back, under a name, at a place and with a key that are to be had now. */
  restored: MergedTheme[]
  /** Every other place that is written, before anything comes back: one may stand where another comes back by that name. */
  places: ThemePlace[]
  /** The theme that gives up the key it took over. */
  losesHotkey: string | null
}

/**
 * What taking a merge of themes back does now. What was moved meanwhile stays where it was put; whose name was taken meanwhile
 * comes back with a number after it.
 * @param live live themes in sibling order
 * @param rows the merged ones that come back
 * @param follow where a theme that was merged itself is now; any other id as it is
 */
export function planThemeUnmerge(
  live: readonly Theme[],
  rows: readonly MergedTheme[],
  undo: Pick<MergeUndo, 'movedThemes' | 'hotkey'>,
  follow: (id: string) => string,
): ThemeUnmergePlan {
  const board = new ThemeBoard(live)
  const byId = new Map(rows.map((row) => [row.id, row]))
  for (const { item: row } of flattenTree(buildTree(rows))) {
    const above = row.parentId === null || board.has(row.parentId) ? row.parentId : follow(row.parentId)
    const parentId = above !== null && board.has(above) ? above : null
    board.add(row, { parentId, position: row.position, hue: row.hue })
  }
  moveBack(board, undo.movedThemes, follow)
  const changes = board.changes()
  const { hotkeys, losesHotkey } = hotkeysAfter(live, rows, undo.hotkey)
  return {
    restored: rows.map((row) => {
      const place = changes.find(({ id }) => id === row.id)!
      const siblings = board.below(place.parentId).filter(({ id }) => id !== row.id)
      return { ...place, name: freeName(row.name, siblings.map(nameOf)), hotkey: hotkeys.get(row.id) ?? null }
    }),
    places: changes.filter(({ id }) => !byId.has(id)),
    losesHotkey,
  }
}

const nameOf = ({ name }: { name: string }): string => name

/** Each move as soon as it makes no ring: the surviving theme may have to come back under one that has to come back first. */
function moveBack(board: ThemeBoard, moved: readonly MovedTheme[], follow: (id: string) => string): void {
  let open = moved.filter(({ id, from, to }) => {
    const now = board.place(id)
    const isWherePut = now?.parentId === to.parentId || (to.parentId !== null && now?.parentId === follow(to.parentId))
    return now && isWherePut && from.parentId !== null && board.has(from.parentId)
  })
  for (let before = -1; open.length > 0 && open.length !== before; ) {
    before = open.length
    open = open.filter(({ id, from, to }) => {
      const { parentId, position } = from
      const now = board.place(id)!
      if (parentId === null || parentId === id || board.isUnder(parentId, id)) return true
      const isTaken = board.below(parentId).some((other) => other.id !== id && nameKey(other.name) === nameKey(now.name))
      if (!isTaken) board.move(id, { parentId, position, hue: now.hue === to.hue ? from.hue : now.hue })
      return false
    })
  }
}

function hotkeysAfter(
  live: readonly Theme[],
  rows: readonly MergedTheme[],
  taken: MergeUndo['hotkey'],
): { hotkeys: Map<string, number | null>; losesHotkey: string | null } {
  const gives = taken && live.find(({ id, hotkey }) => id === taken.to && hotkey === taken.digit)
  const used = new Set(live.filter((theme) => theme !== gives).map(({ hotkey }) => hotkey))
  const hotkeys = new Map<string, number | null>()
  for (const { id, hotkey } of rows) {
    const isFree = hotkey !== null && !used.has(hotkey)
    if (isFree) used.add(hotkey)
    hotkeys.set(id, isFree ? hotkey : null)
  }
  return { hotkeys, losesHotkey: gives ? gives.id : null }
}
