import { numberWords } from '#/lib/message/locale.ts'
import { t } from '#/lib/message/t.ts'

/** "12.4 MB", "340 kB": the size of a file as the language of the page writes it. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1e6) return t('{size} kB', { size: numberWords(Math.max(1, Math.round(bytes / 1000))) })
  return t('{size} MB', { size: numberWords(Math.round(bytes / 1e5) / 10) })
}
