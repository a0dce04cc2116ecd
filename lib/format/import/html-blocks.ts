import type { TextBlock } from '#/lib/text/block.ts'
import { type BlockKind, BlockWriter, inlineSpans, type SpanFormat } from './block-writer.ts'
import {
  attribute,
  descendants,
  type HtmlElement,
  type HtmlNode,
  type HtmlParent,
  isElement,
  isHidden,
  isText,
  textOf,
} from './html-tree.ts'

const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)
const BOLD = new Set(['b', 'strong'])
const ITALIC = new Set(['i', 'em', 'cite', 'dfn', 'var'])
/** Visible text of a cell, UTF-16 units, from which a table is taken for page layout. */
const LAYOUT_CELL = 1000

export interface HtmlBlocksOptions {
  /** Elements to leave out with everything in them. */
  skip?: (element: HtmlElement) => boolean
  /** What relative links are relative to. */
  baseUrl?: string
}

export interface HtmlBlocks {
  blocks: TextBlock[]
  /** Pictures left out. */
  pictures: number
  /** Tables turned into one block a row. */
  tables: number
}

/** What an element hands down to its content. */
interface Context {
  format: SpanFormat
  /** Kind of the blocks that begin here. */
  kind: BlockKind
  /** Depth of lists around, 0 outside. */
  lists: number
  keepsSpace: boolean
}

type Step = { node: HtmlNode; context: Context } | { after: BlockKind }

/** The text of an HTML tree as blocks. Links are not checked here: `cleanBlocks` does. */
export function htmlBlocks(root: HtmlParent, options: HtmlBlocksOptions = {}): HtmlBlocks {
  const writer = new BlockWriter()
  const counts = { pictures: 0, tables: 0 }
  const first: Context = { format: {}, kind: { type: 'paragraph' }, lists: 0, keepsSpace: false }
  // A stack instead of recursion: hostile files nest deeper than the call stack.
  const stack: Step[] = root.childNodes.toReversed().map((node) => ({ node, context: first }))
  for (let step = stack.pop(); step; step = stack.pop()) {
    if ('after' in step) writer.start(step.after)
    else if (isText(step.node)) addText(writer, step.node.value, step.context)
    else if (isElement(step.node)) for (const next of enter(step.node, step.context)) stack.push(next)
  }
  return { blocks: writer.end(), ...counts }

  /** Writes what an element itself stands for and answers what is left to do: its content, last first. */
  function enter(element: HtmlElement, context: Context): Step[] {
    const tag = element.tagName
    if (isHidden(element) || options.skip?.(element)) return []
    if (tag === 'img' && !isPixel(element)) counts.pictures++
    if (tag === 'br') writer.lineBreak()
    if (tag === 'table' && isDataTable(element)) {
      addTable(element, context)
      return []
    }
    const inner = innerContext(element, context, options.baseUrl)
    const content: Step[] = element.childNodes.toReversed().map((node) => ({ node, context: inner }))
    if (tag === 'q') return [quoteMark('”', context), ...content, quoteMark('“', context)]
    if (!BLOCKS.has(tag)) return content
    writer.start(inner.kind)
    return [{ after: context.kind }, ...content]
  }

  function addTable(table: HtmlElement, context: Context): void {
    counts.tables++
    for (const row of elements(table, 'tr')) {
      writer.start(context.kind)
      const cells = row.childNodes.filter((node) => isElement(node) && (node.tagName === 'td' || node.tagName === 'th')) as HtmlElement[]
      for (const [i, cell] of cells.entries()) {
        if (i > 0) writer.verbatim(' | ', {})
        const inner = htmlBlocks(cell, options)
        counts.pictures += inner.pictures
        for (const { text, ...format } of inlineSpans(inner.blocks)) writer.words(text, format)
      }
    }
    writer.start(context.kind)
  }
}

function addText(writer: BlockWriter, text: string, context: Context): void {
  if (!context.keepsSpace) {
    writer.words(text, context.format)
    return
  }
  for (const [i, part] of text.split(/\n[ \t]*\n\s*/).entries()) {
    if (i > 0) writer.start(context.kind)
    writer.verbatim(part, context.format)
  }
}

/** Pictures of one pixel count readers, they show nothing. */
function isPixel(image: HtmlElement): boolean {
  return [attribute(image, 'width'), attribute(image, 'height')].some((size) => size === '0' || size === '1')
}

function quoteMark(mark: string, context: Context): Step {
  return { node: { nodeName: '#text', parentNode: null, value: mark }, context }
}

function innerContext(element: HtmlElement, context: Context, baseUrl: string | undefined): Context {
  const tag = element.tagName
  const heading = /^h([1-6])$/.exec(tag)
  if (heading) return { ...context, kind: { type: 'heading', level: Number(heading[1]) } }
  if (BOLD.has(tag)) return { ...context, format: { ...context.format, bold: true } }
  if (ITALIC.has(tag)) return { ...context, format: { ...context.format, italic: true } }
  if (tag === 'a') return { ...context, format: withLink(context.format, attribute(element, 'href'), baseUrl) }
  if (tag === 'pre') return { ...context, keepsSpace: true }
  if (tag === 'blockquote') return { ...context, kind: { type: 'quote' } }
  if (tag === 'ul' || tag === 'ol') return { ...context, lists: context.lists + 1 }
  if (tag === 'li') return { ...context, kind: listItem(element, context.lists) }
  return context
}

function listItem(element: HtmlElement, lists: number): BlockKind {
  const parent = element.parentNode
  const isOrdered = parent !== null && isElement(parent) && parent.tagName === 'ol'
  return { type: 'listItem', list: isOrdered ? 'ordered' : 'bullet', indent: Math.max(0, lists - 1) }
}

function withLink(format: SpanFormat, href: string | undefined, baseUrl: string | undefined): SpanFormat {
  const url = href === undefined || href.startsWith('#') ? null : URL.parse(href, baseUrl)
  return url ? { ...format, href: url.href } : format
}

function elements(root: HtmlElement, tagName: string): HtmlElement[] {
  return Array.from(descendants(root)).filter((node): node is HtmlElement => isElement(node) && node.tagName === tagName)
}

/** Whether a table holds facts, a row each; otherwise it arranges a page and its cells are read as they come. */
function isDataTable(table: HtmlElement): boolean {
  let cells = 0
  let rows = 0
  for (const node of descendants(table)) {
    if (!isElement(node)) continue
    if (node.tagName === 'table' || /^h[1-6]$/.test(node.tagName)) return false
    if (node.tagName === 'tr') rows++
    if (node.tagName !== 'td' && node.tagName !== 'th') continue
    cells++
    if (textOf(node).length > LAYOUT_CELL) return false
  }
  return cells > rows && rows > 0
}
