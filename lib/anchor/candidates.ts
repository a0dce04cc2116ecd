import search from 'approx-string-match'
import { QUOTE_LENGTH } from '#/lib/anchor/capture.ts'
import { seedPlaces } from '#/lib/anchor/seed-places.ts'
import { snapToGraphemes } from '#/lib/anchor/snap.ts'
import type { Quote } from '#/lib/annotation/model.ts'

/** A place in the text that may be what a detached passage was about. */
export interface Candidate {
  /** UTF-16 offsets into the canonical text, on grapheme boundaries; start < end. */
  start: number
  end: number
  /** How much it is like the quote and its surroundings, 0 to 1. */
  score: number
}

/** Most candidates given. */
export const MOST_CANDIDATES = 5

/** What counts towards the score, as in the Hypothesis client (match-quote.ts). */
const WEIGHTS = { quote: 50, prefix: 20, suffix: 20, place: 2 }
/** Candidates below are noise. */
const LOWEST_SCORE = 0.5
/** Share of a quote's characters that may differ. */
const MOST_ERRORS = 0.4
/** Shorter quotes are only looked for as they are: with two letters changed they would be anything. */
const SHORTEST_INEXACT = 8
/** Of longer quotes (UTF-16 units) only this much of both ends is compared: the time grows with the square of the length. */
const LONG_QUOTE = 200
const END_LENGTH = 100
/** How far behind a quote that was cut its passage may end, in UTF-16 units. */
const LONGEST_REST = 8_000
/** Equally good places within one window that are looked at further; more only come of a text that repeats itself. */
const MOST_IN_WINDOW = 3
/** How far an end is moved to the edge of its word. */
const LONGEST_WORD = 32
const WORD = /[\p{L}\p{N}\p{M}]/u
/** Exact occurrences that are scored; of a word that is everywhere, those nearest to where it stood. */
const MOST_EXACT = 200
/** From here a candidate may be offered without a look at it, when no other comes close. */
const STRONG = 0.85
const CLEAR_LEAD = 0.08

/**
 * Where the words of a quote may be now, best first: its exact occurrences, then stretches like it. `near`: where they
 * stood (UTF-16), if known. Looks closely only where several of the quote's words stand together, so that it takes some
 * milliseconds on 1 MB whatever the quote; proposes to a person and decides nothing.
 */
export function findCandidates(canonical: string, quote: Quote, { near }: { near: number | null }): Candidate[] {
  const exact = quote.exact.trim()
  if (exact === '') return []
  const found = exactPlaces(canonical, exact, near).map((start): Found => ({ start, end: start + exact.length, errors: 0 }))
  if (exact.length >= SHORTEST_INEXACT && found.length < MOST_EXACT) found.push(...inexactPlaces(canonical, exact, near))
  const scored = found.flatMap(({ start, end, errors }) => {
    const [from, to] = wholePassage(canonical, { start, end, errors }, quote)
    return from < to ? { start: from, end: to, score: scoreOf(canonical, quote, from, to, 1 - errors / exact.length, near) } : []
  })
  const distance = ({ start }: Candidate) => (near === null ? 0 : Math.abs(start - near))
  scored.sort((a, b) => b.score - a.score || distance(a) - distance(b) || a.start - b.start)
  return apart(scored.filter(({ score }) => score >= LOWEST_SCORE))
}

/** The candidate that is surely meant: very like the quote, and no other nearly as much. Null when a person must look. */
export function strongCandidate([best, second]: readonly Candidate[]): Candidate | null {
  return best && best.score >= STRONG && best.score - (second?.score ?? 0) >= CLEAR_LEAD ? best : null
}

function exactPlaces(text: string, words: string, near: number | null): number[] {
  const places: number[] = []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) places.push(at)
  if (places.length <= MOST_EXACT) return places
  return places.sort((a, b) => Math.abs(a - (near ?? 0)) - Math.abs(b - (near ?? 0))).slice(0, MOST_EXACT)
}

function inexactPlaces(text: string, exact: string, near: number | null): Found[] {
  const margin = Math.ceil(exact.length * MOST_ERRORS) + 16
  return seedPlaces(text, exact, near).flatMap((place) => {
    const from = Math.max(0, place - margin)
    const matches = likeliest(text.slice(from, place + exact.length + margin), exact)
    return matches.map(({ start, end, errors }) => ({ start: from + start, end: from + end, errors }))
  })
}

interface Found {
  start: number
  end: number
  /** Characters that differ from the quote. */
  errors: number
}

/** The stretches of a window that are most like the quote; of a long quote, those between what is like its two ends. */
function likeliest(window: string, exact: string): Found[] {
  if (exact.length <= LONG_QUOTE) return search(window, exact, Math.floor(exact.length * MOST_ERRORS)).slice(0, MOST_IN_WINDOW)
  const errors = Math.floor(END_LENGTH * MOST_ERRORS)
  const head = search(window, exact.slice(0, END_LENGTH), errors).at(0)
  const tail = search(window, exact.slice(-END_LENGTH), errors).at(-1)
  if (!head || !tail || tail.end - head.start < exact.length / 2) return []
  const share = (head.errors + tail.errors) / (2 * END_LENGTH)
  return [{ start: head.start, end: tail.end, errors: share * exact.length }]
}

/** What was found, as whole words when it is not the quote itself. A quote that was cut goes on up to what stood behind it. */
function wholePassage(text: string, { start, end, errors }: Found, { exact, suffix }: Quote): [number, number] {
  while (start < end && /\s/u.test(text[start]!)) start++
  while (end > start && /\s/u.test(text[end - 1]!)) end--
  if (errors > 0) {
    for (let i = 0; i < LONGEST_WORD && start > 0 && WORD.test(text[start]!) && WORD.test(text[start - 1]!); i++) start--
    for (let i = 0; i < LONGEST_WORD && end < text.length && WORD.test(text[end]!) && WORD.test(text[end - 1]!); i++) end++
  }
  if (exact.length >= QUOTE_LENGTH - 1 && suffix.trim() !== '') {
    const rest = text.slice(end, end + LONGEST_REST).indexOf(suffix)
    if (rest > 0) end += rest
  }
  return snapToGraphemes(text, start, end)
}

function scoreOf(text: string, { prefix, suffix }: Quote, start: number, end: number, likeness: number, near: number | null): number {
  const place = near === null ? 1 : 1 - Math.min(1, Math.abs(start - near) / Math.max(1, text.length))
  const before = contextScore(text.slice(Math.max(0, start - 2 * prefix.length), start), prefix)
  const after = contextScore(text.slice(end, end + 2 * suffix.length), suffix)
  const sum = WEIGHTS.quote * likeness + WEIGHTS.prefix * before + WEIGHTS.suffix * after + WEIGHTS.place * place
  return sum / (WEIGHTS.quote + WEIGHTS.prefix + WEIGHTS.suffix + WEIGHTS.place)
}

/** How much of a context stands in the text beside a candidate, 0 to 1. */
function contextScore(text: string, context: string): number {
  if (context === '') return 1
  const [best] = search(text, context, context.length)
  return best ? 1 - best.errors / context.length : 0
}

/** The best of those that lie over one another. */
function apart(candidates: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = []
  for (const candidate of candidates) {
    if (kept.every(({ start, end }) => candidate.end <= start || end <= candidate.start)) kept.push(candidate)
    if (kept.length === MOST_CANDIDATES) break
  }
  return kept
}
