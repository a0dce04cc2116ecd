/** The part of a KeyboardEvent that decides. */
export interface KeyPress {
  key: string
  code: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
  /** Of a KeyboardEvent: whether AltGr is held, which writes characters and asks for nothing. */
  getModifierState?(name: string): boolean
}

/**
 * The letter, digit or named key that was meant. On layouts without Latin letters the physical key counts, so T works
 * on Russian and Arabic keyboards; on Latin ones the letter printed on the key does.
 */
export function keyMeant({ key, code, shiftKey = false }: Pick<KeyPress, 'key' | 'code'> & { shiftKey?: boolean }): string {
  if (/^[A-Z][A-Za-z0-9]+$/.test(key) && key !== 'Dead') return key
  if (/^[\x20-\x7e]$/.test(key)) return key.toLowerCase()
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  if (letter) return letter.toLowerCase()
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(code)?.[1]
  return digit ?? (shiftKey ? PHYSICAL_SHIFTED[code] : undefined) ?? PHYSICAL[code] ?? key
}

const PHYSICAL: Record<string, string> = { Slash: '/', Minus: '-', Equal: '=', NumpadAdd: '+', NumpadSubtract: '-' }
const PHYSICAL_SHIFTED: Record<string, string> = { Slash: '?', Equal: '+' }

/** Whether a key press without Ctrl or Command would change the text if it could be changed. */
export function wouldType({ key, ctrlKey, metaKey, altKey }: KeyPress): boolean {
  if (ctrlKey || metaKey) return false
  return (key.length === 1 && !altKey) || TYPING_KEYS.has(key)
}

const TYPING_KEYS: ReadonlySet<string> = new Set(['Enter', 'Backspace', 'Delete', 'Dead', 'Process'])
