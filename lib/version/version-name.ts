/** Longest name of a version, in UTF-16 units. */
export const VERSION_NAME_LIMIT = 120

/**
 * A typed name as it is kept: Unicode NFC, one space between words, none at the ends, no control characters and no lone
 * halves of a character.
 */
export function checkVersionName(typed: string): { ok: true; name: string } | { ok: false; message: string } {
  const name = typed
    .normalize('NFC')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .toWellFormed()
  if (name === '') return { ok: false, message: 'Give the version a name.' }
  if (name.length > VERSION_NAME_LIMIT) return { ok: false, message: `A name has at most ${VERSION_NAME_LIMIT} characters.` }
  return { ok: true, name }
}
