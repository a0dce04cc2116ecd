import type { ColourSchemeChoice } from './colour-scheme.ts'

/** Languages of the interface, BCP 47. */
export const INTERFACE_LANGUAGES = ['en', 'ru', 'ar'] as const
export type InterfaceLanguage = (typeof INTERFACE_LANGUAGES)[number]

/** What a person sets for themselves, on all their devices. Whatever is missing has its usual value. */
export interface PersonSettings {
  /** Missing: English. */
  language?: InterfaceLanguage
  /** Missing: what the system says. */
  scheme?: ColourSchemeChoice
  /** Keys of their own, as `KeyPress` notation by id of the command; null takes the key away. */
  keys?: Record<string, string | null>
  /** Keys without Ctrl, Command or Alt do something. Missing: yes. */
  singleKeys?: boolean
  /** The tour of the reader was finished or sent away. */
  tourSeen?: boolean
}
