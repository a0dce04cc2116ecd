import { guessEncoding } from './guess-encoding.ts'

export interface DecodedText {
  text: string
  /** WHATWG name, lower case. */
  encoding: string
  /** false: the bytes prove it (byte order mark, valid UTF-8) or the file declares it. */
  isGuess: boolean
  /** Characters that could not be read and became U+FFFD. */
  unreadable: number
}

/** Share of bad sequences up to which a text with broken UTF-8 is still UTF-8 (cut or glued files). */
const BROKEN_UTF8 = 0.02

/**
 * Text of bytes in an unknown encoding. In this order: byte order mark, UTF-16 without one, valid UTF-8, the declared
 * encoding (an HTML file's `<meta charset>`), slightly broken UTF-8, a guess from the letters. Never fails; binary data
 * comes out as rubbish, so ask `isBinary` first.
 */
export function decodeText(bytes: Uint8Array, declared?: string): DecodedText {
  const marked = byteOrderMark(bytes) ?? bareUtf16(bytes)
  if (marked) return decode(bytes, marked, false)
  const utf8 = strictUtf8(bytes)
  if (utf8 !== undefined && !isIso2022Jp(bytes)) return { text: utf8, encoding: 'utf-8', isGuess: false, unreadable: 0 }
  if (isIso2022Jp(bytes)) return decode(bytes, 'iso-2022-jp', false)
  if (declared && declared !== 'utf-8' && isKnown(declared)) return decode(bytes, declared, false)
  if (declared === 'utf-8' || isNearlyUtf8(bytes)) return decode(bytes, 'utf-8', declared !== 'utf-8')
  return decode(bytes, guessEncoding(bytes), true)
}

function decode(bytes: Uint8Array, encoding: string, isGuess: boolean): DecodedText {
  const text = new TextDecoder(encoding).decode(bytes)
  return { text, encoding, isGuess, unreadable: text.split('\ufffd').length - 1 }
}

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** The encoding a byte order mark at the start announces. */
function byteOrderMark(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  return undefined
}

/**
 * UTF-16 without a mark, in any script: spaces, digits and line ends have a zero byte, always on the same side. Text in
 * one-byte encodings and UTF-8 has none.
 */
function bareUtf16(bytes: Uint8Array): string | undefined {
  const length = Math.min(bytes.length & ~1, 65_536)
  let even = 0
  let odd = 0
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0 && isPlain(bytes[i + 1])) even++
    else if (bytes[i + 1] === 0 && isPlain(bytes[i])) odd++
    else if (bytes[i] === 0 && bytes[i + 1] === 0) return undefined
  }
  const units = length / 2
  if (bytes.length % 2 === 1 || Math.max(even, odd) < Math.max(1, units / 50)) return undefined
  if (odd > even * 20) return 'utf-16le'
  return even > odd * 20 ? 'utf-16be' : undefined
}

function isPlain(byte: number | undefined): boolean {
  return byte !== undefined && (byte === 9 || byte === 10 || byte === 13 || (byte >= 32 && byte < 127))
}

/** ISO-2022-JP is seven-bit and so valid UTF-8; its escape sequences give it away. */
function isIso2022Jp(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 65_536)
  return head.some((byte, i) => byte === 0x1b && head[i + 1] === 0x24 && (head[i + 2] === 0x42 || head[i + 2] === 0x40))
}

function isNearlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes)
  let bad = 0
  let good = 0
  for (const c of text) {
    if (c === '\ufffd') bad++
    else if (c > '\x7f') good++
  }
  return bad <= good * BROKEN_UTF8
}

function isKnown(encoding: string): boolean {
  try {
    return new TextDecoder(encoding).encoding !== ''
  } catch {
    return false
  }
}

/**
 * Whether bytes are something other than text: more than one in a hundred is a control character that text has no use
 * for, after UTF-16 was ruled out.
 */
export function isBinary(bytes: Uint8Array): boolean {
  if (byteOrderMark(bytes) || bareUtf16(bytes)) return false
  const head = bytes.subarray(0, 65_536)
  let controls = 0
  for (const byte of head) if (byte < 32 && !(byte >= 9 && byte <= 13) && byte !== 0x1b) controls++
  return controls * 100 > head.length
}
