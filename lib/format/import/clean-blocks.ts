import { LINE_BREAK, type TextBlock, type TextSpan } from '#/lib/text/block.ts'
import { linkTarget } from '#/lib/text/link-target.ts'
import { cleanSourceText } from './clean-source-text.ts'

const MAX_INDENT = 8
const EDGE = /^[\s\u2028]+|[\s\u2028]+$/g

/**
 * Blocks as the flat text takes them, whatever a reader produced: clean text, no "\n" inside a block, only safe links,
 * neighbouring spans of one format joined, no white space at the ends of a block, no empty blocks.
 */
export function cleanBlocks(blocks: readonly TextBlock[]): TextBlock[] {
  const out: TextBlock[] = []
  for (const block of blocks) {
    const spans = trimSpans(tidySpans(block.spans))
    if (spans.length > 0) out.push({ ...attributes(block), spans })
  }
  return out
}

function attributes(block: TextBlock): Omit<TextBlock, 'spans'> {
  if (block.type === 'heading') return { type: 'heading', level: clamp(block.level ?? 1, 1, 6) }
  if (block.type !== 'listItem') return { type: block.type }
  return { type: 'listItem', list: block.list ?? 'bullet', indent: clamp(block.indent ?? 0, 0, MAX_INDENT) }
}

function clamp(n: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, Math.trunc(n)))
}

/** Joined before they are cleaned, because a surrogate pair or "\r\n" may be split over two spans, and after, because some end empty. */
function tidySpans(spans: readonly TextSpan[]): TextSpan[] {
  const joined = joinSpans(spans.map((span) => ({ text: span.text, ...format(span) })))
  return joinSpans(joined.map((span) => ({ ...span, text: cleanSourceText(span.text).replaceAll('\n', LINE_BREAK) })))
}

function joinSpans(spans: readonly TextSpan[]): TextSpan[] {
  const out: TextSpan[] = []
  for (const span of spans) {
    const last = out.at(-1)
    if (span.text === '') continue
    if (last && last.bold === span.bold && last.italic === span.italic && last.href === span.href) last.text += span.text
    else out.push({ ...span })
  }
  return out
}

function format(span: TextSpan): Omit<TextSpan, 'text'> {
  const href = span.href === undefined ? undefined : (linkTarget(span.href) ?? undefined)
  return { ...(span.bold && { bold: true }), ...(span.italic && { italic: true }), ...(href && { href }) }
}

function trimSpans(spans: TextSpan[]): TextSpan[] {
  const whole = spans.map((span) => span.text).join('')
  const start = whole.length - whole.replace(/^[\s\u2028]+/, '').length
  const end = start + whole.replace(EDGE, '').length
  let at = 0
  const out: TextSpan[] = []
  for (const span of spans) {
    const text = span.text.slice(Math.max(0, start - at), Math.max(0, end - at))
    at += span.text.length
    if (text !== '') out.push({ ...span, text })
  }
  return out
}
