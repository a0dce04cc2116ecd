'use client'

import { type ReactNode, use } from 'react'
import { type Messages, speakThrough } from '#/lib/message/spoken.ts'
import type { InterfaceLanguage as Language } from '#/lib/person/settings.ts'

/** English is not among them: its texts stand in the code. */
const CATALOGUES: Partial<Record<Language, () => Promise<{ default: Messages }>>> = {
  ru: () => import('#/messages/ru.json'),
  ar: () => import('#/messages/ar.json'),
}

let loading: { language: Language; done: Promise<void> } | null = null

/** In the browser: the whole page speaks `language` as soon as this is kept. */
function learn(language: Language): Promise<void> {
  if (loading?.language === language) return loading.done
  const done = (CATALOGUES[language]?.() ?? Promise.resolve(null)).then((catalogue) => {
    const now = { language, messages: catalogue?.default ?? null }
    speakThrough(() => now)
  })
  loading = { language, done }
  return done
}

/**
 * Stands round everything that is drawn. The page came from the server in its language; it is only brought to life when the
 * catalogue of that language is here, so that what the browser draws says the same. English waits for nothing.
 */
export function InterfaceLanguage({ language, children }: { language: Language; children: ReactNode }) {
  if (typeof window !== 'undefined' && (language !== 'en' || loading)) use(learn(language))
  return children
}
