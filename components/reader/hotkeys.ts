/** What a key can ask of the reader. */
export type ReaderCommand =
  | 'tag'
  | 'open-mention'
  | 'take-mention'
  | 'ignore-mention'
  | 'tag-identical'
  | 'repeat-tag'
  | 'widen'
  | `quick-${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`
  | 'next'
  | 'previous'
  | 'cycle'
  | 'edit'
  | 'details'
  | 'memo'
  | 'comment'
  | 'supports'
  | 'opposes'
  | 'neutral'
  | 'swap'
  | 'duplicate'
  | 'delete'
  | 'end-forward'
  | 'end-back'
  | 'start-forward'
  | 'start-back'
  | 'end-word-forward'
  | 'end-word-back'
  | 'start-word-forward'
  | 'start-word-back'
  | 'panels'
  | 'marking'
  | 'colour-by'
  | 'text-only'
  | 'show-new'
  | 'filter'
  | 'original'
  | 'next-difference'
  | 'previous-difference'
  | 'next-region'
  | 'previous-region'
  | 'keys'
  | 'toggle-mode'
  | 'find'
  | 'replace'
  | 'undo'
  | 'redo'
  | 'leave'

/** The part of a KeyboardEvent that decides. */
export interface KeyPress {
  key: string
  code: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}

export interface KeySituation {
  mode: 'tag' | 'edit'
  /** Some words are selected. */
  selection: boolean
  /** A statement is selected. */
  statement: boolean
  /** The words of the selected statement run from right to left. */
  rightToLeft?: boolean
}

/**
 * The letter, digit or named key that was meant. On layouts without Latin letters the physical key counts, so T works
 * on Russian and Arabic keyboards; on Latin ones the letter printed on the key does.
 */
export function keyMeant({ key, code }: Pick<KeyPress, 'key' | 'code'>): string {
  if (/^[A-Z][A-Za-z0-9]+$/.test(key) && key !== 'Dead') return key
  if (/^[\x20-\x7e]$/.test(key)) return key.toLowerCase()
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  if (letter) return letter.toLowerCase()
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(code)?.[1]
  return digit ?? PHYSICAL[code] ?? key
}

const PHYSICAL: Record<string, string> = { Slash: '/', Minus: '-', Equal: '=', NumpadAdd: '+', NumpadSubtract: '-' }

/** Keys that work in both modes. */
function commandEverywhere(press: KeyPress, key: string): ReaderCommand | null {
  const mod = press.ctrlKey || press.metaKey
  if (key === 'F6') return press.shiftKey ? 'previous-region' : 'next-region'
  if (!mod) return null
  if (press.altKey) return key === 't' ? 'tag' : key === 'm' ? 'comment' : null
  if (key === 'z') return press.shiftKey ? 'redo' : 'undo'
  if (key === 'y') return 'redo'
  if (key === 'e' && !press.shiftKey) return 'toggle-mode'
  if (key === 'f' && !press.shiftKey) return 'find'
  if (key === 'h' && !press.shiftKey) return 'replace'
  if (key === '/') return 'keys'
  return null
}

const PLAIN: Record<string, ReaderCommand> = {
  h: 'panels',
  y: 'marking',
  b: 'colour-by',
  l: 'show-new',
  c: 'comment',
  s: 'original',
  n: 'next-difference',
  p: 'previous-difference',
  '/': 'filter',
  '?': 'keys',
  j: 'next',
  k: 'previous',
  Escape: 'leave',
}
const WITH_SELECTION: Record<string, ReaderCommand> = { t: 'tag', q: 'repeat-tag', w: 'widen' }
const WITH_STATEMENT: Record<string, ReaderCommand> = {
  t: 'edit',
  e: 'edit',
  f: 'details',
  o: 'cycle',
  m: 'memo',
  '+': 'supports',
  '-': 'opposes',
  '−': 'opposes',
  '=': 'neutral',
  x: 'swap',
  d: 'duplicate',
  u: 'delete',
  Delete: 'delete',
  Backspace: 'delete',
}

/** What a key press asks for, or null when it asks for nothing. */
export function commandFor(press: KeyPress, situation: KeySituation): ReaderCommand | null {
  const key = keyMeant(press)
  const everywhere = commandEverywhere(press, key)
  if (everywhere) return everywhere
  if (situation.mode === 'edit') return key === 'Escape' ? 'leave' : null
  if (press.altKey) return situation.statement ? boundaryCommand(press, key, situation.rightToLeft) : null
  if (press.ctrlKey || press.metaKey) return null
  if (press.shiftKey && key === 'a') return situation.selection || situation.statement ? 'tag-identical' : null
  if (press.shiftKey && key === 'f') return 'text-only'
  if (situation.selection) {
    if (/^[1-9]$/.test(key)) return `quick-${key}` as ReaderCommand
    const command = WITH_SELECTION[key]
    if (command) return command
  } else if (situation.statement) {
    const command = WITH_STATEMENT[key]
    if (command) return command
  }
  // On a name of a known actor that is not tagged; elsewhere these do nothing.
  if (key === 'Enter') return 'take-mention'
  if (!situation.selection && !situation.statement && key === 't') return 'open-mention'
  if (!situation.selection && !situation.statement && (key === 'Backspace' || key === 'Delete')) return 'ignore-mention'
  return PLAIN[key] ?? null
}

/** Alt+arrow moves the end of the passage, with Shift its start, with Ctrl or Command by word; the arrow that points along the line is forward. */
function boundaryCommand(press: KeyPress, key: string, rightToLeft = false): ReaderCommand | null {
  if (key !== 'ArrowRight' && key !== 'ArrowLeft') return null
  const forward = (key === 'ArrowRight') !== rightToLeft
  const side = press.shiftKey ? 'start' : 'end'
  const word = press.ctrlKey || press.metaKey ? '-word' : ''
  return `${side}${word}-${forward ? 'forward' : 'back'}` as ReaderCommand
}

/** Whether a key press without Ctrl or Command would change the text if it could be changed. */
export function wouldType({ key, ctrlKey, metaKey, altKey }: KeyPress): boolean {
  if (ctrlKey || metaKey) return false
  return (key.length === 1 && !altKey) || TYPING_KEYS.has(key)
}

const TYPING_KEYS: ReadonlySet<string> = new Set(['Enter', 'Backspace', 'Delete', 'Dead', 'Process'])
