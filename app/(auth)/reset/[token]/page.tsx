import type { Metadata } from 'next'
import Link from 'next/link'
import { EntryPage } from '#/components/entry/entry-page.tsx'
import { ResetForm } from '#/components/entry/reset-form.tsx'
import { RESET_PROBLEMS } from '#/components/entry/reset-problems.ts'
import { t } from '#/lib/message/t.ts'
import { tryLink } from '#/server/auth/link-tries.ts'
import { db } from '#/server/runtime.ts'
import { readPasswordReset } from '#/server/usecases/read-password-reset.ts'

export const metadata: Metadata = {
  get title() {
    return t('Choose a new password')
  },
  robots: { index: false },
}

export default async function ResetPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const read = await tryLink(() => readPasswordReset(token, { db: db() }))
  if (!read.ok) {
    return (
      <EntryPage title={t('This link does not work')}>
        <p className="muted">{RESET_PROBLEMS[read.reason]}</p>
        <Link className="btn btn--lg" href="/forgot">
          {t('Get a new link')}
        </Link>
      </EntryPage>
    )
  }
  return (
    <EntryPage title={t('Choose a new password')}>
      <p className="muted">
        {t(
          'For {email}. It signs you out everywhere, on every device; your work there that was not saved yet stays on that device until you sign in again.',
          { email: read.reset.email },
        )}
      </p>
      <ResetForm token={token} email={read.reset.email} />
    </EntryPage>
  )
}
