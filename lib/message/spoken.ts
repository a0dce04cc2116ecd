import type { InterfaceLanguage } from '#/lib/person/settings.ts'

/** A catalogue: translations by their English text. What is missing is said in English. */
export type Messages = Readonly<Record<string, string>>

/** What is spoken now. */
export interface Spoken {
  language: InterfaceLanguage
  /** Null for English, whose texts stand in the code. */
  messages: Messages | null
}

const ENGLISH: Spoken = { language: 'en', messages: null }
const KEY = Symbol.for('interline.spoken')
type Holder = typeof globalThis & { [KEY]?: () => Spoken }

/** What the page is in, or the request that is being answered. */
export function spoken(): Spoken {
  return (globalThis as Holder)[KEY]?.() ?? ENGLISH
}

/**
 * Says from where to know it: in the browser the language of the page, on the server that of the request (Node's own modules
 * and Next's bundles are two worlds, which only share what is global).
 */
export function speakThrough(now: () => Spoken): void {
  ;(globalThis as Holder)[KEY] = now
}
