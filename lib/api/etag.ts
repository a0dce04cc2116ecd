import { createHash } from 'node:crypto'

/** The strong entity tag of a representation (RFC 9110, 8.8.3): the first 128 bits of its SHA-256. */
export function etagOf(representation: string): string {
  return `"${createHash('sha256').update(representation).digest('base64url').slice(0, 22)}"`
}

/** Whether If-None-Match names this tag (weak comparison): the client has what it would get. */
export function isKnown(ifNoneMatch: string | null, etag: string): boolean {
  return ifNoneMatch !== null && names(ifNoneMatch, etag, true)
}

/** Whether If-Match lets a change through (strong comparison); without the header everything does. */
export function mayChange(ifMatch: string | null, etag: string): boolean {
  return ifMatch === null || names(ifMatch, etag, false)
}

function names(header: string, etag: string, weak: boolean): boolean {
  if (header.trim() === '*') return true
  const tags = header.match(/(?:W\/)?"[^"]*"/g) ?? []
  // Proxies that compress make a strong tag weak; for a change that is not good enough.
  return tags.some((tag) => tag === etag || (weak && tag === `W/${etag}`))
}
