import { t } from './message/t.ts'

/**
 * "1 statement", "1,234 statements", in the language of the page.
 *
 * @param noun in English and in the singular, as a literal: with its plural it is a message of the catalogues
 * @param plural when it is not the noun with an s
 */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return t(`{count, plural, one {# ${noun}} other {# ${plural}}}`, { count })
}
