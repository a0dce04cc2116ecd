import { linkTarget } from '#/lib/text/link-target.ts'
import type { ReadSource } from './import-result.ts'
import { isoDate } from './iso-date.ts'

type Metadata = Pick<ReadSource, 'title' | 'author' | 'outlet' | 'publishedOn' | 'url' | 'language'>

const BLOCK = /^---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/
const LINE = /^([A-Za-z][\w -]*?)\s*:\s*(.+)$/

/** The YAML block that many Markdown writers put first, read as `name: value` lines, and the text after it. */
export function frontMatter(markdown: string): { metadata: Metadata; body: string } {
  const block = BLOCK.exec(markdown)
  if (!block) return { metadata: {}, body: markdown }
  const lines = (block[1] ?? '').split('\n').map((line) => LINE.exec(line))
  // A rule between paragraphs looks the same; only lines of names and values are front matter.
  if (!lines.some(Boolean)) return { metadata: {}, body: markdown }
  const values = new Map(lines.flatMap((line) => (line ? [[line[1]!.toLowerCase(), unquoted(line[2]!)]] : [])))
  const first = (...names: string[]) => names.map((name) => values.get(name)).find((value) => value !== undefined && value !== '')
  const found = {
    title: first('title'),
    author: first('author', 'authors'),
    outlet: first('outlet', 'publisher', 'source', 'site'),
    publishedOn: isoDate(first('date', 'published', 'publishedon', 'published_on')),
    url: linkTarget(first('url', 'link', 'canonical') ?? '') ?? undefined,
    language: first('lang', 'language'),
  }
  return {
    metadata: Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)),
    body: markdown.slice(block[0].length),
  }
}

function unquoted(value: string): string {
  return value
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2')
    .replace(/^\[(.*)\]$/, '$1')
    .trim()
}
