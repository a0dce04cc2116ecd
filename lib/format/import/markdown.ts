import type { Nodes, Parents, Root, Table } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { TextBlock } from '#/lib/text/block.ts'
import { type BlockKind, BlockWriter, type SpanFormat } from './block-writer.ts'
import { cleanSourceText } from './clean-source-text.ts'
import { decodeText } from './decode-text.ts'
import { encodingNotes } from './encoding-notes.ts'
import { frontMatter } from './front-matter.ts'
import { readHtmlText } from './html.ts'
import type { ReadSource } from './import-result.ts'
import { leftOutNotes } from './left-out-notes.ts'

interface Context {
  format: SpanFormat
  kind: BlockKind
  /** Depth of lists around, 0 outside. */
  lists: number
}

type Handlers = { [T in Nodes['type']]?: (node: Extract<Nodes, { type: T }>, context: Context) => void }

/** Reads a Markdown file: CommonMark with GitHub's tables, footnotes and task lists, and simple front matter. */
export function readMarkdown(bytes: Uint8Array): ReadSource {
  const decoded = decodeText(bytes)
  const { metadata, body } = frontMatter(cleanSourceText(decoded.text))
  const reader = new MarkdownReader()
  const blocks = reader.read(unified().use(remarkParse).use(remarkGfm).parse(body))
  return { ok: true, blocks, ...metadata, encoding: decoded.encoding, notes: [...encodingNotes(decoded), ...leftOutNotes(reader.leftOut)] }
}

class MarkdownReader {
  readonly leftOut = { pictures: 0, tables: 0 }
  readonly #writer = new BlockWriter()
  readonly #targets = new Map<string, string>()
  readonly #footnotes: string[] = []
  /** Goes in front of the next block's words. */
  #prefix = ''

  read(root: Root): TextBlock[] {
    const context: Context = { format: {}, kind: { type: 'paragraph' }, lists: 0 }
    for (const node of root.children) if (node.type === 'definition') this.#targets.set(node.identifier, node.url)
    // Footnotes are numbered where they are referred to; their words follow at the end, as printed.
    const isFootnote = (node: Nodes) => node.type === 'footnoteDefinition'
    for (const node of root.children) if (!isFootnote(node)) this.#visit(node, context)
    for (const node of root.children) if (isFootnote(node)) this.#visit(node, context)
    return this.#writer.end()
  }

  readonly #handlers: Handlers = {
    text: (node, context) => this.#writer.words(node.value, context.format),
    inlineCode: (node, context) => this.#writer.verbatim(node.value, context.format),
    break: () => this.#writer.lineBreak(),
    strong: (node, context) => this.#formatted(node, context, { bold: true }),
    emphasis: (node, context) => this.#formatted(node, context, { italic: true }),
    link: (node, context) => this.#formatted(node, context, { href: node.url }),
    linkReference: (node, context) => {
      const href = this.#targets.get(node.identifier)
      this.#formatted(node, context, href ? { href } : {})
    },
    image: () => this.#countPicture(),
    imageReference: () => this.#countPicture(),
    footnoteReference: (node, context) => this.#writer.verbatim(`[${this.#footnoteNumber(node.identifier)}]`, context.format),
    html: (node, context) => this.#html(node.value, context),

    paragraph: (node, context) => this.#block(context.kind, () => this.#children(node, context)),
    heading: (node, context) => this.#block({ type: 'heading', level: node.depth }, () => this.#children(node, context)),
    code: (node, context) => this.#block(context.kind, () => this.#writer.verbatim(node.value, context.format)),
    blockquote: (node, context) => this.#children(node, { ...context, kind: { type: 'quote' } }),
    list: (node, context) =>
      this.#children(node, { ...context, lists: context.lists + 1, kind: itemKind(node.ordered === true, context.lists) }),
    listItem: (node, context) => {
      if (node.checked != null) this.#prefix = node.checked ? '☑ ' : '☐ '
      // A kind object of its own: the writer makes one block of it.
      this.#children(node, { ...context, kind: { ...context.kind } })
    },
    footnoteDefinition: (node, context) => {
      this.#prefix = `[${this.#footnoteNumber(node.identifier)}] `
      this.#children(node, context)
    },
    table: (node, context) => this.#table(node, context),
    definition: () => {},
    thematicBreak: () => {},
  }

  #visit(node: Nodes, context: Context): void {
    const handler = this.#handlers[node.type] as ((node: Nodes, context: Context) => void) | undefined
    if (handler) handler(node, context)
    else if ('children' in node) this.#children(node, context)
  }

  #children(node: Parents, context: Context): void {
    for (const child of node.children) this.#visit(child, context)
  }

  #formatted(node: Parents, context: Context, format: SpanFormat): void {
    this.#children(node, { ...context, format: { ...context.format, ...format } })
  }

  #block(kind: BlockKind, write: () => void): void {
    this.#writer.start(kind)
    this.#writer.verbatim(this.#prefix, {})
    this.#prefix = ''
    write()
    this.#writer.start()
  }

  #table(table: Table, context: Context): void {
    this.leftOut.tables++
    for (const row of table.children) {
      this.#block(context.kind, () => {
        for (const [i, cell] of row.children.entries()) {
          if (i > 0) this.#writer.verbatim(' | ', {})
          this.#children(cell, context)
        }
      })
    }
  }

  /** Tags between words only matter when they break the line; blocks of HTML are read as such. */
  #html(html: string, context: Context): void {
    if (/^<br\s*\/?>$/i.test(html)) this.#writer.lineBreak()
    else if (!/^<(?:!--|\/)/.test(html) && /<\/|\n/.test(html)) {
      this.#writer.start(context.kind)
      this.#writer.blocks.push(...readHtmlText(html).blocks)
    }
  }

  #countPicture(): void {
    this.leftOut.pictures++
  }

  #footnoteNumber(identifier: string): number {
    if (!this.#footnotes.includes(identifier)) this.#footnotes.push(identifier)
    return this.#footnotes.indexOf(identifier) + 1
  }
}

function itemKind(isOrdered: boolean, lists: number): BlockKind {
  return { type: 'listItem', list: isOrdered ? 'ordered' : 'bullet', indent: lists }
}
