import { nameKey } from '#/lib/codebook/clean-name.ts'
import type { Book, BookSort } from '#/lib/format/codebook/book.ts'

interface Entry {
  key: string
  name: string
  parentKey: string | null
}

/** Names from the top of a tree to each entry, by key. A ring of parents ends where it would begin again. */
export function pathsOf(entries: readonly Entry[]): Map<string, string[]> {
  const byKey = new Map(entries.map((entry) => [entry.key, entry]))
  return new Map(
    entries.map(({ key }) => {
      const path: string[] = []
      const seen = new Set<string>()
      for (let at = byKey.get(key); at && !seen.has(at.key); at = byKey.get(at.parentKey ?? '')) {
        seen.add(at.key)
        path.unshift(at.name)
      }
      return [key, path]
    }),
  )
}

/** What a path of names is compared by. */
export function pathKey(path: readonly string[]): string {
  return path.map(nameKey).join('\0')
}

/** Keys of the entries of a book by `sort` and path; of two with one path, the first. */
export function keysByPath(book: Book): (sort: BookSort, path: readonly string[]) => string | undefined {
  const keys = new Map<string, string>()
  for (const [sort, entries] of [
    ['actor', book.actors],
    ['theme', book.themes],
  ] as const)
    for (const [key, path] of pathsOf(entries)) {
      const at = `${sort}\0${pathKey(path)}`
      if (!keys.has(at)) keys.set(at, key)
    }
  return (sort, path) => keys.get(`${sort}\0${pathKey(path)}`)
}
