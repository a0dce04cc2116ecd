import type { NamedActor } from '#/lib/codebook/radar/named-actor.ts'

/** What the radar is timed on. */
export interface RadarLoad {
  actors: NamedActor[]
  /** Paragraphs of together about `characters` UTF-16 units. */
  paragraphs: string[]
}

const SEED = 20_260_719
const SYLLABLES = 'ka ro mi sha len tu bar dor el fin gra hus il ja kor lam nor os pel qui ras sten tor ul van wex yor zan'.split(' ')
const RUSSIAN = 'ка ро ми ша лен ту бар дор эль фин гра хус ил я кор лам нор ос пель'.split(' ')
const ARABIC = 'كا رو مي شا لن تو بر دور فن غرا حس يل جا كور لم نور'.split(' ')
const HEADS = 'Ministry Army Front Council Free National United Brigade Party Committee Union Movement Group'.split(' ')
const WORDS = 14_000
const PARAGRAPH = 500
/** One name in so many words, as in the sample's articles. */
const NAME_EVERY = 25

/**
 * Actors, each with a name and so many aliases in Latin, Cyrillic and Arabic script, and paragraphs that mention them. The same for the
 * same numbers.
 */
export function inventedNames(count: number, aliases: number, characters: number): RadarLoad {
  let state = SEED
  const random = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return (state >>> 8) % below
  }
  const pick = <T>(list: readonly T[]): T => list[random(list.length)]!
  const wordOf = (syllables: readonly string[], fewest = 2) => Array.from({ length: fewest + random(3) }, () => pick(syllables)).join('')
  const capital = (word: string) => word[0]!.toUpperCase() + word.slice(1)
  const plain = Array.from({ length: WORDS }, () => wordOf(SYLLABLES))
  const name = (): string => {
    const kind = random(10)
    if (kind < 2) return `${capital(wordOf(RUSSIAN))} ${wordOf(RUSSIAN)}`
    if (kind < 4) return `${wordOf(ARABIC)} ال${wordOf(ARABIC)}`
    // Not as short as the words of the language: a name that every third word reads like is nobody's.
    if (kind < 6) return capital(wordOf(SYLLABLES, 3))
    return kind < 8
      ? `${pick(HEADS)} of ${capital(pick(plain))}`
      : `${capital(pick(plain))} ${pick(HEADS)} al-${capital(wordOf(SYLLABLES))}`
  }
  const actors = Array.from({ length: count }, (_, at) => ({
    id: `actor-${at}`,
    names: Array.from({ length: 1 + aliases }, () => ({ name: name(), from: null, until: null })),
  }))
  const paragraphs: string[] = []
  for (let length = 0; length < characters; length += paragraphs.at(-1)!.length) {
    let paragraph = ''
    while (paragraph.length < PARAGRAPH) {
      // As in language, few words are common and most are rare.
      const word = random(NAME_EVERY) === 0 ? pick(pick(actors).names).name : plain[Math.min(random(WORDS), random(WORDS), random(WORDS))]!
      paragraph += word + (random(12) === 0 ? '. ' : ' ')
    }
    paragraphs.push(paragraph)
  }
  return { actors, paragraphs }
}
