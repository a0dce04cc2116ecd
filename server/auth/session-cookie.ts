import type { IncomingMessage } from 'node:http'
import type { CookiesOptions } from 'next-auth'
import { encode, getToken } from 'next-auth/jwt'

/** How long a sign-in lasts, seconds. */
export const SESSION_MAX_AGE_S = 14 * 24 * 3600

/** Whether browsers come over TLS. Without, cookies cannot be `Secure`: only on this machine's own address is that no risk. */
export const isSecure = () => process.env.NEXTAUTH_URL?.startsWith('https://') ?? false

/**
 * The name of one of our cookies. Behind TLS all have the prefix __Host-: browsers then take them only from this very host,
 * over TLS, for every path, so that no neighbour on the same domain can plant one.
 */
export function cookieName(name: string): string {
  return `${isSecure() ? '__Host-' : ''}${name}`
}

export const sessionCookieName = () => cookieName('next-auth.session-token')

/** next-auth's cookies under our rules: no script reads them, no other site's form sends them. */
export function authCookies(): Partial<CookiesOptions> {
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure() } as const
  const named = (name: string, maxAge?: number) => ({
    name: cookieName(`next-auth.${name}`),
    options: maxAge ? { ...options, maxAge } : options,
  })
  return {
    sessionToken: named('session-token'),
    callbackUrl: named('callback-url'),
    csrfToken: named('csrf-token'),
    pkceCodeVerifier: named('pkce.code_verifier', 15 * 60),
    state: named('state', 15 * 60),
    nonce: named('nonce', 15 * 60),
  }
}

/** The session id inside the encrypted cookie, or null when there is none or it was not made by us. Only cookies count, no Authorization header. */
export async function sessionIdOfCookies(cookies: Record<string, string>): Promise<string | null> {
  const token = await getToken({
    req: { cookies, headers: {} } as never,
    secret: process.env.NEXTAUTH_SECRET,
    secureCookie: isSecure(),
    cookieName: sessionCookieName(),
  })
  return typeof token?.sid === 'string' ? token.sid : null
}

/** The same for a plain Node request, as in a WebSocket upgrade. */
export function sessionIdOf(request: IncomingMessage): Promise<string | null> {
  return sessionIdOfCookies(parseCookies(request.headers.cookie ?? ''))
}

/** The cookie (name=value) of a session; for tests and benches that connect without a browser. */
export async function sessionCookie(sessionId: string): Promise<string> {
  const value = await encode({ token: { sid: sessionId }, secret: process.env.NEXTAUTH_SECRET ?? '', maxAge: SESSION_MAX_AGE_S })
  return `${sessionCookieName()}=${value}`
}

/** The cookies of a request's header; the first of each name counts. */
export function parseCookies(header: string): Record<string, string> {
  const cookies: Record<string, string> = Object.create(null)
  for (const part of header.split(';')) {
    const at = part.indexOf('=')
    const name = part.slice(0, at).trim()
    if (at < 1 || name in cookies) continue
    try {
      cookies[name] = decodeURIComponent(part.slice(at + 1).trim())
    } catch {
      // A cookie somebody else mangled: not ours.
    }
  }
  return cookies
}
