import { cleanSourceText } from './clean-source-text.ts'
import { decodeText } from './decode-text.ts'
import { encodingNotes } from './encoding-notes.ts'
import type { ReadSource } from './import-result.ts'
import { markTitle } from './title-block.ts'
import { textParagraphs } from './txt-paragraphs.ts'

/** Reads a plain text file. */
export function readTxt(bytes: Uint8Array): ReadSource {
  const decoded = decodeText(bytes)
  return { ...readPlainText(decoded.text), encoding: decoded.encoding, notes: encodingNotes(decoded) }
}

/** Reads plain text that is already decoded, for example pasted. */
export function readPlainText(text: string): ReadSource {
  // Form feeds separate pages and so paragraphs; they must be seen before control characters go.
  const paragraphs = textParagraphs(cleanSourceText(text.replaceAll('\f', '\n\n')))
  const blocks = markTitle(paragraphs.map((paragraph) => ({ type: 'paragraph', spans: [{ text: paragraph }] })))
  return { ok: true, blocks, notes: [] }
}
