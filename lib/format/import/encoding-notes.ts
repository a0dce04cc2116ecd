import type { DecodedText } from './decode-text.ts'

/** What to tell people about how a text file was decoded. */
export function encodingNotes({ encoding, isGuess, unreadable }: DecodedText): string[] {
  const notes: string[] = []
  if (isGuess)
    notes.push(`The file does not say its encoding. It was read as ${encoding}; if letters look wrong, save it as UTF-8 and add it again.`)
  if (unreadable > 0) notes.push(`${unreadable} ${unreadable === 1 ? 'character' : 'characters'} could not be read and became \ufffd.`)
  return notes
}
