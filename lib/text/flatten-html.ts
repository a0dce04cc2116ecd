import type { TextBlock, TextSpan } from '#/lib/text/block.ts'
import { LINE_BREAK } from '#/lib/text/block.ts'
import { MAX_INDENT } from '#/lib/text/block-code.ts'
import { linkTarget } from '#/lib/text/link-target.ts'

const SKIPPED = new Set([
  'script',
  'style',
  'template',
  'head',
  'title',
  'meta',
  'link',
  'noscript',
  'iframe',
  'object',
  'svg',
  'math',
  'select',
  'textarea',
  'button',
  'del',
])
const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)

/** Where the walk is: what an element around the words says about them. */
interface Context {
  kind: Omit<TextBlock, 'spans'>
  format: Omit<TextSpan, 'text'>
  pre: boolean
  /** Inside a block of our own editor: whatever stands there is its words. */
  inBlock: boolean
}

/**
 * Any HTML as HTML of the flat document: nested lists become depths, tables a paragraph per cell, everything unknown a
 * paragraph; scripts, styles and attributes are gone. Parsed in an inert document: nothing in it loads or runs.
 */
export function flattenHtml(html: string): string {
  const source = new DOMParser().parseFromString(withoutStyling(html), 'text/html')
  const target = document.implementation.createHTMLDocument('')
  const own = source.querySelector('[data-pm-slice]') !== null
  for (const block of htmlBlocks(source.body, own)) target.body.append(renderBlock(target, block))
  // Tells ProseMirror that the white space is final and that the first and last block are open at their ends.
  target.body.firstElementChild?.setAttribute('data-pm-slice', '1 1 []')
  return target.body.innerHTML
}

/**
 * Style sheets made inert and style attributes renamed to `data-style`: the page's content policy forbids both, and the
 * browser complains about each one even in a document that is never shown.
 */
function withoutStyling(html: string): string {
  return html
    .replace(/<(\/?)style\b/gi, '<$1template')
    .replace(/<[a-z][^<>]*>/gi, (tag) => tag.replace(/(\s)style(\s*=)/gi, '$1data-style$2'))
}

/** The blocks that have words in an element. `own`: copied from our own editor, where all white space and empty blocks count. */
export function htmlBlocks(root: Element, own = false): TextBlock[] {
  const blocks: TextBlock[] = []
  let open: TextBlock | null = null
  const close = () => {
    open = null
  }
  const write = (text: string, { kind, format, pre, inBlock }: Context) => {
    const words = pre ? text.replace(/\r\n?|\n/g, LINE_BREAK) : text.replace(/[ \t\r\n\f]+/g, ' ')
    if (open === null) {
      // Neither markup's white space nor a break between blocks makes a block.
      if (!inBlock && /^[\s\u2028]*$/.test(words)) return
      open = { ...kind, spans: [] }
      blocks.push(open)
    }
    const before = open.spans.at(-1)?.text ?? ' '
    const trimmed = !pre && /[ \u2028]$/.test(before) ? words.replace(/^ /, '') : words
    if (trimmed !== '') open.spans.push({ text: trimmed, ...format })
  }
  const walk = (node: Node, context: Context) => {
    if (node.nodeType === 3) write(node.nodeValue ?? '', context)
    if (node.nodeType !== 1) return
    const element = node as HTMLElement
    const tag = element.localName
    if (isUnseen(element, tag)) return
    if (tag === 'br') {
      write(LINE_BREAK, { ...context, pre: true })
      return
    }
    const isBlock = BLOCKS.has(tag)
    const inner = {
      ...enter(element, tag, context),
      inBlock: own && (context.inBlock || (isBlock && element !== root && tag !== 'section')),
    }
    if (isBlock) close()
    // In what our own editor copies an empty block is a paragraph's end that was selected with it.
    if (own && isBlock && !element.firstChild) blocks.push({ ...inner.kind, spans: [] })
    for (const child of element.childNodes) walk(child, inner)
    if (isBlock) close()
  }
  walk(root, { kind: { type: 'paragraph' }, format: {}, pre: own, inBlock: false })
  if (own) return blocks
  for (const block of blocks) trimEnd(block)
  return blocks.filter((block) => block.spans.length > 0)
}

function enter(element: HTMLElement, tag: string, outer: Context): Context {
  const context = { ...outer, format: innerFormat(outer.format, element, tag), pre: keepsSpace(outer.pre, element, tag) }
  const heading = /^h([1-6])$/.exec(tag)
  if (heading) return { ...context, kind: { type: 'heading', level: Number(heading[1]) } }
  if (tag === 'blockquote') return { ...context, kind: { type: 'quote' } }
  if (tag === 'ul' || tag === 'ol') {
    const list = tag === 'ol' ? 'ordered' : 'bullet'
    const depth = context.kind.type === 'listItem' ? (context.kind.indent ?? 0) + 1 : 0
    return { ...context, kind: { type: 'listItem', list, indent: Math.min(MAX_INDENT, depth) } }
  }
  const wordItem = wordListItem(element)
  if (wordItem) return { ...context, kind: wordItem }
  const { list } = element.dataset
  if (list === 'bullet' || list === 'ordered') {
    return {
      ...context,
      kind: { type: 'listItem', list, indent: Math.min(MAX_INDENT, Math.max(0, Math.trunc(Number(element.dataset.indent)) || 0)) },
    }
  }
  return context
}

/** What a style says goes before what a tag does: Google Docs wraps everything it copies into `<b style="font-weight:normal">`. */
function innerFormat(outer: Context['format'], element: HTMLElement, tag: string): Context['format'] {
  const href = (tag === 'a' ? linkTarget(element.getAttribute('href')) : null) ?? outer.href
  const weight = declared(element, 'font-weight')
  const style = declared(element, 'font-style')
  const bold = weight === '' ? outer.bold || tag === 'b' || tag === 'strong' : /^(bold(er)?|[6-9]00)$/.test(weight)
  const italic = style === '' ? outer.italic || tag === 'em' || tag === 'i' : /^(italic|oblique)/.test(style)
  return { ...(bold && { bold: true }), ...(italic && { italic: true }), ...(href !== undefined && { href }) }
}

/** Whether white space and line ends count inside an element. */
function keepsSpace(outer: boolean, element: HTMLElement, tag: string): boolean {
  const space = declared(element, 'white-space')
  if (/^(pre|pre-wrap|break-spaces)$/.test(space)) return true
  return space === 'normal' || space === 'nowrap' ? false : outer || tag === 'pre'
}

/**
 * What nobody sees on the page it comes from, or what is no part of its words: Word's bullets, which it writes as text, its
 * comments and the words deleted while it tracked changes.
 */
function isUnseen(element: HTMLElement, tag: string): boolean {
  if (SKIPPED.has(tag) || element.hidden || element.classList.contains('msocomanchor')) return true
  if (!element.hasAttribute('data-style') && !element.hasAttribute('style')) return false
  return (
    /^ignore/.test(declared(element, 'mso-list')) ||
    /^comment/.test(declared(element, 'mso-element')) ||
    declared(element, 'mso-special-character') === 'comment' ||
    declared(element, 'mso-hide') === 'all' ||
    declared(element, 'display') === 'none' ||
    /^(hidden|collapse)$/.test(declared(element, 'visibility')) ||
    /^0(px|pt|em|rem|%)?$/.test(declared(element, 'font-size'))
  )
}

/** What a paragraph of Word's that only looks like a list item stands for; its `mso-list` style holds the level, the marker is text. */
function wordListItem(element: HTMLElement): Context['kind'] | null {
  const level = /\blevel(\d)/.exec(declared(element, 'mso-list'))?.[1]
  if (level === undefined) return null
  const marker = [...element.querySelectorAll<HTMLElement>('[style], [data-style]')].find((part) =>
    /^ignore/.test(declared(part, 'mso-list')),
  )
  const list = /^\s*\(?[\p{L}\p{N}]+[.)]/u.test(marker?.textContent ?? '') ? 'ordered' : 'bullet'
  return { type: 'listItem', list, indent: Math.min(MAX_INDENT, Math.max(0, Number(level) - 1)) }
}

/** A property of the style attribute, read as text: the page's content policy keeps `element.style` empty. */
function declared(element: HTMLElement, property: string): string {
  const style = element.dataset.style ?? element.getAttribute('style') ?? ''
  return new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;!]+)`, 'i').exec(style)?.[1]?.trim().toLowerCase() ?? ''
}

function trimEnd(block: TextBlock): void {
  for (let last = block.spans.at(-1); last; last = block.spans.at(-1)) {
    last.text = last.text.replace(/[ \u2028]+$/, '')
    if (last.text !== '') return
    block.spans.pop()
  }
}

function renderBlock(target: Document, block: TextBlock): HTMLElement {
  const tag = block.type === 'heading' ? `h${block.level}` : block.type === 'quote' ? 'blockquote' : 'p'
  const element = target.createElement(tag)
  if (block.type === 'listItem') Object.assign(element.dataset, { list: block.list, indent: String(block.indent) })
  for (const span of block.spans) {
    let holder: HTMLElement = element
    const nest = (name: string) => {
      holder = holder.appendChild(target.createElement(name))
    }
    if (span.href) {
      nest('a')
      holder.setAttribute('href', span.href)
    }
    if (span.bold) nest('strong')
    if (span.italic) nest('em')
    for (const [i, words] of span.text.split(LINE_BREAK).entries()) {
      if (i > 0) holder.append(target.createElement('br'))
      if (words !== '') holder.append(words)
    }
  }
  return element
}
