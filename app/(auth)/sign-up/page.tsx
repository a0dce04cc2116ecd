import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { EntryPage } from '#/components/entry/entry-page.tsx'
import { SignUpForm } from '#/components/entry/sign-up-form.tsx'
import { localPath } from '#/lib/access/local-path.ts'
import { t } from '#/lib/message/t.ts'
import { currentUser } from '#/server/auth/session.ts'
import { runtime } from '#/server/runtime.ts'
import { notInvitedWords } from '#/server/usecases/sign-up.ts'

export const metadata: Metadata = {
  get title() {
    return t('Create an account')
  },
  robots: { index: false },
}

type Search = Promise<{ callbackUrl?: string | string[]; setup?: string | string[] }>

export default async function SignUpPage({ searchParams }: { searchParams: Search }) {
  const { callbackUrl, setup: given } = await searchParams
  const returnTo = localPath(typeof callbackUrl === 'string' ? callbackUrl : undefined)
  if (await currentUser()) redirect(returnTo)
  const invitation = /^\/invite\/([\w-]+)$/.exec(returnTo)?.[1]
  const setup = typeof given === 'string' ? given : undefined
  if (!runtime().signUpGate.isOpen && !invitation && !setup) {
    return (
      <EntryPage title={t('By invitation')}>
        <p className="muted">{notInvitedWords()}</p>
        <Link className="btn btn--lg" href="/sign-in">
          {t('Sign in')}
        </Link>
      </EntryPage>
    )
  }
  return (
    <EntryPage title={t('Create an account')}>
      <SignUpForm returnTo={returnTo} invitation={invitation} setup={setup} />
    </EntryPage>
  )
}
