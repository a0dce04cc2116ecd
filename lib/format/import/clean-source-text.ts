// biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly the characters XML 1.0 forbids, besides lone surrogates
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
const LINE_ENDS = /\r\n|[\r\u0085\u2029]/g

/**
 * Text as it is stored: the byte order mark and characters that XML forbids are gone, every line end is "\n", a lone
 * surrogate is U+FFFD. Nothing else changes; in particular the text is not normalised (NFC), so that it keeps saying what
 * the source says. U+2028 stays: it is the line break inside a block.
 */
export function cleanSourceText(text: string): string {
  return text
    .replace(LINE_ENDS, '\n')
    .replace(FORBIDDEN, '')
    .toWellFormed()
    .replace(/^\ufeff+/, '')
}
