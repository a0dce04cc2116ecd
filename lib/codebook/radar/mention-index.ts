import { isValidOn, type NamedActor } from './named-actor.ts'
import { PairMap } from './pair-map.ts'
import { Vocabulary } from './vocabulary.ts'
import { type Word, wordsOf } from './words.ts'
import { hasCapital, isWrittenAs, type WrittenAs, writtenAs } from './written-as.ts'

/** A name of actors that occurs in a text. */
export interface Mention {
  /** UTF-16 offsets into the text, end exclusive. */
  start: number
  end: number
  /** Whom it may mean: more than one when they share the name. */
  actorIds: readonly string[]
}

/** A name at the end of its path. */
interface IndexedName {
  actorId: string
  writing: WrittenAs
  from: string | null
  until: string | null
}

/** The longest names that begin at a word. */
interface Found {
  /** Number of the word after them. */
  next: number
  end: number
  names: IndexedName[]
}

/** A look for the longest name that begins at a word. */
interface Search {
  words: readonly Word[]
  first: number
  day: string | null
  /** The words that were read as those of a name so far, as the text writes them. */
  read: string[]
  /** Whether each of them has a capital. */
  capitals: boolean[]
  best: Found | null
}

const ROOT = 0

/**
 * Every name of every actor in a tree of words, for finding them all in one pass over a text. Actors come, go and change one
 * by one. One actor's names cost microseconds, a hundred thousand names some tenths of a second: build it where nobody waits.
 */
export class MentionIndex {
  readonly #words = new Vocabulary()
  /** (node, word) to node. Paths stay when their names go. */
  readonly #paths = new PairMap()
  readonly #names: (IndexedName[] | undefined)[] = [undefined]
  readonly #nodesOf = new Map<string, number[]>()

  /** Takes in an actor, in place of what was known of it. */
  set({ id, names }: NamedActor): void {
    this.delete(id)
    const nodes: number[] = []
    for (const { name, from, until } of names)
      for (const words of spellings(name)) {
        const node = this.#pathOf(words)
        const indexed = { actorId: id, writing: writtenAs(words), from, until }
        const there = this.#names[node]
        if (there) there.push(indexed)
        else this.#names[node] = [indexed]
        nodes.push(node)
      }
    if (nodes.length > 0) this.#nodesOf.set(id, nodes)
  }

  delete(actorId: string): void {
    for (const node of this.#nodesOf.get(actorId) ?? []) {
      const left = this.#names[node]?.filter((name) => name.actorId !== actorId) ?? []
      this.#names[node] = left.length > 0 ? left : undefined
    }
    this.#nodesOf.delete(actorId)
  }

  /**
   * The names in a text, in order, without overlaps, the longest where several begin.
   * @param day of the document, ISO 8601: names that were not in use then are passed over; null when it is not known
   */
  find(text: string, day: string | null = null): Mention[] {
    const words = wordsOf(text)
    const mentions: Mention[] = []
    for (let at = 0; at < words.length; ) {
      const found = this.#longest(words, at, day)
      if (!found) at += 1
      else {
        const actorIds = [...new Set(found.names.map(({ actorId }) => actorId))]
        mentions.push({ start: words[at]!.start, end: found.end, actorIds })
        at = found.next
      }
    }
    return mentions
  }

  #pathOf(words: readonly string[]): number {
    const isOne = words.length === 1 && hasCapital(words[0]!)
    let node = ROOT
    for (const written of words) {
      const word = this.#words.add(written, isOne)
      let next = this.#paths.get(node, word)
      if (next === 0) {
        next = this.#names.push(undefined) - 1
        this.#paths.set(node, word, next)
      }
      node = next
    }
    return node
  }

  #longest(words: readonly Word[], first: number, day: string | null): Found | null {
    // Most words of a text begin no name.
    if (this.#words.read(words[first]!.text).length === 0 && words[first + 1]?.link !== 'hyphen') return null
    const search: Search = { words, first, day, read: [], capitals: [], best: null }
    this.#walk(search, ROOT, first)
    return search.best
  }

  #walk(search: Search, node: number, at: number): void {
    const word = search.words[at]
    if (!word || (at !== search.first && word.link === 'apart')) return
    this.#step(search, node, word.text, at + 1)
    const second = search.words[at + 1]
    if (second?.link === 'hyphen') this.#step(search, node, word.text + second.text, at + 2)
  }

  /** @param next number of the word after what is read */
  #step(search: Search, node: number, text: string, next: number): void {
    for (const { word, isFirst, cut } of this.#words.read(text)) {
      const to = isFirst && search.read.length > 0 ? 0 : this.#paths.get(node, word)
      if (to === 0) continue
      search.read.push(cut === 0 ? text : text.slice(0, -cut))
      search.capitals.push(hasCapital(text))
      this.#take(search, to, search.words[next - 1]!.end - cut, next)
      this.#walk(search, to, next)
      search.read.pop()
      search.capitals.pop()
    }
  }

  #take(search: Search, node: number, end: number, next: number): void {
    const there = this.#names[node]
    if (!there || (search.best && end < search.best.end)) return
    for (const name of there) {
      if (!isValidOn(name, search.day) || !isWrittenAs(name.writing, search.read, search.capitals)) continue
      if (search.best?.end === end) search.best.names.push(name)
      else search.best = { next, end, names: [name] }
    }
  }
}

/** The words of a name, and once more with those as one word that hyphens join. A single letter is nobody's name. */
function spellings(name: string): string[][] {
  const words = wordsOf(name.normalize('NFC'))
  if (words.length === 0 || (words.length === 1 && words[0]!.text.length < 2)) return []
  const apart = words.map(({ text }) => text)
  if (!words.some(({ link }) => link === 'hyphen')) return [apart]
  const joined: string[] = []
  for (const { text, link } of words) {
    if (link === 'hyphen') joined.push(joined.pop() + text)
    else joined.push(text)
  }
  return [apart, joined]
}
