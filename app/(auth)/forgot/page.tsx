import type { Metadata } from 'next'
import Link from 'next/link'
import { EntryPage } from '#/components/entry/entry-page.tsx'
import { ForgotForm } from '#/components/entry/forgot-form.tsx'
import { t } from '#/lib/message/t.ts'
import { runtime } from '#/server/runtime.ts'

export const metadata: Metadata = {
  get title() {
    return t('Forgot your password?')
  },
}

export default function ForgotPage() {
  return (
    <EntryPage title={t('Forgot your password?')}>
      {runtime().mailer ? (
        <ForgotForm />
      ) : (
        <p className="muted">
          {t('Ask whoever runs this installation for a link to choose a new one. They make it on the server, with')}{' '}
          <code>{t('npm run reset-password')}</code> {t('and your email address.')}
        </p>
      )}
      <Link className="btn btn--lg" href="/sign-in">
        {t('Back to sign in')}
      </Link>
    </EntryPage>
  )
}
