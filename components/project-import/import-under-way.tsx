'use client'

import { ProgressBar } from '#/components/ui/progress-bar.tsx'
import { useRefreshWhile } from '#/components/ui/use-refresh-while.ts'
import { t } from '#/lib/message/t.ts'

/** The import of a project that goes on, whoever closed the dialog or the page it was begun in. `of` is 0 as long as the file is read. */
export function ImportUnderWay({ work }: { work: { name: string; done: number; of: number } | null }) {
  useRefreshWhile(work !== null)
  if (!work) return null
  const { name, done, of } = work
  return (
    <div className="banner banner--work" role="status">
      <p>
        {of > 0
          ? t('“{name}” is being imported: {done} of {of} documents.', { name, done, of })
          : t('“{name}” is being imported: the file is being read.', { name })}
      </p>
      <ProgressBar label={t('Importing the project')} value={of > 0 ? done / of : undefined} />
    </div>
  )
}
