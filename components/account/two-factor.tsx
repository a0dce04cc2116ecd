'use client'

import './account.css'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { Icon } from '#/components/ui/icon.tsx'
import { LiveButton } from '#/components/ui/live-button.tsx'
import { showToast } from '#/components/ui/toast-store.ts'
import { shortDateOf } from '#/lib/date/short-date.ts'
import { t } from '#/lib/message/t.ts'
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
        {t('On since {shortDateOf}. Signing in asks for a code from your authenticator app.', {
          shortDateOf: shortDateOf(new Date(since)),
        })}
      </p>
      <p className={codesLeft > 2 ? 'muted' : undefined}>
        {codesLeft === 0
          ? t('No recovery code is left. Make new ones now: without them, a lost phone means asking whoever runs this installation.')
          : t('{count, plural, one {# of your recovery codes is left.} other {# of your recovery codes are left.}}', { count: codesLeft })}
      </p>
      <div className="row">
        <LiveButton onClick={() => setAsks('renew')}>{t('New recovery codes')}</LiveButton>
        <LiveButton look="quiet" onClick={() => setAsks('end')}>
          {t('Turn off')}
        </LiveButton>
      </div>
      <BothFactorsDialog
        open={asks === 'renew'}
        title={t('Make new recovery codes?')}
        confirmLabel={t('Make new codes')}
        words={t('The codes you have stop working.')}
        act={renewRecoveryCodes}
        onDone={({ recoveryCodes }) => {
          setAsks(null)
          setCodes(recoveryCodes)
        }}
        onClose={() => setAsks(null)}
      />
      <BothFactorsDialog
        open={asks === 'end'}
        title={t('Turn two-factor sign-in off?')}
        confirmLabel={t('Turn off')}
        danger
        words={t('From then on your password alone opens your account. Your recovery codes stop working.')}
        act={endTwoFactor}
        onDone={() => {
          setAsks(null)
          showToast(t('Two-factor sign-in is off'))
        }}
        onClose={() => setAsks(null)}
      />
    </>
  )
}
