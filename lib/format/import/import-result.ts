import type { TextBlock } from '#/lib/text/block.ts'

/** Who read a text: what `originals.format` says. */
export type ImportFormat = 'txt' | 'md' | 'html' | 'docx' | 'pdf' | 'paste'

/** Why a file cannot be read. The last four come from around the reader: `server/jobs/extract.ts`. */
export type ImportRefusal =
  | 'empty'
  | 'no-text'
  | 'too-large'
  | 'encrypted'
  | 'corrupt'
  | 'mislabelled'
  | 'unsupported'
  | 'too-complex'
  | 'timed-out'
  | 'interrupted'
  | 'busy'

/** What is known about a file besides its bytes. */
export interface ImportHints {
  /** With its extension, as the person's computer named it. */
  fileName: string
}

/** What one format's reader makes of a file. */
export interface ReadSource {
  ok: true
  blocks: TextBlock[]
  /** Absent: nothing in the file says. Never guessed from the file name here. */
  title?: string
  author?: string
  /** The publication's name. */
  outlet?: string
  /** YYYY-MM-DD. */
  publishedOn?: string
  /** http or https. */
  url?: string
  /** WHATWG name of the encoding the bytes were read with; text formats only. */
  encoding?: string
  /** BCP 47 as the file declares it; checked against the text later. */
  language?: string
  /** One sentence each about what was left out or guessed. */
  notes: string[]
}

/** A file as text, ready to become a document. */
export interface ExtractedSource extends ReadSource {
  format: ImportFormat
  /** From the text, otherwise from the file name; never empty. */
  title: string
  /** BCP 47 primary language, "und" when unknown. */
  language: string
  direction: 'ltr' | 'rtl'
}

export interface RefusedSource {
  ok: false
  reason: ImportRefusal
  /** One sentence for the person who added the file: what is wrong and what to do. */
  message: string
}

/** A refusal as a value. */
export function refuse(reason: ImportRefusal, message: string): RefusedSource {
  return { ok: false, reason, message }
}
