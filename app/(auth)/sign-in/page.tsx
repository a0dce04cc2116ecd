import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { EntryPage } from '#/components/entry/entry-page.tsx'
import { SignInForm } from '#/components/entry/sign-in-form.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import { localPath } from '#/lib/access/local-path.ts'
import { providerName } from '#/server/auth/options.ts'
import { currentUser } from '#/server/auth/session.ts'

export const metadata: Metadata = { title: 'Sign in' }

type Search = Promise<{ callbackUrl?: string | string[]; error?: string | string[] }>

export default async function SignInPage({ searchParams }: { searchParams: Search }) {
  const { callbackUrl, error } = await searchParams
  const returnTo = localPath(typeof callbackUrl === 'string' ? callbackUrl : undefined)
  if (await currentUser()) redirect(returnTo)
  return (
    <EntryPage title="Sign in">
      {error && (
        <p className="notice notice--error row" role="alert">
          <Icon name="alert" />
          {error === 'SessionRequired' ? 'Sign in to go on.' : 'Single sign-on did not work. Try it again, or use your password.'}
        </p>
      )}
      <SignInForm returnTo={returnTo} provider={providerName()} />
    </EntryPage>
  )
}
