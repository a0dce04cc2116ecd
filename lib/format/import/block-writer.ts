import { LINE_BREAK, type TextBlock, type TextSpan } from '#/lib/text/block.ts'

export type SpanFormat = Omit<TextSpan, 'text'>
export type BlockKind = Omit<TextBlock, 'spans'>

const PARAGRAPH: BlockKind = { type: 'paragraph' }
const ENDS_WITH_SPACE = /[ \u2028]$/

/** Builds blocks from a document read front to back. */
export class BlockWriter {
  readonly blocks: TextBlock[] = []
  #kind: BlockKind = PARAGRAPH
  #spans: TextSpan[] = []
  readonly #usedItems = new WeakSet<BlockKind>()

  /** Adds text of a format in which white space only separates words, as HTML and Markdown do. */
  words(text: string, format: SpanFormat): void {
    const collapsed = text.replace(/[ \t\n\r\f]+/g, ' ')
    const last = this.#spans.at(-1)?.text ?? ' '
    this.verbatim(ENDS_WITH_SPACE.test(last) ? collapsed.replace(/^ /, '') : collapsed, format)
  }

  /** Adds text as it is; line ends become line breaks. */
  verbatim(text: string, format: SpanFormat): void {
    if (text !== '') this.#spans.push({ text: text.replace(/\r\n|[\r\n]/g, LINE_BREAK), ...format })
  }

  lineBreak(): void {
    const last = this.#spans.at(-1)
    if (last) last.text = last.text.replace(/ $/, '')
    this.#spans.push({ text: LINE_BREAK })
  }

  /**
   * Ends the open block; what follows is of this kind. A list item is one block: when the same kind object is started
   * again after it was used, what follows is a paragraph.
   */
  start(kind: BlockKind = PARAGRAPH): void {
    if (this.#spans.some((span) => span.text.trim() !== '')) {
      this.blocks.push({ ...this.#kind, spans: this.#spans })
      if (this.#kind.type === 'listItem') this.#usedItems.add(this.#kind)
    }
    this.#spans = []
    this.#kind = this.#usedItems.has(kind) ? PARAGRAPH : kind
  }

  /** Ends the last block and answers all. */
  end(): TextBlock[] {
    this.start()
    return this.blocks
  }
}

/** Blocks of a table cell, list item ... as the inline text of one block. */
export function inlineSpans(blocks: readonly TextBlock[]): TextSpan[] {
  return blocks.flatMap((block, i) => (i > 0 ? [{ text: ' ' }, ...block.spans] : block.spans))
}
