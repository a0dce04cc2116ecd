import '#/components/settings/settings.css'
import type { Metadata } from 'next'
import Link from 'next/link'
import { AccountBar } from '#/components/account/account-bar.tsx'
import { OwnKeysPage } from '#/components/keyboard/own-keys.tsx'
import { t } from '#/lib/message/t.ts'
import { requireUser } from '#/server/auth/session.ts'

export const metadata: Metadata = {
  get title() {
    return t('Your keys')
  },
}

export default async function KeysPage() {
  const user = await requireUser('/account/keys')
  return (
    <div className="app">
      <AccountBar user={user} />
      <main className="page" id="main">
        <div className="page__head">
          <h1>{t('Your keys')}</h1>
          <p className="muted">
            {t('Part of')} <Link href="/account">{t('your account')}</Link>
          </p>
        </div>
        <OwnKeysPage />
      </main>
    </div>
  )
}
