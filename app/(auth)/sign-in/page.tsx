import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { EntryPage } from '#/components/entry/entry-page.tsx'
import { SignInForm } from '#/components/entry/sign-in-form.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import { localPath } from '#/lib/access/local-path.ts'
import { t } from '#/lib/message/t.ts'
import { providerName } from '#/server/auth/options.ts'
import { currentUser } from '#/server/auth/session.ts'
import { runtime } from '#/server/runtime.ts'

export const metadata: Metadata = {
  get title() {
    return t('Sign in')
  },
}

type Search = Promise<{ callbackUrl?: string | string[]; error?: string | string[]; done?: string | string[] }>

export default async function SignInPage({ searchParams }: { searchParams: Search }) {
  const { callbackUrl, error, done } = await searchParams
  const returnTo = localPath(typeof callbackUrl === 'string' ? callbackUrl : undefined)
  if (await currentUser()) redirect(returnTo)
  return (
    <EntryPage title={t('Sign in')}>
      {error && (
        <p className="notice notice--error row" role="alert">
          <Icon name="alert" />
          {error === 'SessionRequired' ? t('Sign in to go on.') : t('Single sign-on did not work. Try it again, or use your password.')}
        </p>
      )}
      {done === 'password' && (
        <p className="notice row" role="status">
          <Icon name="check" />
          {t('Your password is changed, and you are signed out everywhere. Sign in with the new one.')}
        </p>
      )}
      <SignInForm returnTo={returnTo} provider={providerName()} isOpen={runtime().signUpGate.isOpen} />
    </EntryPage>
  )
}
