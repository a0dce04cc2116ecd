import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { EntryPage } from '#/components/entry/entry-page.tsx'
import { SignUpForm } from '#/components/entry/sign-up-form.tsx'
import { localPath } from '#/lib/access/local-path.ts'
import { currentUser } from '#/server/auth/session.ts'

export const metadata: Metadata = { title: 'Create an account' }

export default async function SignUpPage({ searchParams }: { searchParams: Promise<{ callbackUrl?: string | string[] }> }) {
  const { callbackUrl } = await searchParams
  const returnTo = localPath(typeof callbackUrl === 'string' ? callbackUrl : undefined)
  if (await currentUser()) redirect(returnTo)
  return (
    <EntryPage title="Create an account">
      <SignUpForm returnTo={returnTo} />
    </EntryPage>
  )
}
