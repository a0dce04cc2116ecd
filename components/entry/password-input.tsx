'use client'

import { type ComponentProps, useState } from 'react'
import { IconButton } from '#/components/ui/icon-button.tsx'
import { TextInput } from '#/components/ui/text-input.tsx'
import { t } from '#/lib/message/t.ts'

/** A password that can be shown while typing. */
export function PasswordInput(props: ComponentProps<typeof TextInput>) {
  const [shown, setShown] = useState(false)
  const toggle = (
    <IconButton
      icon="eye"
      small
      label={shown ? t('Hide password') : t('Show password')}
      aria-pressed={shown}
      onClick={() => setShown(!shown)}
    />
  )
  return <TextInput {...props} type={shown ? 'text' : 'password'} dir="ltr" autoCapitalize="off" spellCheck={false} large after={toggle} />
}
