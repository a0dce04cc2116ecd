const SCHEMES = new Set(['http:', 'https:', 'mailto:'])
const LONGEST = 2048

/**
 * The target as it may be stored and shown as a link, or null when it may not: only absolute http, https and mailto
 * addresses of at most 2,048 UTF-16 units, without control characters (browsers drop those, which would hide a script).
 */
export function linkTarget(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const target = value.trim()
  if (target === '' || target.length > LONGEST || /\p{Cc}/u.test(target) || !target.isWellFormed()) return null
  try {
    return SCHEMES.has(new URL(target).protocol) ? target : null
  } catch {
    return null
  }
}
