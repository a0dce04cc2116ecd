/** Signs that stand between texts written into one cell or line, and how they are written inside of such a text. */
const ESCAPED = /\\([\\|;>n])/g

/**
 * A text with a backslash before the backslash and before each of `signs`; a line break is "\n" in two letters.
 *
 * @param signs of `|`, `;` and `>`, those that separate where it is written
 */
export function escapeSigns(text: string, signs: string): string {
  let escaped = ''
  for (const sign of text) {
    if (sign === '\n') escaped += '\\n'
    else escaped += sign === '\\' || signs.includes(sign) ? `\\${sign}` : sign
  }
  return escaped
}

/** The text that {@link escapeSigns} wrote. Any other backslash stands for itself. */
export function unescapeSigns(escaped: string): string {
  return escaped.replace(ESCAPED, (_, sign: string) => (sign === 'n' ? '\n' : sign))
}

/** Splits at every sign of `separators` that has no backslash before it; the parts are still escaped, without space around them. */
export function splitAtSigns(text: string, separators: string): string[] {
  const parts: string[] = []
  let from = 0
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\' && '\\|;>n'.includes(text[at + 1] ?? ' ')) at++
    else if (separators.includes(text[at] as string)) {
      parts.push(text.slice(from, at).trim())
      from = at + 1
    }
  }
  parts.push(text.slice(from).trim())
  return parts
}

/** The parts between unescaped signs as they were before they were escaped, without empty ones. */
export function splitTexts(text: string, separators: string): string[] {
  return splitAtSigns(text, separators)
    .map(unescapeSigns)
    .filter((part) => part !== '')
}
