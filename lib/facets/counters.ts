import { CERTAINTIES, STATUSES } from '#/lib/annotation/facts.ts'
import { ROLES_IN_STATEMENT, STANCES } from '#/lib/codebook/codebook.ts'
import type { Dimension } from '#/lib/query/facet-keys.ts'
import type { CountedDocument, DocumentColumns } from './document-columns.ts'
import type { IdNumbers } from './id-numbers.ts'

/** Counts excerpts that are given to it one after the other, document by document. */
export interface Counting {
  /** Counts one more excerpt. */
  row?(columns: DocumentColumns, row: number): void
  /** Counts so many more of one document, after the last of them. */
  document?(columns: DocumentColumns, excerpts: number): void
}

/** Counts excerpts by the keys of one dimension; one counts once for a key, however many of its tags have it. */
export interface Counter extends Counting {
  /** By key; none is 0. */
  counts(): Record<string, number>
}

/** How ids count for each other. */
export interface CountingWorld {
  numbers: IdNumbers
  /** By id of a live theme, the themes that count when it is tagged: itself and, when that is asked, those above it. */
  themes: ReadonlyMap<string, readonly string[]>
  /** The themes towards which stances count; null: all. */
  stancesTowards: readonly string[] | null
}

/** Makes a counter of a dimension. */
export const COUNTERS: Record<Dimension, (world: CountingWorld) => Counter> = {
  theme: byTheme,
  actor: ({ numbers }) => byActor(numbers),
  role: () => byPlace(ROLES_IN_STATEMENT, (columns, row) => manners(columns, columns.actorsFrom(row), columns.actorsTo(row), null)),
  stance: ({ numbers, stancesTowards }) => {
    const towards = stancesTowards && numbers.flags(stancesTowards)
    return byPlace(STANCES, (columns, row) => manners(columns, columns.actorsTo(row), columns.themesTo(row), towards))
  },
  status: () => byPlace(STATUSES, (columns, row) => bit(columns.status(row))),
  certainty: () => byPlace(CERTAINTIES, (columns, row) => bit(columns.certainty(row))),
  language: () => ofDocument(({ language }) => language),
  outlet: () => ofDocument(({ outlet }) => outlet || null),
  kind: () => ofDocument(({ kind }) => kind || null),
  document: () => ofDocument(({ id }) => id),
  tagger: ({ numbers }) => byNumber(numbers, (columns, row, counts) => increase(counts, columns.tagger(row))),
}

function byTheme({ numbers, themes }: CountingWorld): Counter {
  const above: Int32Array[] = []
  for (const [id, counting] of themes) above[numbers.number(id)] = Int32Array.from(counting, (theme) => numbers.number(theme))
  /** By theme, which excerpt counted for it last: the how manieth. */
  const last = new Int32Array(numbers.size)
  let excerpt = 0
  return byNumber(numbers, (columns, row, counts) => {
    excerpt++
    for (let tag = columns.actorsTo(row); tag < columns.themesTo(row); tag++)
      for (const theme of above[columns.entry(tag)] ?? []) {
        if (last[theme] === excerpt) continue
        last[theme] = excerpt
        increase(counts, theme)
      }
  })
}

/** Tags stand by actor: another role of the same one follows it. */
function byActor(numbers: IdNumbers): Counter {
  return byNumber(numbers, (columns, row, counts) => {
    const from = columns.actorsFrom(row)
    for (let tag = from; tag < columns.actorsTo(row); tag++)
      if (tag === from || columns.entry(tag) !== columns.entry(tag - 1)) increase(counts, columns.entry(tag))
  })
}

function byNumber(numbers: IdNumbers, count: (columns: DocumentColumns, row: number, counts: Int32Array) => void): Counter {
  const counts = new Int32Array(numbers.size)
  return {
    row: (columns, row) => count(columns, row, counts),
    counts: () => keyed(counts, (number) => numbers.id(number)),
  }
}

/** @param placesOf the bits of the places in `list` that an excerpt counts for */
function byPlace(list: readonly string[], placesOf: (columns: DocumentColumns, row: number) => number): Counter {
  const counts = new Int32Array(list.length)
  return {
    row: (columns, row) => {
      for (let places = placesOf(columns, row), place = 0; places > 0; places >>= 1, place++) if (places & 1) increase(counts, place)
    },
    counts: () => keyed(counts, (place) => list[place] as string),
  }
}

/** @param keyOf null: counts for none */
function ofDocument(keyOf: (document: CountedDocument) => string | null): Counter {
  const counts = new Map<string, number>()
  return {
    document: ({ document }, excerpts) => {
      const key = keyOf(document)
      if (key !== null) counts.set(key, (counts.get(key) ?? 0) + excerpts)
    },
    counts: () => Object.fromEntries(counts),
  }
}

/** The bits of the roles or stances of some tags. */
function manners(columns: DocumentColumns, from: number, to: number, among: Uint8Array | null): number {
  let bits = 0
  for (let tag = from; tag < to; tag++) if (among === null || among[columns.entry(tag)] === 1) bits |= 1 << columns.manner(tag)
  return bits
}

function bit(place: number): number {
  return place < 0 ? 0 : 1 << place
}

function increase(counts: Int32Array, place: number): void {
  counts[place] = (counts[place] as number) + 1
}

function keyed(counts: Int32Array, keyOf: (place: number) => string): Record<string, number> {
  const found: Record<string, number> = {}
  for (const [place, count] of counts.entries()) if (count > 0) found[keyOf(place)] = count
  return found
}
