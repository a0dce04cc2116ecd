import { formatMessage, type MessageValues } from './format-message.ts'
import { LOCALES } from './locale.ts'
import { spoken } from './spoken.ts'

const NONE: MessageValues = {}

/**
 * A text of the interface in the language of the page or request; in English where nobody translated it yet. Only call it
 * while drawing or answering: when modules load, no language is known.
 *
 * @param english the text itself, in full and as a literal: it is the key of the catalogues and `npm run messages` collects it
 * @param values for its `{name}`s and plurals, see `formatMessage`
 */
export function t(english: string, values?: MessageValues): string {
  const { language, messages } = spoken()
  const message = messages?.[english] ?? english
  return values || message.includes('{') ? formatMessage(message, values ?? NONE, LOCALES[language], language === 'ar') : message
}
