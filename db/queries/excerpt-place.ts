import { z } from 'zod'
import { EXCERPT_GROUPINGS, type ExcerptSort } from '#/lib/excerpt/results-query.ts'

const id = z.uuid()
/** As a column holds it: whoever makes a place up gets the first page, no error of the database. */
const start = z.int32().min(0).nullable()
/** Of a Date, ms. */
const LAST_MOMENT = 8.64e15

const documentOrderPlace = z.object({
  sort: z.literal('document'),
  publishedOn: z.iso.date().nullable(),
  documentId: id,
  /** UTF-16 offset; null for a detached passage, after all others of its document. */
  start,
  annotationId: id,
})
const recentPlace = z.object({
  sort: z.literal('recent'),
  /** ms since 1970. */
  createdAt: z.int().min(0).max(LAST_MOMENT),
  annotationId: id,
})

const groupedPlace = z.object({
  sort: z.enum(EXCERPT_GROUPINGS),
  /** The group, with what it was ordered by: it may be gone when the next page is asked for. */
  group: z.object({ key: id.nullable(), label: z.string() }),
  publishedOn: z.iso.date().nullable(),
  documentId: id,
  start,
  annotationId: id,
})

/** An excerpt's place in an order: what comes after it is the next page. */
export type DocumentOrderPlace = z.infer<typeof documentOrderPlace>
export type RecentPlace = z.infer<typeof recentPlace>
export type GroupedPlace = z.infer<typeof groupedPlace>
type Place = DocumentOrderPlace | RecentPlace | GroupedPlace

/** A place as a short text for addresses and messages. */
export function writePlace(place: Place): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}

/** Reads `writePlace`; null for any other text, and for a place in another order. */
export function readPlace<T extends ExcerptSort>(sort: T, text: string | null): Extract<Place, { sort: T }> | null {
  if (!text) return null
  const parsed = anyPlace.safeParse(parse(Buffer.from(text, 'base64url').toString()))
  return parsed.success && parsed.data.sort === sort ? (parsed.data as Extract<Place, { sort: T }>) : null
}

const anyPlace = z.union([documentOrderPlace, recentPlace, groupedPlace])

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
