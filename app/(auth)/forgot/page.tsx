import type { Metadata } from 'next'
import Link from 'next/link'
import { EntryPage } from '#/components/entry/entry-page.tsx'
import { ForgotForm } from '#/components/entry/forgot-form.tsx'
import { runtime } from '#/server/runtime.ts'

export const metadata: Metadata = { title: 'Forgot your password?' }

export default function ForgotPage() {
  return (
    <EntryPage title="Forgot your password?">
      {runtime().mailer ? (
        <ForgotForm />
      ) : (
        <p className="muted">
          Ask whoever runs this installation for a link to choose a new one. They make it on the server, with{' '}
          <code>npm run reset-password</code> and your email address.
        </p>
      )}
      <Link className="btn btn--lg" href="/sign-in">
        Back to sign in
      </Link>
    </EntryPage>
  )
}
