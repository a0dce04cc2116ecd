import type { Book, BookSort } from '#/lib/format/codebook/book.ts'
import { type RefusedSource, refuse } from '#/lib/format/import/import-result.ts'
import type { ForeignDocument, ForeignStatement, ForeignTag, ReadForeign } from '#/lib/format/project/foreign-project.ts'
import { placedHtml } from '#/lib/format/project/placed-html.ts'
import { idOf, numberOf, type SqliteFile, textOf } from '#/lib/format/sqlite/sqlite-file.ts'
import { t } from '#/lib/message/t.ts'
import { blocksText } from '#/lib/text/block.ts'
import { fromByteOffsets } from './byte-offsets.ts'

/** Whether a database is one of Taguette's. */
export function isTaguette({ tables }: SqliteFile): boolean {
  return ['documents', 'highlights', 'highlight_tags', 'tags'].every((name) => tables.has(name))
}

interface Highlight {
  id: string
  start: number
  end: number
}

/**
 * Reads a Taguette project or database. Offsets count the UTF-8 bytes of the text between the tags of a document, so passages come in
 * exactly where they are.
 *
 * @param unsaid what tags become
 */
export function readTaguette(file: SqliteFile, unsaid: BookSort): ReadForeign | RefusedSource {
  const paths = tagPaths(file)
  const tagsOf = new Map<string, ForeignTag[]>()
  for (const { highlight_id, tag_id } of file.rows('highlight_tags', ['highlight_id', 'tag_id'])) {
    const path = paths.get(idOf(tag_id))
    if (path) add(tagsOf, idOf(highlight_id), { kind: 'code', path })
  }
  const highlights = new Map<string, Highlight[]>()
  for (const row of file.rows('highlights', ['id', 'document_id', 'start_offset', 'end_offset']))
    add(highlights, idOf(row.document_id), { id: idOf(row.id), start: numberOf(row.start_offset), end: numberOf(row.end_offset) })
  const documents: ForeignDocument[] = []
  let untagged = 0
  for (const row of file.rows('documents', ['id', 'name', 'description', 'filename', 'contents'])) {
    const own = highlights.get(idOf(row.id)) ?? []
    untagged += own.filter(({ id }) => !tagsOf.has(id)).length
    const document = documentOf(textOf(row.name) || textOf(row.filename), textOf(row.contents), own, tagsOf)
    documents.push({ ...document, memo: textOf(row.description).trim() })
  }
  if (documents.length === 0 && paths.size === 0)
    return refuse('empty', t('There are neither documents nor tags in this Taguette project.'))
  const about = [...file.rows('projects', ['name', 'description'])]
  const projects = about.map(({ name }) => textOf(name))
  const memo = about
    .map(({ description }) => textOf(description).trim())
    .filter(Boolean)
    .join('\n\n')
  const notes = [
    ...(projects.length > 1 ? [t('The file holds {count} projects: all of them come in together.', { count: projects.length })] : []),
    ...(untagged > 0 ? [t('Highlights without a tag are left out: {count}.', { count: untagged })] : []),
  ]
  return { ok: true, name: projects[0] ?? '', book: bookOf(file, paths, unsaid), documents, memo, notes }
}

function add<T>(map: Map<string, T[]>, key: string, one: T): void {
  const list = map.get(key)
  if (list) list.push(one)
  else map.set(key, [one])
}

/** A tag is one line; a "/" in it makes a tree, by custom. */
function tagPaths(file: SqliteFile): Map<string, string[]> {
  const paths = new Map<string, string[]>()
  for (const { id, path } of file.rows('tags', ['id', 'path'])) {
    const names = textOf(path)
      .split('/')
      .map((name) => name.trim())
      .filter(Boolean)
    if (names.length > 0) paths.set(idOf(id), names)
  }
  return paths
}

function bookOf(file: SqliteFile, paths: ReadonlyMap<string, readonly string[]>, unsaid: BookSort): Book {
  const book: Book = { version: null, kinds: [], actors: [], themes: [] }
  const keys = new Set<string>()
  const put = (path: readonly string[], described: string) => {
    const key = path.join('\0')
    const parentKey = path.length > 1 ? path.slice(0, -1).join('\0') : null
    if (parentKey !== null && !keys.has(parentKey)) put(path.slice(0, -1), '')
    if (keys.has(key)) return
    keys.add(key)
    const entry = { key, id: null, name: path.at(-1) as string, parentKey }
    if (unsaid === 'actor') book.actors.push({ ...entry, ...(described && { description: described }) })
    else book.themes.push({ ...entry, ...(described && { definition: described }) })
  }
  const rows = [...file.rows('tags', ['id', 'description'])].flatMap(({ id, description }) => {
    const path = paths.get(idOf(id))
    return path ? [{ path, description: textOf(description).trim() }] : []
  })
  // Those above first: they have descriptions of their own.
  for (const { path, description } of rows.sort((a, b) => a.path.length - b.path.length)) put(path, description)
  return book
}

function documentOf(
  title: string,
  html: string,
  highlights: readonly Highlight[],
  tagsOf: ReadonlyMap<string, readonly ForeignTag[]>,
): ForeignDocument {
  const { blocks, source, rangeOf } = placedHtml(html)
  const text = blocksText(blocks)
  const unitOf = fromByteOffsets(
    source,
    highlights.flatMap(({ start, end }) => [start, end]),
  )
  const statements = highlights.flatMap(({ id, start, end }): ForeignStatement[] => {
    const tags = tagsOf.get(id)
    if (!tags) return []
    const range = end > start && start >= 0 ? rangeOf(unitOf(start), unitOf(end)) : null
    const quote = range ? text.slice(range.start, range.end) : ''
    return [{ range, quote, prefix: '', suffix: '', tags, facts: {}, memo: '', by: '' }]
  })
  const said = { id: null, url: '', language: null, publishedOn: null, author: '', outlet: '' }
  const own = { name: `${title || 'document'}.html`, bytes: new TextEncoder().encode(html) }
  return { ...said, title, text, blocks, statements, file: own }
}
