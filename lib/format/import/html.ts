import { parse } from 'parse5'
import { t } from '#/lib/message/t.ts'
import { decodeText } from './decode-text.ts'
import { encodingNotes } from './encoding-notes.ts'
import { htmlBlocks } from './html-blocks.ts'
import { mainContent } from './html-main.ts'
import { htmlMetadata } from './html-metadata.ts'
import type { ReadSource } from './import-result.ts'
import { leftOutNotes } from './left-out-notes.ts'

/** Where browsers look for a `<meta charset>`; pages with long heads need more than the standard's 1024. */
const PRESCAN = 4096

/** Reads a web page saved as a file: its main content, and what it says about title, author, date and address. */
export function readHtml(bytes: Uint8Array): ReadSource {
  const decoded = decodeText(bytes, declaredCharset(bytes))
  const document = parse(decoded.text)
  const metadata = htmlMetadata(document)
  const main = mainContent(document)
  const { blocks, ...leftOut } = htmlBlocks(main.root, { skip: main.skip, baseUrl: metadata.url })
  const headings = blocks.filter((block) => block.type === 'heading' && block.level === 1)
  const onlyHeading =
    headings.length === 1
      ? headings[0]?.spans
          .map((span) => span.text)
          .join('')
          .trim()
      : undefined
  const notes = [
    ...encodingNotes(decoded),
    ...(main.isPart ? [t('Menus and other parts around the text were left out.')] : []),
    ...leftOutNotes(leftOut),
  ]
  // "Headline | Site" in <title>: the heading on the page is the cleaner one.
  return { ok: true, blocks, ...metadata, ...(onlyHeading && { title: onlyHeading }), encoding: decoded.encoding, notes }
}

/** Reads HTML text whole, without looking for a main part: pasted, or made from another format. */
export function readHtmlText(html: string): ReadSource {
  const { blocks, ...leftOut } = htmlBlocks(parse(html))
  return { ok: true, blocks, notes: leftOutNotes(leftOut) }
}

/** The encoding an HTML file declares in its first bytes, as a WHATWG name, or undefined. */
function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, PRESCAN))
  const label = /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1] ?? /^<\?xml[^>]+encoding=["']([\w.:-]+)/i.exec(head)?.[1]
  if (!label) return undefined
  try {
    // A file whose `<meta>` can be read as ASCII is not UTF-16, whatever it says (HTML standard).
    return new TextDecoder(/^utf-16/i.test(label) ? 'utf-8' : label).encoding
  } catch {
    return undefined
  }
}
