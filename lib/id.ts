import { clockNow } from '#/lib/date/clock.ts'

/** Ids made in one millisecond are told apart by 12 bits that count on (RFC 9562, 6.2, method 1); half of them are left to count. */
const COUNTED = 0xfff
const STARTS_BELOW = 0x7ff
let latest = { now: 0, count: 0 }

/**
 * A new UUID version 7 (RFC 9562): 48 bits of Unix time in ms, a count within it, then random bits. Sorts by creation as text
 * and as `uuid` in Postgres, needs no server, and is made here because Postgres before 18 has no `uuidv7()`.
 */
export function newId(now: number = clockNow()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const start = new DataView(bytes.buffer).getUint16(6) & STARTS_BELOW
  latest = { now, count: latest.now === now && latest.count < COUNTED ? latest.count + 1 : start }
  const view = new DataView(bytes.buffer)
  view.setUint16(0, Math.floor(now / 2 ** 32))
  view.setUint32(2, now >>> 0)
  view.setUint16(6, latest.count | 0x7000)
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** Whether a text is a lower-case UUID of any current version. */
export function isId(text: string): boolean {
  return UUID.test(text)
}
