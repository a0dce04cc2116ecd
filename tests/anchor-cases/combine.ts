import type { SingleCase } from './anchor-case.ts'
import { parseMarked, renderMarked } from './marked-text.ts'

/** Changes with fewer signs than this between them touch: a mark and a blank may belong to either. */
const APART = 4

/** A single case that can be played beside others: it has one right answer, and nobody meets in its middle. */
export interface Combinable extends SingleCase {
  after: string
}

/** Cases of the text that most cases begin with; any two of them can happen at once. */
export function combinable(cases: readonly SingleCase[]): Combinable[] {
  const [{ before } = { before: '' }] = cases
  return cases.filter(
    (each): each is Combinable => each.before === before && typeof each.after === 'string' && !each.steps.includes('meet'),
  )
}

/** The stretch of a text that a case changes, in signs: of the text before, and what stands there afterwards. */
interface Change {
  from: number
  to: number
  now: string[]
}

/**
 * What is right when two people do two things at once in different places: both. Null when the places touch and more than
 * one thing may be right, for what leaves the text as it was, which does not say what it touched, and for what tears the
 * passage, which then stands where most of it is; see `brokenLaws`.
 */
export function bothAfter(a: Combinable, b: Combinable): string | null {
  if ([a, b].some((each) => each.after === each.before || tears(each))) return null
  const signs = signsOf(a.before)
  const [first, second] = [changeOf(signs, a.after), changeOf(signs, b.after)].sort((x, y) => x.from - y.from) as [Change, Change]
  if (second.from - first.to < APART) return null
  const both = [
    ...signs.slice(0, first.from),
    ...first.now,
    ...signs.slice(first.to, second.from),
    ...second.now,
    ...signs.slice(second.to),
  ]
  return both.join('').slice('¶'.length)
}

/**
 * What holds whatever two people do at once, said of the long words of the text before. Lists what is broken. A word that
 * neither took away is there once. A word of the passage that both left in it is in it, unless one has carried a part of
 * the passage away. No other word of the text is.
 */
export function brokenLaws(a: Combinable, b: Combinable, seen: string): string[] {
  const afters = [a.after, b.after]
  const torn = tears(a) || tears(b)
  const broken: string[] = []
  for (const word of longWords(a.before)) {
    const kept = afters.every((after) => count(after, word) === 1)
    if (kept && count(seen, word) !== 1) broken.push(`“${word}” is there ${count(seen, word)} times`)
    const within = [a.before, ...afters].filter((text) => passageOf(text).includes(word)).length
    const shown = passageOf(seen).includes(word)
    if (kept && within === 3 && !shown && !torn) broken.push(`“${word}” is not in the passage`)
    if (within === 0 && shown) broken.push(`“${word}” is in the passage`)
  }
  return broken
}

/** Whether a case carries words of the passage away from the rest of it. */
function tears({ before, after }: Combinable): boolean {
  return longWords(passageOf(before)).some((word) => count(after, word) === 1 && !passageOf(after).includes(word))
}

const longWords = (text: string): readonly string[] => text.match(/\p{L}{4,}/gu) ?? []
const count = (text: string, word: string) => text.replace(/[⟦⟧]/g, '').split(word).length - 1
const passageOf = (marked: string) => /⟦(.*)⟧/u.exec(marked)?.[1] ?? ''

/** The signs of a text: characters, marks, and the beginnings of blocks with their kinds. */
function signsOf(marked: string): string[] {
  return `¶${renderMarked(parseMarked(marked))}`.match(/¶(?:(?: {2})*(?:#{1,6}|>|-|1\.) )?|./gu) ?? []
}

function changeOf(before: readonly string[], marked: string): Change {
  const after = signsOf(marked)
  const most = Math.min(before.length, after.length)
  let from = 0
  while (from < most && before[from] === after[from]) from++
  let tail = 0
  while (tail < most - from && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  return { from, to: before.length - tail, now: after.slice(from, after.length - tail) }
}
