import { parse } from 'parse5'
import { attribute, type HtmlElement, type HtmlNode, isElement, isHidden, isText } from '#/lib/format/import/html-tree.ts'
import type { TextSpan } from '#/lib/text/block.ts'
import type { BlockKind } from '#/lib/text/block-code.ts'
import { linkTarget } from '#/lib/text/link-target.ts'
import { type PlacedText, PlacedTextWriter } from './placed-text.ts'

/** A page with the way from offsets of the text in it, tags not counted, to offsets here. */
export interface PlacedHtml extends PlacedText {
  /** All text of its body, as it stands between the tags. */
  source: string
}

type Format = Omit<TextSpan, 'text'>

/** Where the walk is. `end`: what was open ends. */
interface Step {
  node: HtmlNode | null
  kind: BlockKind
  format: Format
  pre: boolean
  hidden: boolean
  listDepth: number
}

const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)
const PARAGRAPH: BlockKind = { type: 'paragraph' }

/** Reads HTML so that what was said of its text by offsets can be found again. Without recursion: hostile files nest deep. */
export function placedHtml(html: string): PlacedHtml {
  const writer = new PlacedTextWriter()
  const source: string[] = []
  let length = 0
  let endsWithSpace = true
  const open = { kind: PARAGRAPH, format: {}, pre: false, hidden: false, listDepth: 0 }
  const body = parse(html).childNodes.find((node) => node.nodeName === 'html') as HtmlElement | undefined
  const root = body?.childNodes.find((node) => node.nodeName === 'body')
  const stack: Step[] = root ? [{ node: root, ...open }] : []
  const start = (kind: BlockKind) => {
    writer.start(kind)
    endsWithSpace = true
  }
  for (let step = stack.pop(); step; step = stack.pop()) {
    const { node } = step
    if (node === null) start(step.kind)
    else if (isText(node)) {
      if (!step.hidden) endsWithSpace = writeText(writer, node.value, length, step, endsWithSpace)
      source.push(node.value)
      length += node.value.length
    } else if (isElement(node)) {
      if (node.tagName === 'br' && !step.hidden) writer.lineBreak(null)
      const inner = enter(node, step)
      const isBlock = BLOCKS.has(node.tagName)
      if (isBlock) {
        start(inner.kind)
        stack.push({ ...step, node: null })
      }
      for (const child of node.childNodes.toReversed()) stack.push({ ...inner, node: child })
    }
  }
  return { ...writer.finish(), source: source.join('') }
}

/** Writes words with one space between, but for `pre`. Answers whether a space is at the end. */
function writeText(writer: PlacedTextWriter, text: string, at: number, { format, pre }: Step, endsWithSpace: boolean): boolean {
  if (pre) {
    writer.write(text, at, format)
    return /\s$/.test(text)
  }
  let spaced = endsWithSpace
  for (const part of text.matchAll(/[ \t\n\r\f]+|[^ \t\n\r\f]+/g)) {
    const isSpace = /^[ \t\n\r\f]/.test(part[0])
    if (!isSpace) writer.write(part[0], at + part.index, format)
    else if (!spaced) writer.write(' ', at + part.index, format)
    spaced = isSpace
  }
  return spaced
}

function enter(element: HtmlElement, outer: Step): Omit<Step, 'node'> {
  const { tagName } = element
  const heading = /^h([1-6])$/.exec(tagName)
  const isList = tagName === 'ul' || tagName === 'ol'
  const listDepth = outer.listDepth + Number(isList)
  const list = tagName === 'ol' ? 'ordered' : 'bullet'
  const kind: BlockKind = heading
    ? { type: 'heading', level: Number(heading[1]) }
    : tagName === 'blockquote'
      ? { type: 'quote' }
      : isList
        ? { type: 'listItem', list, indent: Math.min(8, listDepth - 1) }
        : BLOCKS.has(tagName) && tagName !== 'li' && tagName !== 'p' && tagName !== 'div'
          ? PARAGRAPH
          : outer.kind
  return {
    kind,
    format: formatOf(element, outer.format),
    pre: outer.pre || tagName === 'pre',
    hidden: outer.hidden || isHidden(element),
    listDepth,
  }
}

function formatOf(element: HtmlElement, outer: Format): Format {
  const href = element.tagName === 'a' ? linkTarget(attribute(element, 'href')) : null
  return {
    ...outer,
    ...((element.tagName === 'b' || element.tagName === 'strong') && { bold: true as const }),
    ...((element.tagName === 'i' || element.tagName === 'em') && { italic: true as const }),
    ...(href !== null && { href }),
  }
}
