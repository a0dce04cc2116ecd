import type { RefObject } from 'react'
import { useHydrated } from '#/components/ui/use-hydrated.ts'
import { t } from '#/lib/message/t.ts'
import { addFiles } from './add-files.ts'
import { ACCEPTED_FILES } from './file-kinds.ts'

/** The file picker, unseen: a button presses it. What is chosen goes on the queue. */
export function FileInput({ ref, workspaceId }: { ref: RefObject<HTMLInputElement | null>; workspaceId: string }) {
  // Files chosen before the page can take them would be forgotten.
  const isLive = useHydrated()
  return (
    <input
      ref={ref}
      type="file"
      multiple
      hidden
      disabled={!isLive}
      accept={ACCEPTED_FILES}
      aria-label={t('Files to import')}
      onChange={(event) => {
        addFiles(workspaceId, event.target.files ?? [])
        event.target.value = '' // so that the same file can be chosen again
      }}
    />
  )
}
