import { cookies, headers } from 'next/headers'
import type { NextAuthOptions, Profile, User } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import { findLiveSession } from '#/db/queries/sessions.ts'
import { browserName } from '#/lib/access/browser-name.ts'
import { localPath } from '#/lib/access/local-path.ts'
import { signInProblemWord } from '#/lib/access/sign-in-problem.ts'
import { db, runtime } from '#/server/runtime.ts'
import { signOut } from '#/server/usecases/end-session.ts'
import { openSession } from '#/server/usecases/open-session.ts'
import { signInWithPassword } from '#/server/usecases/sign-in-with-password.ts'
import { signInWithProvider } from '#/server/usecases/sign-in-with-provider.ts'
import { KNOWN_BROWSER_MAX_AGE_S, knownBrowser, markBrowser } from './known-browser.ts'
import { requestAddress } from './link-tries.ts'
import { totpSeal } from './sealed-secret.ts'
import { authCookies, cookieName, isSecure, SESSION_MAX_AGE_S, sessionIdOfCookies } from './session-cookie.ts'

type OidcProfile = Profile & { email_verified?: boolean }
/** What `authorize` hands on to the `jwt` callback. */
type CheckedUser = User & { hasSecondFactor?: boolean }

const secret = () => process.env.NEXTAUTH_SECRET ?? ''

/** The name of the single sign-on provider as shown on its button, or null when none is configured. */
export function providerName(): string | null {
  return process.env.OIDC_ISSUER ? (process.env.OIDC_NAME ?? 'single sign-on') : null
}

function oidcProvider(issuer: string): OAuthConfig<OidcProfile> {
  return {
    id: 'oidc',
    name: providerName() ?? 'single sign-on',
    type: 'oauth',
    wellKnown: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    clientId: process.env.OIDC_CLIENT_ID,
    clientSecret: process.env.OIDC_CLIENT_SECRET,
    authorization: { params: { scope: 'openid email profile' } },
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    profile: (profile) => ({ id: profile.sub ?? '', email: profile.email, name: profile.name ?? profile.email }),
  }
}

const passwordProvider = CredentialsProvider({
  credentials: { email: {}, password: {}, code: {} },
  async authorize(credentials): Promise<CheckedUser | null> {
    if (!credentials?.email || !credentials.password) return null
    const mark = (await cookies()).get(cookieName('known-browser'))?.value
    const result = await signInWithPassword(
      {
        email: credentials.email,
        password: credentials.password,
        code: credentials.code,
        address: await requestAddress(),
        knownBrowser: (email) => knownBrowser(secret(), email, mark),
      },
      { db: db(), tries: runtime().tries, seal: totpSeal(secret()) },
    )
    // The only way to say more than "no" through next-auth: the route turns the word into an answer.
    if (!result.ok) throw new Error(signInProblemWord(result.problem))
    const { id, email, name } = result.account
    return { id, email, name, hasSecondFactor: result.hasSecondFactor }
  },
})

/** Opens a session in the place of the one this browser may have had, and returns what the cookie carries: its id and nothing else. */
async function startSession(userId: string, email: string, by: 'password' | 'password and code' | 'provider'): Promise<{ sid: string }> {
  const jar = await cookies()
  const replaces = await sessionIdOfCookies(Object.fromEntries(jar.getAll().map(({ name, value }) => [name, value])))
  const browser = browserName((await headers()).get('user-agent'))
  const sid = await openSession({ userId, browser, by, replaces }, { db: db(), collab: runtime().collab })
  if (by !== 'provider') {
    const rules = { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure(), maxAge: KNOWN_BROWSER_MAX_AGE_S } as const
    jar.set(cookieName('known-browser'), markBrowser(secret(), email), rules)
  }
  return { sid }
}

export const authOptions: NextAuthOptions = {
  session: { strategy: 'jwt', maxAge: SESSION_MAX_AGE_S },
  cookies: authCookies(),
  pages: { signIn: '/sign-in', error: '/sign-in' },
  providers: [passwordProvider, ...(process.env.OIDC_ISSUER ? [oidcProvider(process.env.OIDC_ISSUER)] : [])],
  callbacks: {
    async jwt({ token, user, account, profile, trigger }) {
      if (trigger !== 'signIn' || !user) return token
      if (account?.provider !== 'oidc')
        return startSession(user.id, user.email ?? '', (user as CheckedUser).hasSecondFactor ? 'password and code' : 'password')
      const signedIn = await signInWithProvider(
        {
          provider: 'oidc',
          subject: account.providerAccountId,
          email: user.email ?? undefined,
          emailVerified: (profile as OidcProfile | undefined)?.email_verified === true,
          name: user.name ?? undefined,
        },
        { db: db(), collab: runtime().collab },
      )
      if (!signedIn.ok) throw new Error(signedIn.reason)
      return startSession(signedIn.account.id, signedIn.account.email, 'provider')
    },
    async session({ session, token }) {
      const live = typeof token.sid === 'string' ? await findLiveSession(db(), token.sid) : null
      // next-auth 4 cannot answer "no session" here: a revoked one is returned without a user.
      return live ? { expires: session.expires, user: { name: live.name, email: live.email } } : { expires: new Date(0).toISOString() }
    },
    redirect: ({ url, baseUrl }) => baseUrl + localPath(url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url),
  },
  events: {
    async signOut({ token }) {
      const live = typeof token?.sid === 'string' ? await findLiveSession(db(), token.sid) : null
      if (live) await signOut(live.userId, live.sessionId, { db: db(), collab: runtime().collab })
    },
  },
}
