const MAX_LENGTH = 2048

/** A link target that may be stored, normalised, or undefined: only absolute http, https and mailto (never `javascript:`, `file:` ...). */
export function safeHref(href: string): string | undefined {
  if (href.length > MAX_LENGTH) return undefined
  const url = URL.parse(href.trim())
  if (!url || !['http:', 'https:', 'mailto:'].includes(url.protocol)) return undefined
  return url.href.length > MAX_LENGTH ? undefined : url.href
}
