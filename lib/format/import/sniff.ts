import { isBinary } from './decode-text.ts'

/** What the first bytes of a file say it is. */
export type Content =
  | { kind: 'zip' | 'ole' | 'pdf' | 'rtf' | 'html' | 'text' }
  /** `what` completes "This is ...". */
  | { kind: 'other'; what: string }

const ascii = (text: string) => Array.from(text, (c) => c.charCodeAt(0))
const OTHERS: readonly (readonly [what: string, magic: readonly number[]])[] = [
  ['a picture (PNG)', [0x89, 0x50, 0x4e, 0x47]],
  ['a picture (JPEG)', [0xff, 0xd8, 0xff]],
  ['a picture (GIF)', ascii('GIF8')],
  ['a picture (TIFF)', [0x49, 0x49, 0x2a, 0x00]],
  ['a picture (TIFF)', [0x4d, 0x4d, 0x00, 0x2a]],
  ['a picture, sound or video', ascii('RIFF')],
  ['a sound file (MP3)', ascii('ID3')],
  ['a sound file (Ogg)', ascii('OggS')],
  ['a video', [0x1a, 0x45, 0xdf, 0xa3]],
  ['a program', [0x7f, 0x45, 0x4c, 0x46]],
  ['a program', [0x4d, 0x5a, 0x90, 0x00]],
  ['a compressed archive (gzip)', [0x1f, 0x8b]],
  ['a compressed archive (7-Zip)', [0x37, 0x7a, 0xbc, 0xaf]],
  ['a compressed archive (RAR)', ascii('Rar!')],
  ['a database (SQLite)', ascii('SQLite format 3')],
]
const HTML_START = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i

/** What a file holds, by its content alone. */
export function sniff(bytes: Uint8Array): Content {
  if (startsWith(bytes, ascii('PK'))) return { kind: 'zip' }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return { kind: 'ole' }
  if (startsWith(bytes, ascii('{\\rtf'))) return { kind: 'rtf' }
  // Some writers put a line in front of the PDF header; readers accept it within the first kilobyte.
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 1024))
  if (head.includes('%PDF-')) return { kind: 'pdf' }
  const other = OTHERS.find(([, magic]) => startsWith(bytes, magic))
  if (other) return { kind: 'other', what: other[0] }
  if (new TextDecoder('windows-1252').decode(bytes.subarray(4, 8)) === 'ftyp') return { kind: 'other', what: 'a video or picture' }
  if (isBinary(bytes)) return { kind: 'other', what: 'a file of binary data' }
  return { kind: HTML_START.test(head.replace(/^ï»¿/, '')) ? 'html' : 'text' }
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte)
}
