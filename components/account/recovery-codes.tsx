'use client'

import { useEffect, useRef } from 'react'
import { Button } from '#/components/ui/button.tsx'
import { copyText } from '#/components/ui/copy-text.ts'
import { showToast } from '#/components/ui/toast-store.ts'
import { t } from '#/lib/message/t.ts'

/** Recovery codes that were just made: the only time they can be seen. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus(), [])
  const text = `${codes.join('\n')}\n`

  const copy = async () =>
    showToast((await copyText(text)) ? t('Codes copied') : t('The browser did not allow copying. Select the codes and copy them yourself.'))
  const download = () => {
    const address = URL.createObjectURL(new Blob([`Interline recovery codes. Each works once.\n\n${text}`], { type: 'text/plain' }))
    const link = document.createElement('a')
    link.href = address
    link.download = 'interline-recovery-codes.txt'
    link.click()
    URL.revokeObjectURL(address)
  }

  return (
    <div className="notice account__stack">
      <h3 ref={head} tabIndex={-1}>
        {t('Keep these recovery codes')}
      </h3>
      <p>{t('Each one signs you in once, when your phone is not there. They are shown only now. Keep them where your password is not.')}</p>
      <ul className="account__codes" aria-label={t('Recovery codes')} dir="ltr">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="row account__acts">
        <Button icon="copy" onClick={copy}>
          {t('Copy')}
        </Button>
        <Button icon="download" onClick={download}>
          {t('Download')}
        </Button>
        <Button look="primary" onClick={onDone}>
          {t('I have kept them')}
        </Button>
      </div>
    </div>
  )
}
