'use client'

import { Failure } from '#/components/ui/failure.tsx'
import { t } from '#/lib/message/t.ts'

export default function DocumentErrorPage({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <Failure
      title={t('This document did not open')}
      lead={t('Something failed while the page was drawn. The document is safe, and what you did in it is kept. Try again in a moment.')}
      digest={error.digest}
      retry={retry}
    />
  )
}
