/** One paragraph-like unit of a document, as importers produce it and as the flat text stores it. */
export interface TextBlock {
  type: 'paragraph' | 'heading' | 'quote' | 'listItem'
  /** Headings only: 1 (largest) to 6. */
  level?: number
  /** List items only. */
  list?: 'bullet' | 'ordered'
  /** List items only: nesting depth, 0 to 8. */
  indent?: number
  /** Inline text in order; no newline inside: a hard line break is U+2028. Empty for an empty block. */
  spans: TextSpan[]
}

/** A run of text with the same formatting. */
export interface TextSpan {
  text: string
  bold?: true
  italic?: true
  /** Link target: http, https or mailto only. */
  href?: string
}

/** The character that stands for a hard line break inside a block (LINE SEPARATOR). One UTF-16 unit, as "\n" is. */
export const LINE_BREAK = '\u2028'

/** The plain text of blocks: block texts joined by one "\n", U+2028 kept. Equal to `canonicalText` of the text made from them. */
export function blocksText(blocks: readonly TextBlock[]): string {
  return blocks.map((block) => block.spans.map((span) => span.text).join('')).join('\n')
}
