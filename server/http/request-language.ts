import { AsyncLocalStorage } from 'node:async_hooks'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Db } from '#/db/client.ts'
import { languageOfSession } from '#/db/queries/interface-language.ts'
import { type Messages, type Spoken, speakThrough } from '#/lib/message/spoken.ts'
import { INTERFACE_LANGUAGES, type InterfaceLanguage } from '#/lib/person/settings.ts'
import arabic from '#/messages/ar.json' with { type: 'json' }
import russian from '#/messages/ru.json' with { type: 'json' }
import { cookieName, parseCookies, sessionIdOf } from '#/server/auth/session-cookie.ts'
import { log } from '#/server/log.ts'

const CATALOGUES: Record<InterfaceLanguage, Messages | null> = { en: null, ru: russian, ar: arabic }
const ENGLISH: Spoken = { language: 'en', messages: null }
const YEAR_S = 365 * 24 * 3600

const requests = new AsyncLocalStorage<Spoken>()

/** From now on whatever answers a request speaks its language. Called once, by server.ts. */
export function speakByRequest(): void {
  speakThrough(() => requests.getStore() ?? ENGLISH)
}

/**
 * Answers a request in the language its person chose; without a session in the one last used in this browser, which a cookie
 * keeps for the page where they sign in. Files of the build have no language and nothing is looked up for them.
 */
export async function answerInLanguage(db: Db, request: IncomingMessage, response: ServerResponse, answer: () => void): Promise<void> {
  if (request.url?.startsWith('/_next/')) return answer()
  const name = cookieName('language')
  const kept = readLanguage(parseCookies(request.headers.cookie ?? '')[name])
  const language = (await chosenLanguage(db, request)) ?? kept
  if (language !== kept) {
    const secure = name === 'language' ? '' : '; Secure'
    response.appendHeader('Set-Cookie', `${name}=${language}; Path=/; Max-Age=${YEAR_S}; HttpOnly; SameSite=Lax${secure}`)
  }
  requests.run({ language, messages: CATALOGUES[language] }, answer)
}

/** What the person of the session chose, English when they have not chosen; null without a session. A database that does not answer takes no page away. */
async function chosenLanguage(db: Db, request: IncomingMessage): Promise<InterfaceLanguage | null> {
  try {
    const sessionId = await sessionIdOf(request)
    return sessionId ? await languageOfSession(db, sessionId) : null
  } catch (error) {
    log.error('language.lookup', error)
    return null
  }
}

function readLanguage(value: string | undefined): InterfaceLanguage {
  return INTERFACE_LANGUAGES.find((language) => language === value) ?? 'en'
}
