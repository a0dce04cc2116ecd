import '#/components/settings/settings.css'
import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import Link from 'next/link'
import { AccountBar } from '#/components/account/account-bar.tsx'
import { Appearance } from '#/components/account/appearance.tsx'
import { ColourChoice } from '#/components/account/colour-choice.tsx'
import { PasswordForm } from '#/components/account/password-form.tsx'
import { ProfileForm } from '#/components/account/profile-form.tsx'
import { SessionList } from '#/components/account/session-list.tsx'
import { TokenPanel } from '#/components/account/token-panel.tsx'
import { TwoFactor } from '#/components/account/two-factor.tsx'
import { TWO_FACTOR_HEADING } from '#/components/account/two-factor-heading.ts'
import { readColourScheme } from '#/components/ui/colour-scheme.ts'
import { findAccount } from '#/db/queries/accounts.ts'
import { listTokens, type TokenRow } from '#/db/queries/api-tokens.ts'
import { listLiveSessions } from '#/db/queries/sessions.ts'
import { countRecoveryCodes, findSecondFactor } from '#/db/queries/two-factor.ts'
import type { ShownToken } from '#/lib/api/token-input.ts'
import { t } from '#/lib/message/t.ts'
import { requireUser } from '#/server/auth/session.ts'
import { db } from '#/server/runtime.ts'

export const metadata: Metadata = {
  get title() {
    return t('Your account')
  },
}

export default async function AccountPage() {
  const user = await requireUser('/account')
  const [account, factor, codesLeft, sessions, tokens] = await Promise.all([
    findAccount(db(), user.id),
    findSecondFactor(db(), user.id),
    countRecoveryCodes(db(), user.id),
    listLiveSessions(db(), user.id),
    listTokens(db(), user.id, new Date()),
  ])
  const hasPassword = Boolean(account?.passwordHash)
  const others = sessions.filter(({ id }) => id !== user.sessionId)
  const own = sessions.filter(({ id }) => id === user.sessionId)
  return (
    <div className="app">
      <AccountBar user={user} />
      <main className="page" id="main">
        <div className="page__head">
          <h1>{t('Your account')}</h1>
        </div>
        <div className="settings">
          <section aria-labelledby="account-profile">
            <h2 id="account-profile">{t('Profile')}</h2>
            <ProfileForm key={user.name} name={user.name} email={user.email} />
            <ColourChoice name={user.name} colour={user.colour} />
          </section>
          <section aria-labelledby="account-appearance">
            <h2 id="account-appearance">{t('Language and appearance')}</h2>
            <Appearance scheme={readColourScheme((await cookies()).get('theme')?.value) ?? 'system'} />
          </section>
          <section aria-labelledby="account-keys">
            <h2 id="account-keys">{t('Keyboard')}</h2>
            <p className="muted">
              {t('Every command has a key that you can change.')} <Link href="/account/keys">{t('Your keys')}</Link>
            </p>
          </section>
          <section aria-labelledby="account-password">
            <h2 id="account-password">{t('Password')}</h2>
            {hasPassword ? (
              <PasswordForm email={user.email} />
            ) : (
              <p className="muted">{t('You sign in through single sign-on; there is no password here.')}</p>
            )}
          </section>
          <section aria-labelledby={TWO_FACTOR_HEADING}>
            <h2 id={TWO_FACTOR_HEADING} tabIndex={-1}>
              {t('Two-factor sign-in')}
            </h2>
            {hasPassword ? (
              <TwoFactor since={factor?.since?.getTime() ?? null} codesLeft={codesLeft} />
            ) : (
              <p className="muted">{t('Your single sign-on provider looks after this.')}</p>
            )}
          </section>
          <section aria-labelledby="account-sessions">
            <h2 id="account-sessions">
              {t('Where you are signed in')} <span className="muted num">{sessions.length}</span>
            </h2>
            <SessionList sessions={[...own, ...others].map(toShown)} current={user.sessionId} now={Date.now()} />
          </section>
          <section aria-labelledby="account-tokens">
            <h2 id="account-tokens">{t('Access for programs')}</h2>
            <TokenPanel tokens={tokens.map(toShownToken)} now={Date.now()} />
          </section>
        </div>
      </main>
    </div>
  )
}

function toShown({ id, browser, createdAt, lastSeenAt }: { id: string; browser: string; createdAt: Date; lastSeenAt: Date }) {
  return { id, browser: browser || t('An unknown browser'), createdAt, lastSeenAt: lastSeenAt.getTime() }
}

function toShownToken({ createdAt, expiresAt, lastUsedAt, ...token }: TokenRow): ShownToken {
  return { ...token, createdAt: createdAt.getTime(), expiresAt: expiresAt?.getTime() ?? null, lastUsedAt: lastUsedAt?.getTime() ?? null }
}
