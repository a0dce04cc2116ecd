import { readHtmlText } from './html.ts'
import type { ReadSource } from './import-result.ts'
import { readPlainText } from './txt.ts'

/** What the clipboard holds: plain text always, HTML when it was copied from a page or a word processor. */
export interface PastedText {
  text: string
  html?: string
}

/** Reads pasted text; formatting is used when there is any. */
export function readPaste({ text, html }: PastedText): ReadSource {
  if (html) {
    const source = readHtmlText(html)
    if (source.blocks.length > 0) return source
  }
  return readPlainText(text)
}
