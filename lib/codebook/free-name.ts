import { nameKey } from './clean-name.ts'

/** A name that nobody of these has: itself, or with the next free number after it. */
export function freeName(name: string, taken: readonly string[]): string {
  const keys = new Set(taken.map(nameKey))
  let free = name
  for (let number = 2; keys.has(nameKey(free)); number++) free = `${name} (${number})`
  return free
}
