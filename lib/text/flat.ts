import * as Y from 'yjs'
import type { TextBlock, TextSpan } from '#/lib/text/block.ts'
import { BLOCK_FORMAT, blockCode, blockKind } from '#/lib/text/block-code.ts'
import { cleanText } from '#/lib/text/clean-text.ts'
import { linkTarget } from '#/lib/text/link-target.ts'

/**
 * The flat text: one Y.Text in which every block is an opener "\n" followed by its words. The opener carries the kind of
 * block as a format, so splitting, joining and retyping blocks never re-creates a character, and anchors stay on theirs.
 */
export const TEXT_NAME = 't'
/** Y.Map of the text document: where characters went that had to be re-created (see lib/anchor/alias.ts). */
export const ALIAS_NAME = 'alias'

/** Formats of the flat text by name; values as stored. `null` removes a format. */
export interface FlatFormat {
  /** On openers: the block's code. */
  [BLOCK_FORMAT]?: string | null
  bold?: true | null
  italic?: true | null
  /** The link's target. */
  link?: string | null
}

/** A new text document (Yjs) with these blocks; one empty paragraph when there are none. */
export function createTextDoc(blocks: readonly TextBlock[]): Y.Doc {
  const doc = new Y.Doc()
  doc.getMap(ALIAS_NAME)
  doc.getText(TEXT_NAME).applyDelta(blocksDelta(blocks))
  return doc
}

/** What `text` holds after its first opener: blocks joined by one "\n", hard breaks as U+2028, nothing trimmed. */
export function canonicalText(text: Y.Text): string {
  const flat = text.toString()
  return flat.startsWith('\n') ? flat.slice(1) : flat
}

/** The blocks of a text, in order. Formats and codes nobody knows are left out, never thrown at. */
export function readBlocks(text: Y.Text): TextBlock[] {
  const blocks: TextBlock[] = []
  let spans: TextSpan[] | undefined
  for (const op of text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]) {
    if (typeof op.insert !== 'string') continue
    const format = spanFormat(op.attributes)
    for (const [i, words] of op.insert.split('\n').entries()) {
      if (i > 0 || spans === undefined) {
        // Words before any opener can only come from a broken document; they get a paragraph of their own.
        if (i === 0 && words === '') continue
        spans = []
        blocks.push({ ...(i > 0 ? blockKind(op.attributes?.[BLOCK_FORMAT]) : blockKind(null)), spans })
      }
      if (words !== '') pushSpan(spans, { text: words, ...format })
    }
  }
  if (blocks.length === 0) blocks.push({ type: 'paragraph', spans: [] })
  return blocks
}

function blocksDelta(blocks: readonly TextBlock[]): { insert: string; attributes: FlatFormat }[] {
  const delta: { insert: string; attributes: FlatFormat }[] = []
  const push = (insert: string, attributes: FlatFormat) => {
    const last = delta.at(-1)
    // One insert for all plain text: its characters then are one run of ids.
    if (last && Object.keys(last.attributes).length === 0 && Object.keys(attributes).length === 0) last.insert += insert
    else delta.push({ insert, attributes })
  }
  for (const block of blocks.length > 0 ? blocks : [{ type: 'paragraph', spans: [] } satisfies TextBlock]) {
    const code = blockCode(block)
    push('\n', code === null ? {} : { [BLOCK_FORMAT]: code })
    for (const span of block.spans) if (span.text !== '') push(cleanText(span.text), spanAttributes(span))
  }
  return delta
}

function spanAttributes(span: TextSpan): FlatFormat {
  const link = linkTarget(span.href)
  return { ...(span.bold && { bold: true }), ...(span.italic && { italic: true }), ...(link !== null && { link }) }
}

function spanFormat(attributes: Record<string, unknown> | undefined): Omit<TextSpan, 'text'> {
  if (attributes === undefined) return {}
  const href = linkTarget(attributes.link)
  return {
    ...(attributes.bold === true && { bold: true }),
    ...(attributes.italic === true && { italic: true }),
    ...(href !== null && { href }),
  }
}

function pushSpan(spans: TextSpan[], span: TextSpan): void {
  const last = spans.at(-1)
  if (last && last.bold === span.bold && last.italic === span.italic && last.href === span.href) last.text += span.text
  else spans.push(span)
}
