import { type KeyPress, keyMeant } from '#/lib/keyboard/key-press.ts'
import type { CodebookRow } from './codebook-rows.ts'

/** Letters typed within so long spell one name, ms. */
const SPELLING_MS = 600

/** The letters typed last, and when, ms; changed by {@link treeKey}. */
export interface Spelling {
  text: string
  at: number
}

/** What can be done with an entry where it stands in the tree, by a key or from its menu. */
export type TreeDeed = 'arm' | 'hide' | 'rename' | 'memo' | 'delete' | 'colour' | 'cut' | 'paste'

/** What a key asks of the codebook's tree. */
export type TreeAsk = { to: 'go'; at: number } | { to: 'apply' | 'leave' | 'toggle' | TreeDeed }

interface TreeSituation {
  rows: readonly CodebookRow[]
  /** The row that has the keyboard. */
  at: number
  spelling: Spelling
  mayTag: boolean
  mayManage: boolean
  filtering: boolean
}

const MANAGING: Record<string, TreeAsk> = {
  F2: { to: 'rename' },
  F4: { to: 'delete' },
  F5: { to: 'colour' },
  Delete: { to: 'delete' },
}

/** What a key pressed in the tree means; null when nothing, so that it keeps its own meaning. */
export function treeKey(press: KeyPress & { timeStamp: number }, situation: TreeSituation): TreeAsk | null {
  const { rows, at, spelling, mayTag, mayManage, filtering } = situation
  const row = rows[at]
  const key = keyMeant(press)
  if (!row || press.altKey) return null
  if (press.ctrlKey || press.metaKey) {
    if (!mayManage || press.shiftKey) return null
    return key === 'x' ? { to: 'cut' } : key === 'v' ? { to: 'paste' } : null
  }
  if (key === 'F3') return { to: 'memo' }
  if (MANAGING[key]) return mayManage ? MANAGING[key] : null
  const moved = goesTo(key, { rows, at, filtering })
  if (moved) return moved
  if (key === 'Enter') return { to: 'apply' }
  if (key === 'Escape') return { to: 'leave' }
  if (press.key === ' ') return row.expanded === null ? null : { to: 'toggle' }
  if (press.key.length !== 1 || press.key === '/' || press.key === '?') return null
  const isSpelling = press.timeStamp - spelling.at < SPELLING_MS
  if (!isSpelling && key === 'p' && mayTag) return { to: 'arm' }
  if (!isSpelling && key === 'e') return { to: 'hide' }
  spelling.text = isSpelling ? spelling.text + press.key.toLowerCase() : press.key.toLowerCase()
  spelling.at = press.timeStamp
  return { to: 'go', at: byLetters(rows, at, spelling.text) }
}

/** Arrows, Home and End: left and right close and open a branch, or go along it. */
function goesTo(key: string, { rows, at, filtering }: Pick<TreeSituation, 'rows' | 'at' | 'filtering'>): TreeAsk | null {
  const { expanded, item } = rows[at]!
  if (key === 'ArrowDown') return { to: 'go', at: at + 1 }
  if (key === 'ArrowUp') return { to: 'go', at: at - 1 }
  if (key === 'Home') return { to: 'go', at: 0 }
  if (key === 'End') return { to: 'go', at: rows.length - 1 }
  if (key === 'ArrowRight' && expanded !== null) return expanded ? { to: 'go', at: at + 1 } : { to: 'toggle' }
  if (key === 'ArrowLeft' && expanded && !filtering) return { to: 'toggle' }
  if (key === 'ArrowLeft') return { to: 'go', at: rows.findIndex((other) => other.item.id === item.parentId) }
  return null
}

/** The next row whose name begins with the letters. */
function byLetters(rows: readonly CodebookRow[], at: number, letters: string): number {
  const from = letters.length === 1 ? at + 1 : at
  for (let step = 0; step < rows.length; step++) {
    const index = (from + step) % rows.length
    if (rows[index]!.item.name.toLowerCase().startsWith(letters)) return index
  }
  return at
}
