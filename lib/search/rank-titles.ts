import { nameFold } from '#/lib/codebook/name-fold.ts'

/**
 * The items whose texts have every typed word, in the order of {@link rank}: those whose first text begins with what was typed,
 * those with words that begin so, then the others. Case, accents and letter variants do not matter. Nothing typed: the first ones.
 *
 * @param textsOf the title first
 */
export function rankTitles<T>(items: readonly T[], typed: string, textsOf: (item: T) => readonly string[], most: number): T[] {
  const query = nameFold(typed)
  if (!query) return items.slice(0, most)
  const words = query.split(' ')
  const ranked: { item: T; at: number; rank: number }[] = []
  for (const [at, item] of items.entries()) {
    const texts = textsOf(item).map(nameFold)
    const all = texts.join(' ')
    if (words.every((word) => all.includes(word))) ranked.push({ item, at, rank: rank(texts[0] ?? '', all, query, words) })
  }
  ranked.sort((a, b) => a.rank - b.rank || a.at - b.at)
  return ranked.slice(0, most).map(({ item }) => item)
}

function rank(title: string, all: string, query: string, words: readonly string[]): number {
  if (title.startsWith(query)) return 0
  if (words.every((word) => ` ${title}`.includes(` ${word}`))) return 1
  return words.every((word) => ` ${all}`.includes(` ${word}`)) ? 2 : 3
}
