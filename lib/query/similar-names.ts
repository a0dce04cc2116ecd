import { fold } from '#/lib/excerpt/fold.ts'

/** How alike two names have to be to be proposed, 0 to 1: PostgreSQL's `pg_trgm.similarity_threshold`. */
const ALIKE = 0.3

/** The names most like a typed one, best first: those that hold it, then by shared trigrams, as PostgreSQL's pg_trgm counts them. */
export function similarNames(typed: string, names: Iterable<string>, limit = 3): string[] {
  const wanted = fold(typed)
  const grams = trigrams(wanted)
  const found: { name: string; alike: number }[] = []
  for (const name of names) {
    const folded = fold(name)
    const alike = wanted !== '' && folded.includes(wanted) ? 1 + wanted.length / folded.length : share(grams, trigrams(folded))
    if (alike >= ALIKE) found.push({ name, alike })
  }
  return [...new Set(found.sort((a, b) => b.alike - a.alike).map(({ name }) => name))].slice(0, limit)
}

function trigrams(folded: string): Set<string> {
  const grams = new Set<string>()
  for (const word of folded.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []) {
    const padded = `  ${word} `
    for (let at = 0; at + 3 <= padded.length; at++) grams.add(padded.slice(at, at + 3))
  }
  return grams
}

function share(a: Set<string>, b: Set<string>): number {
  const common = a.intersection(b).size
  return common / (a.size + b.size - common || 1)
}
