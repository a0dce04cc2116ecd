'use client'

import './account.css'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { Icon } from '#/components/ui/icon.tsx'
import { LiveButton } from '#/components/ui/live-button.tsx'
import { showToast } from '#/components/ui/toast-store.ts'
import { shortDateOf } from '#/lib/date/short-date.ts'
import { endTwoFactor, renewRecoveryCodes } from '#/server/actions/two-factor.ts'
import { BothFactorsDialog } from './both-factors-dialog.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { focusTwoFactorHeading } from './two-factor-heading.ts'
import { TwoFactorSetup } from './two-factor-setup.tsx'

interface TwoFactorProps {
  /** Since when a code is asked for, ms since 1970; null: it is not. */
  since: number | null
  /** Recovery codes that were not used yet. */
  codesLeft: number
}

/** Turns the second factor on and off, and makes new recovery codes. */
export function TwoFactor({ since, codesLeft }: TwoFactorProps) {
  const router = useRouter()
  const [asks, setAsks] = useState<'renew' | 'end' | null>(null)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const before = useRef(since)
  useEffect(() => {
    if (before.current !== null && since === null) focusTwoFactorHeading()
    before.current = since
  }, [since])

  const done = () => {
    focusTwoFactorHeading()
    setCodes(null)
    router.refresh()
  }

  if (codes) return <RecoveryCodes codes={codes} onDone={done} />
  if (since === null) return <TwoFactorSetup onCodes={setCodes} />
  return (
    <>
      <p className="account__on">
        <Icon name="lock" />
        On since {shortDateOf(new Date(since))}. Signing in asks for a code from your authenticator app.
      </p>
      <p className={codesLeft > 2 ? 'muted' : undefined}>
        {codesLeft === 0
          ? 'No recovery code is left. Make new ones now: without them, a lost phone means asking whoever runs this installation.'
          : `${codesLeft} of your recovery codes ${codesLeft === 1 ? 'is' : 'are'} left.`}
      </p>
      <div className="row">
        <LiveButton onClick={() => setAsks('renew')}>New recovery codes</LiveButton>
        <LiveButton look="quiet" onClick={() => setAsks('end')}>
          Turn off
        </LiveButton>
      </div>
      <BothFactorsDialog
        open={asks === 'renew'}
        title="Make new recovery codes?"
        confirmLabel="Make new codes"
        words="The codes you have stop working."
        act={renewRecoveryCodes}
        onDone={({ recoveryCodes }) => {
          setAsks(null)
          setCodes(recoveryCodes)
        }}
        onClose={() => setAsks(null)}
      />
      <BothFactorsDialog
        open={asks === 'end'}
        title="Turn two-factor sign-in off?"
        confirmLabel="Turn off"
        danger
        words="From then on your password alone opens your account. Your recovery codes stop working."
        act={endTwoFactor}
        onDone={() => {
          setAsks(null)
          showToast('Two-factor sign-in is off')
        }}
        onClose={() => setAsks(null)}
      />
    </>
  )
}
