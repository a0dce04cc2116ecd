import { nameKey } from '#/lib/codebook/clean-name.ts'
import type { Book } from '#/lib/format/codebook/book.ts'
import type { QdeFile } from './qde.ts'

/** Adds to a book, as actors, the cases that passages are coded with: in some programs who speaks is a case and no code. */
export function addCases(book: Book, { cases, sources }: QdeFile): void {
  const coded = new Set(sources.flatMap(({ selections }) => selections.flatMap(({ codes }) => codes)))
  const known = new Set([...book.actors, ...book.themes].map(({ key }) => key))
  const names = new Set(book.actors.map(({ name }) => nameKey(name)))
  for (const { guid, name, description, codes, selections } of cases) {
    const isActor = name.trim() !== '' && codes.length === 0 && (coded.has(guid) || selections.length > 0)
    if (!isActor || known.has(guid) || names.has(nameKey(name))) continue
    known.add(guid)
    names.add(nameKey(name))
    book.actors.push({ key: guid, id: null, name: name.trim(), parentKey: null, ...(description && { description }) })
  }
}

/** Guids of cases that stand for no code, by the guids of the selections they refer to. */
export function casesOfSelections({ cases }: QdeFile): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { guid, codes, selections } of cases)
    if (codes.length === 0) for (const selection of selections) found.set(selection, [...(found.get(selection) ?? []), guid])
  return found
}
