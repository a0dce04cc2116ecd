import { type Actor, namesOf } from './codebook.ts'
import { stemsOf, stemWord } from './word-forms.ts'

/** A name of an actor that occurs in a text. */
export interface Mention {
  actorId: string
  /** UTF-16 offsets into the text, end exclusive. */
  start: number
  end: number
}

interface Word {
  text: string
  start: number
  end: number
}

interface Name {
  actorId: string
  words: string[]
  stems: string[]
}

/** Names prepared for {@link findMentions}, by the stem of their first word. */
export interface MentionIndex {
  byFirst: ReadonlyMap<string, readonly Name[]>
  /** Names in scripts that put no spaces between words. */
  unspaced: readonly { actorId: string; name: string }[]
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u0640\u200c\u200d]*(?:['\u2019\u02bc][\p{L}\p{N}\p{M}]+)*/gu
const POSSESSIVE = /['\u2019]s$/i
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const ACRONYM_LIMIT = 5

/** Prepares the names of actors. Build it once per codebook. */
export function buildMentionIndex(actors: readonly Actor[]): MentionIndex {
  const byFirst = new Map<string, Name[]>()
  const unspaced: { actorId: string; name: string }[] = []
  for (const actor of actors) {
    for (const name of namesOf(actor)) {
      if (UNSPACED.test(name)) unspaced.push({ actorId: actor.id, name: name.normalize('NFC') })
      const words = wordsOf(name).map((word) => word.text)
      const stems = words.map(stemWord)
      if (UNSPACED.test(name) || !stems[0]) continue
      const same = byFirst.get(stems[0])
      if (same) same.push({ actorId: actor.id, words, stems })
      else byFirst.set(stems[0], [{ actorId: actor.id, words, stems }])
    }
  }
  // The longest name at a place wins: "Russian Ministry of Defence" over "Russia".
  for (const names of byFirst.values()) names.sort((a, b) => b.stems.length - a.stems.length)
  return { byFirst, unspaced }
}

/**
 * The actors' names that occur in a text, whole words only, without overlaps, in order. Russian case endings, English
 * possessives and Arabic prefixes are seen through; names written with a capital, and short names all in capitals
 * ("US"), only match where the text writes them so.
 */
export function findMentions(index: MentionIndex, text: string): Mention[] {
  const words = wordsOf(text)
  const mentions: Mention[] = []
  for (let at = 0; at < words.length; at++) {
    const name = nameAt(index, words, at)
    if (!name) continue
    const last = words[at + name.stems.length - 1]!
    mentions.push({ actorId: name.actorId, start: words[at]!.start, end: last.end })
    at += name.stems.length - 1
  }
  for (const { actorId, name } of index.unspaced)
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length))
      mentions.push({ actorId, start: at, end: at + name.length })
  return mentions.sort((a, b) => a.start - b.start || b.end - a.end)
}

/** The actors named in a text, each once, in order of first mention. */
export function mentionedActors(index: MentionIndex, text: string): string[] {
  return [...new Set(findMentions(index, text).map((mention) => mention.actorId))]
}

function nameAt(index: MentionIndex, words: readonly Word[], at: number): Name | undefined {
  const candidates = stemsOf(words[at]!.text).flatMap((stem) => index.byFirst.get(stem) ?? [])
  return candidates
    .filter((name) => name.words.every((word, i) => reads(words[at + i], word, name.stems[i]!, i)))
    .reduce<Name | undefined>((best, name) => (best && best.stems.length >= name.stems.length ? best : name), undefined)
}

function reads(found: Word | undefined, written: string, stem: string, at: number): boolean {
  if (!found) return false
  if (isAcronym(written)) return found.text === written
  if (at === 0 && isCapital(written) && !isCapital(found.text)) return false
  return at === 0 ? stemsOf(found.text).includes(stem) : stemWord(found.text) === stem
}

const isAcronym = (word: string): boolean => word.length <= ACRONYM_LIMIT && /^\p{Lu}[\p{Lu}\p{N}]*$/u.test(word)
const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word)

function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(WORD), (match) => {
    const word = match[0].replace(POSSESSIVE, '')
    return { text: word, start: match.index, end: match.index + word.length }
  })
}
