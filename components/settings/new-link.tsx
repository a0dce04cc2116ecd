'use client'

import { useEffect, useRef } from 'react'
import { Button } from '#/components/ui/button.tsx'
import { copyText } from '#/components/ui/copy-text.ts'
import { Field } from '#/components/ui/field.tsx'
import { showToast } from '#/components/ui/toast-store.ts'
import { ROLE_NAMES } from '#/lib/access/member.ts'
import type { MemberRole } from '#/lib/access/roles.ts'
import { t } from '#/lib/message/t.ts'

/** A link that was just made: the only time it can be seen. */
export function NewLink({ link, role }: { link: string; role: MemberRole }) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])

  const copy = async () =>
    showToast((await copyText(link)) ? t('Link copied') : t('The browser did not allow copying. Select the link and copy it yourself.'))
  return (
    <div className="notice">
      <Field
        label={t('Invitation link')}
        hint={t('Send it to one person, who joins as {role}. It is shown only now.', { role: ROLE_NAMES[role].toLowerCase() })}
      >
        {(ties) => (
          <span className="settings__link">
            <span className="field">
              <input {...ties} ref={field} readOnly value={link} dir="ltr" onFocus={(event) => event.target.select()} />
            </span>
            <Button icon="copy" onClick={copy}>
              {t('Copy link')}
            </Button>
          </span>
        )}
      </Field>
    </div>
  )
}
