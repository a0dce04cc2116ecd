import type { BookSort } from '#/lib/format/codebook/book.ts'
import { bookOfCodes } from '#/lib/format/codebook/read-qdc.ts'
import { decodeText } from '#/lib/format/import/decode-text.ts'
import { type RefusedSource, refuse } from '#/lib/format/import/import-result.ts'
import { IMPORT_LIMITS } from '#/lib/format/import/limits.ts'
import { readZipParts } from '#/lib/format/import/zip-parts.ts'
import type { ForeignDocument, ReadForeign } from '#/lib/format/project/foreign-project.ts'
import { placedLines } from '#/lib/format/project/placed-text.ts'
import { t } from '#/lib/message/t.ts'
import { blocksText } from '#/lib/text/block.ts'
import { addCases } from './add-cases.ts'
import { addCodeNotes } from './add-code-notes.ts'
import { describeSource } from './describe-source.ts'
import { LostInProject } from './lost-in-project.ts'
import { placeSelections, type SourceText } from './place-selections.ts'
import { parseQde, type QdeFile, type QdeLink, type QdeSource } from './qde.ts'
import { statementMaker } from './statement-maker.ts'

/** Files in an archive: a source each, and what media came with it. */
const MOST_ENTRIES = 20_000

/** Reads a REFI-QDA project (QDPX) of any program: ours with everything the format holds, others as far as it goes. */
export async function readQdpx(bytes: Uint8Array, unsaid: BookSort): Promise<ReadForeign | RefusedSource> {
  const zip = await readZipParts(bytes, (name) => /\.qde$|\.txt$/i.test(name), MOST_ENTRIES)
  if (!zip.ok) return zip
  // Some programs call it after the project; the standard's own annex writes it with a capital.
  const name = [...zip.parts.keys()].find((part) => /^[^/\\]+\.qde$/i.test(part))
  const qde = name === undefined ? undefined : zip.parts.get(name)
  if (!qde) return refuse('unsupported', t('There is no REFI-QDA project in this archive. Export the project as QDPX and add that.'))
  const file = parseQde(qde)
  return file.ok ? readProject(file, textFiles(zip.parts), unsaid) : file
}

/** Texts of sources by the last part of their names, which programs spell with folders of their own. */
function textFiles(parts: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
  return new Map([...parts].filter(([name]) => /\.txt$/i.test(name)).map(([name, bytes]) => [lastPart(name), bytes]))
}

function lastPart(path: string): string {
  return path.replace(/^.*[\\/]/, '').toLowerCase()
}

function readProject(file: QdeFile, files: ReadonlyMap<string, Uint8Array>, unsaid: BookSort): ReadForeign | RefusedSource {
  const { book, notes } = bookOfCodes(file, unsaid)
  const lost = new LostInProject()
  addCases(book, file)
  addCodeNotes(book, file)
  const texts = file.sources.flatMap((source) => textOf(source, files, lost) ?? [])
  if (texts.length + book.actors.length + book.themes.length === 0)
    return refuse('empty', t('There are neither texts nor codes in this project.'))
  const placed = placeSelections(texts, file.origin)
  const make = statementMaker(file, book)
  const documents = placed.map(({ source, file: own, placedText: { blocks }, selections, isCertain }): ForeignDocument => {
    if (!isCertain) lost.count('uncertain')
    const text = blocksText(blocks)
    const statements = selections.flatMap((selection) => make(selection, text, lost) ?? [])
    return { ...describeSource(source, file, lost), text, blocks, statements, file: own }
  })
  for (const { kind } of file.otherSources) lost.count(kind)
  lost.count('relation', file.links.filter(({ name, ...ends }) => name !== 'fragment' && !isOfNote(ends, file)).length)
  lost.count('comment', file.comments)
  lost.count('fragment', file.links.filter(({ name }) => name === 'fragment').length)
  const memo = file.projectNotes
    .map((guid) => (file.notes.get(guid) ?? '').trim())
    .filter(Boolean)
    .join('\n\n')
  return { ok: true, name: file.name, book, documents, memo, notes: [...notes, ...lost.sentences()] }
}

function isOfNote({ origin, target }: Omit<QdeLink, 'name'>, { notes }: QdeFile): boolean {
  return notes.has(origin) || notes.has(target)
}

/** The text of a source with its byte order mark and line ends; null when there is none with letters. */
function textOf(source: QdeSource, files: ReadonlyMap<string, Uint8Array>, lost: LostInProject): SourceText | null {
  const bytes = source.path === '' ? undefined : files.get(lastPart(source.path))
  const raw = bytes ? decodeWithMark(bytes) : source.content
  const file = { name: `${source.name || 'source'}.txt`, bytes: bytes ?? new TextEncoder().encode(source.content) }
  if (new TextEncoder().encode(raw).length > IMPORT_LIMITS.text) lost.count('too-long')
  else if (/[\p{L}\p{N}]/u.test(raw)) return { source, file, raw, placedText: placedLines(raw) }
  else lost.count('no-text')
  return null
}

function decodeWithMark(bytes: Uint8Array): string {
  const { text } = decodeText(bytes)
  const [a, b, c] = bytes
  const isMarked = (a === 0xef && b === 0xbb && c === 0xbf) || (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)
  return isMarked ? `\ufeff${text.replace(/^\ufeff/, '')}` : text
}
