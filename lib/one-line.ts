/** Characters that turn the writing direction of what stands around them. The marks that only say their own (U+200E, U+200F) stay. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g

/**
 * Typed text that is kept as one line (a name, a title, a search): Unicode NFC, one space between words, none at the ends,
 * no control characters, nothing that would reorder the sentences it is shown in, no half of a surrogate pair.
 */
export function oneLine(typed: string): string {
  return typed
    .replace(TURNING, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .toWellFormed()
    .normalize('NFC')
}
