import { randomBytes } from 'node:crypto'
import type { NextAuthOptions, Profile } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import { findAccountByEmail } from '#/db/queries/accounts.ts'
import { findLiveSession, insertSession, revokeSession } from '#/db/queries/sessions.ts'
import { normalEmail } from '#/lib/access/email-address.ts'
import { TOO_MANY_TRIES } from '#/lib/access/sign-in-error.ts'
import { db, runtime } from '#/server/runtime.ts'
import { signInWithProvider } from '#/server/usecases/sign-in-with-provider.ts'
import { verifyPassword } from './password.ts'
import { SESSION_MAX_AGE_S } from './session-cookie.ts'
import { SignInThrottle } from './sign-in-throttle.ts'

type OidcProfile = Profile & { email_verified?: boolean }

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

const throttle = new SignInThrottle()

const passwordProvider = CredentialsProvider({
  credentials: { email: {}, password: {} },
  async authorize(credentials) {
    if (!credentials?.email || !credentials.password) return null
    const email = normalEmail(credentials.email)
    if (!email) return null
    if (throttle.isWaiting(email)) throw new Error(TOO_MANY_TRIES)
    const account = await findAccountByEmail(db(), email)
    if (!(await verifyPassword(account?.passwordHash ?? null, credentials.password)) || !account) {
      throttle.failed(email)
      return null
    }
    throttle.succeeded(email)
    return { id: account.id, email: account.email, name: account.name }
  },
})

/** Opens a session row and returns what the cookie carries: its id and nothing else. */
async function openSession(userId: string): Promise<{ sid: string }> {
  const sid = randomBytes(24).toString('base64url')
  await insertSession(db(), { id: sid, userId, expiresAt: new Date(Date.now() + SESSION_MAX_AGE_S * 1000) })
  return { sid }
}

export const authOptions: NextAuthOptions = {
  session: { strategy: 'jwt', maxAge: SESSION_MAX_AGE_S },
  pages: { signIn: '/sign-in', error: '/sign-in' },
  providers: [passwordProvider, ...(process.env.OIDC_ISSUER ? [oidcProvider(process.env.OIDC_ISSUER)] : [])],
  callbacks: {
    async jwt({ token, user, account, profile, trigger }) {
      if (trigger !== 'signIn' || !user) return token
      if (account?.provider !== 'oidc') return openSession(user.id)
      const signedIn = await signInWithProvider(
        {
          provider: 'oidc',
          subject: account.providerAccountId,
          email: user.email ?? undefined,
          emailVerified: (profile as OidcProfile | undefined)?.email_verified === true,
          name: user.name ?? undefined,
        },
        { db: db() },
      )
      if (!signedIn.ok) throw new Error(signedIn.reason)
      return openSession(signedIn.account.id)
    },
    async session({ session, token }) {
      const live = typeof token.sid === 'string' ? await findLiveSession(db(), token.sid) : null
      // next-auth 4 cannot answer "no session" here: a revoked one is returned without a user.
      return live ? { expires: session.expires, user: { name: live.name, email: live.email } } : { expires: new Date(0).toISOString() }
    },
    redirect: ({ url, baseUrl }) => (url.startsWith('/') && !url.startsWith('//') && !url.includes('\\') ? `${baseUrl}${url}` : baseUrl),
  },
  events: {
    async signOut({ token }) {
      if (typeof token?.sid !== 'string') return
      await revokeSession(db(), token.sid)
      runtime().collab.closeSession(token.sid)
    },
  },
}
