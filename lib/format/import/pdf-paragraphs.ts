import type { TextBlock } from '#/lib/text/block.ts'
import type { LineJoiner } from './pdf-hyphens.ts'
import { type Line, median } from './pdf-lines.ts'

const SENTENCE_END = /[.!?…:;。！？؟]["'”’»)\]]*$/
const BULLET = /^[•▪◦‣●○■□–—*]\s+/
/** Font size against the body's from which a short line is a heading. */
const HEADING = 1.15
const LONGEST_HEADING = 200
/** Distance to the line above, against the usual one, from which a paragraph begins. */
const WIDE_GAP = 1.35
/** First-line indents, in ems. */
const INDENT = [0.7, 6] as const
/** Share of the column a line leaves empty to be the last of its paragraph whatever follows. */
const SHORT = 0.35

/** Lines in reading order as paragraphs and headings. */
export function paragraphs(lines: readonly Line[], join: LineJoiner): TextBlock[] {
  const shape = measure(lines)
  const groups: Line[][] = []
  for (const line of lines) {
    const group = groups.at(-1)
    if (group && continues(group, line, shape)) group.push(line)
    else groups.push([line])
  }
  const sizes = headingSizes(groups, shape)
  return groups.map((group) => toBlock(group, join(group.map((line) => line.text)), sizes, shape))
}

interface Shape {
  /** Font size of most of the text. */
  body: number
  /** Usual distance of baselines in ems. */
  leading: number
  /** Whether paragraphs begin with an indent rather than after a gap. */
  indents: boolean
}

function measure(lines: readonly Line[]): Shape {
  const byLength = new Map<number, number>()
  for (const line of lines) {
    const size = Math.round(line.size * 2) / 2
    byLength.set(size, (byLength.get(size) ?? 0) + line.text.length)
  }
  const body = Array.from(byLength).reduce((most, entry) => (entry[1] > most[1] ? entry : most), [0, 0])[0]
  const pairs = lines
    .slice(1)
    .map((line, i) => [lines[i]!, line] as const)
    .filter(([a, b]) => a.column === b.column && sameSize(a, b))
  const leading = median(pairs.map(([a, b]) => (b.y - a.y) / b.size)) || 1.2
  const indented = pairs.filter(([a, b]) => isIndented(b) && !isIndented(a) && SENTENCE_END.test(a.text)).length
  return { body, leading, indents: indented >= Math.max(2, lines.length / 40) }
}

function sameSize(a: Line, b: Line): boolean {
  return Math.abs(a.size - b.size) < Math.max(a.size, b.size) * 0.08
}

function indentOf(line: Line): number {
  return (line.isRtl ? line.columnRight - line.right : line.left - line.columnLeft) / line.size
}

function isIndented(line: Line): boolean {
  return indentOf(line) > INDENT[0] && indentOf(line) < INDENT[1]
}

/** Space a line leaves free at its end, points. */
function freeSpace(line: Line): number {
  return line.isRtl ? line.left - line.columnLeft : line.columnRight - line.right
}

function continues(group: readonly Line[], line: Line, shape: Shape): boolean {
  const last = group.at(-1)!
  if (last.isRow || line.isRow || !sameSize(last, line) || BULLET.test(line.text)) return false
  if (last.column !== line.column) return continuesElsewhere(last, line, shape)
  if ((line.y - last.y) / line.size > shape.leading * WIDE_GAP) return false
  // A heading in the size of the body, or a line of a list: what follows would have fitted on it.
  const firstWord = ((line.right - line.left) * (line.text.split(' ')[0]!.length + 1)) / line.text.length
  if (freeSpace(last) > (line.columnRight - line.columnLeft) * SHORT && freeSpace(last) > firstWord * 2) return false
  if (isIndented(line) && !isIndented(last) && shape.indents) return false
  return !(SENTENCE_END.test(last.text) && freeSpace(last) > firstWord + line.size)
}

/** Whether a paragraph goes on at the top of the next column or page. */
function continuesElsewhere(last: Line, line: Line, shape: Shape): boolean {
  if (last.size > shape.body * HEADING || freeSpace(last) > (last.columnRight - last.columnLeft) * SHORT) return false
  if (/^\p{Ll}/u.test(line.text) || /[-\u2010\u00ad]$/.test(last.text)) return true
  return shape.indents ? !isIndented(line) : !SENTENCE_END.test(last.text)
}

function isHeading(group: readonly Line[], shape: Shape): boolean {
  const text = group.map((line) => line.text).join(' ')
  return group[0]!.size > shape.body * HEADING && text.length <= LONGEST_HEADING && /\p{L}/u.test(text)
}

/** Font sizes of headings, largest first: their places are their levels. */
function headingSizes(groups: readonly Line[][], shape: Shape): number[] {
  const sizes = groups.filter((group) => isHeading(group, shape)).map((group) => Math.round(group[0]!.size))
  return Array.from(new Set(sizes)).sort((a, b) => b - a)
}

function toBlock(group: readonly Line[], text: string, sizes: readonly number[], shape: Shape): TextBlock {
  if (isHeading(group, shape))
    return { type: 'heading', level: Math.min(3, sizes.indexOf(Math.round(group[0]!.size)) + 1), spans: [{ text }] }
  if (BULLET.test(text)) return { type: 'listItem', list: 'bullet', indent: 0, spans: [{ text: text.replace(BULLET, '') }] }
  return { type: 'paragraph', spans: [{ text }] }
}
