'use client'

import { useEffect, useRef } from 'react'
import { Button } from '#/components/ui/button.tsx'
import { copyText } from '#/components/ui/copy-text.ts'
import { Field } from '#/components/ui/field.tsx'
import { showToast } from '#/components/ui/toast-store.ts'
import { t } from '#/lib/message/t.ts'

/** A token that was just made: the only time it can be seen. */
export function NewToken({ token }: { token: string }) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])

  const copy = async () =>
    showToast((await copyText(token)) ? t('Token copied') : t('The browser did not allow copying. Select the token and copy it yourself.'))
  return (
    <div className="notice">
      <Field
        label={t('New token')}
        hint={t('Copy it now: it is shown only once. Whoever has it can do what it is good for, in your name.')}
      >
        {(ties) => (
          <span className="settings__link">
            <span className="field">
              <input {...ties} ref={field} readOnly value={token} dir="ltr" onFocus={(event) => event.target.select()} />
            </span>
            <Button icon="copy" onClick={copy}>
              {t('Copy token')}
            </Button>
          </span>
        )}
      </Field>
    </div>
  )
}
