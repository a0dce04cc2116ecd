const LONGEST = 254

/**
 * An address as it is kept: trimmed, lower case; null when it cannot be one. Deliberately loose (something, an @, a dotted
 * domain): only a sent mail could tell more.
 */
export function normalEmail(text: string): string | null {
  const email = text.trim().toLowerCase().normalize('NFC')
  return email.length <= LONGEST && /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/u.test(email) ? email : null
}
