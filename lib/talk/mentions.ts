import { fold } from '#/lib/excerpt/fold.ts'

interface Named {
  id: string
  name: string
}

/** A stretch of a message; `person` when it names somebody. */
export interface TextRun {
  text: string
  person?: string
}

const WORD = /[\p{L}\p{N}]/u

/** A message cut at the people it names: "@" and the whole name, where a word may begin and end; of names that begin alike the longest. */
export function splitMentions(text: string, people: readonly Named[]): TextRun[] {
  const longestFirst = people.filter(({ name }) => name !== '').sort((a, b) => b.name.length - a.name.length)
  const runs: TextRun[] = []
  let plainFrom = 0
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    if (at < plainFrom || isWordBefore(text, at)) continue
    const person = longestFirst.find(({ name }) => standsAt(text, at + 1, name))
    if (!person) continue
    if (at > plainFrom) runs.push({ text: text.slice(plainFrom, at) })
    plainFrom = at + 1 + person.name.length
    runs.push({ text: text.slice(at, plainFrom), person: person.id })
  }
  if (plainFrom < text.length) runs.push({ text: text.slice(plainFrom) })
  return runs
}

/** Ids of the people a message names, each once. Of people of one name all are meant: the message cannot tell them apart. */
export function mentionsIn(text: string, people: readonly Named[]): string[] {
  const named = new Set(splitMentions(text, people).flatMap(({ person }) => person ?? []))
  const names = new Set(people.filter(({ id }) => named.has(id)).map(({ name }) => name.toLowerCase()))
  return people.filter(({ name }) => names.has(name.toLowerCase())).map(({ id }) => id)
}

/** Longest name that is looked for behind an "@", UTF-16 units. */
const LONGEST_QUERY = 60

/**
 * The name that is being typed before the caret.
 *
 * @returns where its "@" stands (UTF-16 units) and what follows it; null when no name is being typed
 */
export function mentionAt(text: string, caret: number): { from: number; query: string } | null {
  const from = text.lastIndexOf('@', caret - 1)
  if (from === -1 || caret - from > LONGEST_QUERY || isWordBefore(text, from)) return null
  const query = text.slice(from + 1, caret)
  return /[\n@]|^\s/.test(query) ? null : { from, query }
}

/** The people whose name, or a word of it, begins with what was typed; those whose whole name does first. */
export function matchPeople<Person extends Named>(query: string, people: readonly Person[]): Person[] {
  const wanted = fold(query)
  const rank = ({ name }: Person) => {
    const folded = fold(name)
    return folded.startsWith(wanted) ? 0 : folded.split(' ').some((word) => word.startsWith(wanted)) ? 1 : 2
  }
  return people
    .map((person) => ({ person, rank: rank(person) }))
    .filter((found) => found.rank < 2)
    .sort((a, b) => a.rank - b.rank || a.person.name.localeCompare(b.person.name))
    .map(({ person }) => person)
}

function isWordBefore(text: string, at: number): boolean {
  return at > 0 && WORD.test(text[at - 1] as string)
}

function standsAt(text: string, at: number, name: string): boolean {
  const end = at + name.length
  if (text.slice(at, end).toLowerCase() !== name.toLowerCase()) return false
  return end >= text.length || !WORD.test(text[end] as string)
}
