'use client'

import './tokens.css'
import './base.css'
import './controls.css'
import './shell.css'
import { Failure } from '#/components/ui/failure.tsx'
import { t } from '#/lib/message/t.ts'

/** In place of the root layout when that itself failed; the theme is then the system's. */
export default function GlobalError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <html lang="en" dir="ltr">
      <body>
        <title>{t('This page did not open · Interline')}</title>
        <Failure digest={error.digest} retry={retry} />
      </body>
    </html>
  )
}
