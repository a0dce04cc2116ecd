import { splitsPair } from '#/lib/anchor/capture.ts'
import type { NewTarget } from './schemas/annotation.ts'

export type FoundPassage = { ok: true; start: number; end: number } | { ok: false; reason: string }

/**
 * Where the passage that a program names is in a text; UTF-16 offsets. Nothing is guessed: words have to be there as they are
 * given, and in one place alone.
 */
export function findPassage(text: string, target: NewTarget): FoundPassage {
  const found = 'start' in target ? byOffsets(text, target) : byWords(text, target)
  if (found.ok && text.slice(found.start, found.end).trim() === '') return { ok: false, reason: 'There are no words in this passage.' }
  return found
}

function byOffsets(text: string, { start, end, unit = 'utf16', exact }: Extract<NewTarget, { start: number }>): FoundPassage {
  const offsets = unit === 'utf16' ? [start, end] : utf16Offsets(text, [start, end])
  const [from, to] = offsets as [number, number]
  if (from >= to || to > text.length) return { ok: false, reason: 'The text has no such passage: it has changed, or it is shorter.' }
  if (splitsPair(text, from) || splitsPair(text, to)) return { ok: false, reason: 'The passage begins or ends inside a character.' }
  if (exact !== undefined && text.slice(from, to) !== exact) return { ok: false, reason: 'Other words stand there now.' }
  return { ok: true, start: from, end: to }
}

/** Code points to UTF-16 units; offsets behind the end stay behind it. */
function utf16Offsets(text: string, points: readonly number[]): number[] {
  const last = Math.max(...points)
  const offsets = new Map<number, number>()
  let point = 0
  let at = 0
  for (; at < text.length && point <= last; point++) {
    if (points.includes(point)) offsets.set(point, at)
    at += (text.codePointAt(at) as number) > 0xffff ? 2 : 1
  }
  if (at >= text.length) offsets.set(point, text.length)
  return points.map((wanted) => offsets.get(wanted) ?? text.length + 1)
}

/** Places looked at when words stand in many. */
const MOST_PLACES = 10_000

function byWords(text: string, { exact, prefix = '', suffix = '' }: Exclude<NewTarget, { start: number }>): FoundPassage {
  const places: number[] = []
  for (let at = text.indexOf(exact); at >= 0 && places.length < MOST_PLACES; at = text.indexOf(exact, at + 1)) {
    const end = at + exact.length
    if (text.startsWith(prefix, at - prefix.length) && at >= prefix.length && text.startsWith(suffix, end)) places.push(at)
    if (places.length > 1) return { ok: false, reason: 'These words stand in several places: say what stands before and after them.' }
  }
  const [start] = places
  return start === undefined ? { ok: false, reason: 'These words are not in the text.' } : { ok: true, start, end: start + exact.length }
}
