import { z } from 'zod'

const id = z.uuid()

const documentOrderPlace = z.object({
  sort: z.literal('document'),
  publishedOn: z.iso.date().nullable(),
  documentId: id,
  /** UTF-16 offset; null for a detached passage, after all others of its document. */
  start: z.int().min(0).nullable(),
  annotationId: id,
})
const recentPlace = z.object({
  sort: z.literal('recent'),
  /** ms since 1970. */
  createdAt: z.int(),
  annotationId: id,
})

/** An excerpt's place in an order: what comes after it is the next page. */
export type DocumentOrderPlace = z.infer<typeof documentOrderPlace>
export type RecentPlace = z.infer<typeof recentPlace>

/** A place as a short text for addresses and messages. */
export function writePlace(place: DocumentOrderPlace | RecentPlace): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}

/** Reads `writePlace`; null for any other text, and for a place in another order. */
export function readPlace<T extends 'document' | 'recent'>(
  sort: T,
  text: string | null,
): (T extends 'document' ? DocumentOrderPlace : RecentPlace) | null
export function readPlace(sort: 'document' | 'recent', text: string | null): DocumentOrderPlace | RecentPlace | null {
  if (!text) return null
  const parsed = (sort === 'document' ? documentOrderPlace : recentPlace).safeParse(parse(Buffer.from(text, 'base64url').toString()))
  return parsed.success ? parsed.data : null
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
