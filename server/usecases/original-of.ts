import type { NewOriginal } from '#/db/queries/documents.ts'
import type { PastedText } from '#/lib/format/import/paste.ts'
import type { ExtractedDocument } from '#/server/jobs/extract.ts'

/** A file, or what was pasted. */
export type SourceInput = { fileName: string; bytes: Uint8Array } | { pasted: PastedText }

/** What is kept of a source as it came: the file itself and the text read out of it. */
export async function originalOf(
  input: SourceInput,
  { format, encoding = '', notes, text, runs }: ExtractedDocument,
): Promise<NewOriginal> {
  const { fileName, bytes } = fileOf(input)
  const [own, ofText] = await Promise.all([sha256(bytes), sha256(new TextEncoder().encode(text))])
  return { fileName, bytes, byteSize: bytes.length, sha256: own, format, encoding, notes, text, textSha256: ofText, runs }
}

/** Pasted text has no file: what was pasted, HTML if there was any, is kept as one. */
function fileOf(input: SourceInput): { fileName: string; bytes: Uint8Array } {
  if (!('pasted' in input)) return { fileName: cleanFileName(input.fileName), bytes: input.bytes }
  const { html, text } = input.pasted
  return { fileName: html ? 'pasted.html' : 'pasted.txt', bytes: new TextEncoder().encode(html || text) }
}

const LONGEST_NAME = 255

/** The last part of the path, without control characters and characters that turn the writing direction. */
function cleanFileName(name: string): string {
  const base = name.replace(/^.*[\\/]/, '').replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '')
  return base.slice(-LONGEST_NAME).toWellFormed() || 'document'
}

/** In lower-case hex. Web Crypto works beside the main thread, however large the file. */
async function sha256(bytes: Uint8Array): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)).toString('hex')
}
