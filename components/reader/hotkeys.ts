import { chordOf } from '#/lib/keyboard/chord.ts'
import type { KeyPress } from '#/lib/keyboard/key-press.ts'
import { type Keymap, USUAL_KEYMAP } from '#/lib/keyboard/keymap.ts'
import { READER_COMMANDS, type ReaderCommand } from '#/lib/keyboard/reader-commands.ts'

export interface KeySituation {
  mode: 'tag' | 'edit'
  /** Some words are selected. */
  selection: boolean
  /** A statement is selected. */
  statement: boolean
  /** The words of the selected statement run from right to left. */
  rightToLeft?: boolean
}

/** What can be asked for in the reader: also what can be asked for everywhere. */
export type AskedCommand = ReaderCommand | 'keys' | 'palette'

const IDS: ReadonlySet<string> = new Set([...READER_COMMANDS.map(({ id }) => id), 'keys', 'palette'])

/** What a key press asks of the reader, or null when it asks for nothing. */
export function commandFor(press: KeyPress, situation: KeySituation, keymap: Keymap = USUAL_KEYMAP): AskedCommand | null {
  const chord = chordOf(press)
  if (chord === null) return null
  const { rightToLeft = false, statement, mode } = situation
  // The arrow that points along the line is forward.
  const along = rightToLeft && /^(Mod\+)?Alt\+/.test(chord) ? chord.replace(/Arrow(Left|Right)$/, mirrored) : chord
  const id = keymap.find(mode === 'edit' ? 'edit' : placeOf(situation, press.altKey && statement), along)
  return id !== null && IDS.has(id) ? (id as AskedCommand) : null
}

/** The ends of a statement move whether or not words are selected. */
function placeOf({ selection, statement }: KeySituation, movesEnds: boolean): 'words' | 'statement' | 'caret' {
  if (selection && !movesEnds) return 'words'
  return statement ? 'statement' : 'caret'
}

function mirrored(_arrow: string, side: string): string {
  return side === 'Left' ? 'ArrowRight' : 'ArrowLeft'
}
