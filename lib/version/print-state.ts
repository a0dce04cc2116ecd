import { LINE_BREAK, type TextBlock } from '#/lib/text/block.ts'
import type { PlacedStatement } from '#/lib/version/history.ts'

/** A document at a moment, for an operator to read. */
export interface PrintedState {
  title: string
  /** For example "2026-11-22T14:05:00.000Z". */
  at: string
  blocks: readonly TextBlock[]
  statements: readonly PlacedStatement[]
  /** What actors, themes and people are called, by id. */
  names: ReadonlyMap<string, string>
}

/** One line per block, then one per statement. */
export function printText({ title, at, blocks, statements, names }: PrintedState): string {
  const words = canonicalOf(blocks)
  const lines = statements.map((statement) => `- ${sentenceOf(statement, words, names)}`)
  return [`${title}, as of ${at}`, '', ...blocks.map(wordsOf), ...(lines.length > 0 ? ['', 'Statements', '', ...lines] : []), '']
    .join('\n')
    .replaceAll(LINE_BREAK, '\n')
}

/** A page of its own: nothing in it loads or runs. */
export function printHtml({ title, at, blocks, statements, names }: PrintedState): string {
  const words = canonicalOf(blocks)
  const lines = statements.map((statement) => `<li>${escaped(sentenceOf(statement, words, names))}</li>`)
  return [
    '<!doctype html>',
    `<html><head><meta charset="utf-8"><title>${escaped(title)}</title></head><body>`,
    `<h1>${escaped(title)}</h1><p>As of ${escaped(at)}</p>`,
    ...blocks.map(elementOf),
    ...(lines.length > 0 ? ['<h2>Statements</h2>', '<ul>', ...lines, '</ul>'] : []),
    '</body></html>',
    '',
  ].join('\n')
}

function wordsOf({ spans }: TextBlock): string {
  return spans.map(({ text }) => text).join('')
}

function canonicalOf(blocks: readonly TextBlock[]): string {
  return blocks.map(wordsOf).join('\n')
}

/** Tags are "id|role" and "id|stance". */
function sentenceOf({ start, end, by, actors, themes }: PlacedStatement, words: string, names: ReadonlyMap<string, string>): string {
  const passage = start === null || end === null ? 'detached' : `“${words.slice(start, end)}”`
  const tags = [...actors, ...themes].map((tag) => {
    const [id = '', how = ''] = tag.split('|')
    return `${names.get(id) ?? id} (${how})`
  })
  return `${passage}: ${[...tags, `by ${names.get(by) ?? by}`].join(', ')}`
}

function elementOf(block: TextBlock): string {
  const name =
    block.type === 'heading' ? `h${block.level ?? 1}` : block.type === 'quote' ? 'blockquote' : block.type === 'listItem' ? 'li' : 'p'
  const content = block.spans.map(({ text, bold, italic }) => {
    const plain = escaped(text).replaceAll(LINE_BREAK, '<br>')
    const slanted = italic ? `<em>${plain}</em>` : plain
    return bold ? `<strong>${slanted}</strong>` : slanted
  })
  return `<${name}>${content.join('')}</${name}>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
