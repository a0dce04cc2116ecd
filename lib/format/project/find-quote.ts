import { findCandidates } from '#/lib/anchor/candidates.ts'

/** What places say beside where they are. */
interface QuotedPlace {
  quote: string
  prefix: string
  suffix: string
}

/** How sure a place must be, 0 to 1, and how far ahead of the next. */
const SURE = 0.9
const AHEAD = 0.05

/** Why a place is not known: the words are not in the text, or in several places that are equally good. */
export type NoPlace = 'missing' | 'several'

/**
 * Where the words of a quote stand in a text, for statements of which only the words are known; UTF-16 offsets. Nothing is guessed.
 */
export function findQuote(text: string, { quote, prefix, suffix }: QuotedPlace): { start: number; end: number } | NoPlace {
  const exact = quote.trim()
  if (exact === '') return 'missing'
  const at = text.indexOf(exact)
  if (at >= 0 && text.indexOf(exact, at + 1) < 0) return { start: at, end: at + exact.length }
  const [best, next] = findCandidates(text, { exact, prefix, suffix }, { near: null })
  if (!best || best.score < SURE) return 'missing'
  if (next && best.score - next.score < AHEAD) return 'several'
  return { start: best.start, end: best.end }
}
