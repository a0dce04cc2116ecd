import { type Chord, chordParts } from './chord.ts'

const SIGNS: Record<string, string> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Enter: '↵',
  Escape: 'Esc',
  Backspace: '⌫',
  Delete: 'Del',
  '-': '−',
}
const APPLE: Record<string, string> = { Mod: '⌘', Alt: '⌥', Shift: '⇧', Delete: '⌦' }

/** What stands on the keys of a chord, one sign a key. @param isApple whether the system is Apple's */
export function chordSigns(chord: Chord, isApple: boolean): string[] {
  return chordParts(chord).map((part) => (isApple ? APPLE[part] : undefined) ?? (part === 'Mod' ? 'Ctrl' : (SIGNS[part] ?? part)))
}

/** The value of `aria-keyshortcuts` for chords. */
export function ariaKeys(chords: readonly Chord[]): string | undefined {
  const spoken = chords.flatMap((chord) =>
    chord.includes('Mod') ? [chord.replace('Mod', 'Control'), chord.replace('Mod', 'Meta')] : [chord === '+' ? 'Plus' : chord],
  )
  return spoken.join(' ') || undefined
}
