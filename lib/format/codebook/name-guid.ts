import { hash } from 'node:crypto'

/**
 * A GUID (UUID version 8) that is made of what something is called, so that the same thing has the same one in every export.
 *
 * @param parts ids and words that together name one thing
 */
export function nameGuid(...parts: readonly string[]): string {
  const hex = hash('sha256', `interline\0${parts.join('\0')}`, 'hex')
  const variant = ((Number.parseInt(hex[16] as string, 16) & 0x3) | 0x8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
