import type { Book, BookSort } from '#/lib/format/codebook/book.ts'
import { pathKey, pathsOf } from './book-paths.ts'
import type { ForeignProject, ForeignTag } from './foreign-project.ts'

/** What a tag names: an actor or a theme. @param unsaid what codes are that a file does not call either */
export function sortOf({ kind }: ForeignTag, unsaid: BookSort): BookSort {
  return kind === 'code' ? unsaid : kind
}

/** The codebook of a project: its own, and entries for tags that are not in it. */
export function bookOfProject({ book, documents }: ForeignProject, unsaid: BookSort): Book {
  const whole: Book = book ?? { version: null, kinds: [], actors: [], themes: [] }
  const adder = new PathAdder(whole)
  for (const { statements } of documents)
    for (const { tags } of statements) for (const tag of tags) adder.add(sortOf(tag, unsaid), tag.path)
  return whole
}

class PathAdder {
  readonly #book: Book
  readonly #keys: Record<BookSort, Map<string, string>> = { actor: new Map(), theme: new Map() }

  constructor(book: Book) {
    this.#book = book
    for (const sort of ['actor', 'theme'] as const) {
      const paths = pathsOf(this.#entries(sort))
      for (const [key, path] of paths) if (!this.#keys[sort].has(pathKey(path))) this.#keys[sort].set(pathKey(path), key)
    }
  }

  /** The key of the entry at a path, which is made with what stands above it when it is not there. */
  add(sort: BookSort, path: readonly string[]): string | null {
    const name = path.at(-1)
    if (name === undefined) return null
    const at = pathKey(path)
    const known = this.#keys[sort].get(at)
    if (known !== undefined) return known
    const parentKey = this.add(sort, path.slice(0, -1))
    const key = `${sort}\0${at}`
    this.#entries(sort).push({ key, id: null, name, parentKey })
    this.#keys[sort].set(at, key)
    return key
  }

  #entries(sort: BookSort) {
    return sort === 'actor' ? this.#book.actors : this.#book.themes
  }
}
