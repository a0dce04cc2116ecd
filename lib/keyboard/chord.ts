import { t } from '#/lib/message/t.ts'
import { type KeyPress, keyMeant } from './key-press.ts'

/**
 * Keys pressed together, written as `Mod+Alt+Shift+T`: the modifiers in this order, Mod for Ctrl or Command, then a capital
 * letter, a character as it is typed (`?`, `+`: their Shift is not written), `Space`, or a name of the UI Events standard (`ArrowLeft`).
 */
export type Chord = string

const MODIFIERS = new Set(['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead', 'Process', 'Unidentified'])

/** What a press is in this notation; null for a modifier alone, a dead key, and what AltGr writes. */
export function chordOf(press: KeyPress): Chord | null {
  const mod = press.ctrlKey || press.metaKey
  if (press.getModifierState?.('AltGraph') && press.altKey && mod) return null
  const meant = keyMeant(press)
  if (MODIFIERS.has(meant)) return null
  const key = meant === ' ' ? 'Space' : meant.length === 1 ? meant.toUpperCase() : meant
  // Whether Shift is held belongs to what is typed, unless it is a letter or nothing is typed by it.
  const shift = press.shiftKey && (key.length > 1 || /[A-Z]/.test(key) || mod)
  return [mod && 'Mod', press.altKey && 'Alt', shift && 'Shift', key].filter(Boolean).join('+')
}

/** The parts of a chord, modifiers first. */
export function chordParts(chord: Chord): string[] {
  return chord.split(/\+(?=.)/)
}

/** Whether it is a character alone, with or without Shift: what somebody who dictates may say by accident (WCAG 2.1.4). */
export function isSingleKey(chord: Chord): boolean {
  const parts = chordParts(chord)
  return parts.at(-1)!.length === 1 && parts.every((part, at) => at === parts.length - 1 || part === 'Shift')
}

/** Keys that stay the browser's, the system's or the text's own. */
const KEPT: ReadonlySet<string> = new Set([
  ...['Mod+T', 'Mod+W', 'Mod+N', 'Mod+L', 'Mod+R', 'Mod+Q', 'Mod+Shift+T', 'Mod+Shift+N', 'Mod+Shift+W'],
  ...['Mod+C', 'Mod+V', 'Mod+X', 'Mod+A', 'Mod+P', 'Mod+S', 'Mod+0', 'Mod++', 'Mod+-', 'Mod+='],
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => `Mod+${digit}`),
  ...['Escape', 'Tab', 'Shift+Tab', 'Enter', 'Space', 'F5', 'F11', 'F12'],
])

export type ChordCheck = { ok: true } | { ok: false; reason: string }

/**
 * Whether a person may give a command this chord, and why not.
 *
 * @param typesThere whether the command is also to be had where keys write
 */
export function checkChord(chord: Chord, typesThere = false): ChordCheck {
  if (KEPT.has(chord)) return { ok: false, reason: t('The browser or the page keeps these keys for itself. Choose others.') }
  const parts = chordParts(chord)
  const key = parts.at(-1)!
  const isHeld = parts.includes('Mod') || parts.includes('Alt')
  if (/^(Arrow|Home|End|Page)/.test(key) && !parts.includes('Alt'))
    return { ok: false, reason: t('These keys move the caret. Hold Alt with them, or choose others.') }
  if (typesThere && !isHeld && !/^F\d+$/.test(key))
    return { ok: false, reason: t('This works in Edit mode too, where keys write. Hold Ctrl or Alt with it.') }
  return { ok: true }
}
