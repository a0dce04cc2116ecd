/** A piece of a written query. Offsets in UTF-16 units. */
export interface Token {
  /** `mark`: a bracket, comma or colon. */
  is: 'word' | 'quoted' | 'mark'
  /** Without quotation marks and escapes. */
  text: string
  from: number
  to: number
}

const CLOSING = new Map([
  ['"', '"'],
  ['\u201c', '\u201d'],
  ['\u201e', '\u201c'],
  ['\u00ab', '\u00bb'],
])
const PIECE = /\s+|[(),:]|["\u201c\u201e\u00ab]|[^\s(),:"\u201c\u201d\u201e\u00ab\u00bb]+|[\u201d\u00bb]/gu
/** A word that needs no quotation marks. */
const PLAIN = /^[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}_.'’/+&%-]*$/u

/** The pieces of a written query. A quotation mark that is never closed runs to the end. */
export function tokens(text: string): Token[] {
  const found: Token[] = []
  PIECE.lastIndex = 0
  for (let match = PIECE.exec(text); match; match = PIECE.exec(text)) {
    const [piece] = match
    const from = match.index
    const closing = CLOSING.get(piece)
    if (closing) {
      const { value, to } = quoted(text, from + 1, closing)
      found.push({ is: 'quoted', text: value, from, to })
      PIECE.lastIndex = to
    } else if (/^[(),:]$/.test(piece)) found.push({ is: 'mark', text: piece, from, to: from + 1 })
    else if (piece.trim() !== '') found.push({ is: 'word', text: piece, from, to: from + piece.length })
  }
  return found
}

function quoted(text: string, from: number, closing: string): { value: string; to: number } {
  let value = ''
  for (let at = from; at < text.length; at++) {
    const character = text.charAt(at)
    if (character === closing) return { value, to: at + 1 }
    const isEscape = character === '\\' && at + 1 < text.length
    value += isEscape ? text.charAt(++at) : character
  }
  return { value, to: text.length }
}

/** A value as it is written: in quotation marks unless it is one plain word. */
export function quoteValue(value: string, reserved: ReadonlySet<string>): string {
  const isPlain = PLAIN.test(value) && !reserved.has(value.toLowerCase())
  return isPlain ? value : `"${value.replace(/["\\]/g, '\\$&')}"`
}
