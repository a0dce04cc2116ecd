/** Words of the quote that are looked for, the longest: they are the rarest. */
const MOST_WORDS = 16
/** Places of one word that count; of a word that is everywhere, the first from where the quote stood on, and before it. */
const MOST_PLACES = 2_000
/** Places that are worth a close look. */
const MOST_SEEDS = 12
/** Share of the letters looked for that a place must have. */
const FEWEST_LETTERS = 0.3

/**
 * Where a text may hold something like `quote` (UTF-16 offsets of where it would begin), most words first: the words of the
 * quote are looked for one by one, and those found at the same distance from one another as in the quote count together.
 */
export function seedPlaces(text: string, quote: string, near: number | null): number[] {
  const words = seedWords(quote)
  const width = Math.max(24, Math.ceil(quote.length / 3))
  const votes = new Map<number, { letters: number; last: number; place: number }>()
  words.forEach(({ word, offset }, n) => {
    for (const place of placesOf(text, word, near)) {
      const begin = place - offset
      // A place near the edge of a slot belongs to the next one as well.
      const slot = Math.floor(begin / width)
      for (const each of [slot, begin - slot * width < width / 2 ? slot - 1 : slot + 1]) {
        const vote = votes.get(each)
        if (!vote) votes.set(each, { letters: word.length, last: n, place: Math.max(0, begin) })
        else if (vote.last !== n) Object.assign(vote, { letters: vote.letters + word.length, last: n })
      }
    }
  })
  const wanted = FEWEST_LETTERS * words.reduce((sum, { word }) => sum + word.length, 0)
  const best = [...votes.values()].filter(({ letters }) => letters >= wanted)
  best.sort((a, b) => b.letters - a.letters || Math.abs(a.place - (near ?? 0)) - Math.abs(b.place - (near ?? 0)))
  return [...new Set(best.slice(0, MOST_SEEDS).map(({ place }) => place))]
}

/** The longest words of a quote with where they stand in it; its beginning where it has no words. */
function seedWords(quote: string): { word: string; offset: number }[] {
  const words = [...quote.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu)].flatMap(({ 0: word, index }) => chunks(word, index))
  if (words.length === 0) return [{ word: quote.slice(0, 16), offset: 0 }]
  return words.sort((a, b) => b.word.length - a.word.length || a.offset - b.offset).slice(0, MOST_WORDS)
}

/** A sentence written without spaces is looked for in pieces. */
function chunks(word: string, index: number): { word: string; offset: number }[] {
  if (word.length <= 24) return [{ word, offset: index }]
  return Array.from({ length: Math.ceil(word.length / 8) }, (_, i) => ({ word: word.slice(8 * i, 8 * i + 8), offset: index + 8 * i }))
}

function placesOf(text: string, word: string, near: number | null): number[] {
  const places: number[] = []
  const start = near ?? 0
  for (let at = text.indexOf(word, start); at >= 0 && places.length < MOST_PLACES; at = text.indexOf(word, at + 1)) places.push(at)
  for (let at = start > 0 ? text.lastIndexOf(word, start - 1) : -1; at >= 0 && places.length < 2 * MOST_PLACES; ) {
    places.push(at)
    at = at > 0 ? text.lastIndexOf(word, at - 1) : -1
  }
  return places
}
