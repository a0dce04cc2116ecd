import { LINE_BREAK } from '#/lib/text/block.ts'

/**
 * Inline text as the flat text may hold it: line ends become LINE_BREAK, and what no store can keep (NUL, half surrogate
 * pairs: Yjs and Postgres would change them behind our back and offsets would drift) becomes U+FFFD.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|\n/g, LINE_BREAK)
    .replaceAll('\0', '\ufffd')
    .toWellFormed()
}
