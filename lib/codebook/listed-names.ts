import { t } from '#/lib/message/t.ts'

const NAMED = 3

/** "A, B, C", "A, B, C and 4 more". Names keep their own writing direction (Unicode isolates). */
export function listedNames(names: readonly string[]): string {
  const named = names.slice(0, NAMED).map((name) => `\u2068${name}\u2069`)
  return names.length <= NAMED
    ? named.join(t(', '))
    : t('{names} and {count} more', { names: named.join(t(', ')), count: names.length - NAMED })
}
