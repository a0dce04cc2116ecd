'use client'

import { type ReactNode, useRef } from 'react'
import { addFiles } from './add-files.ts'
import { ACCEPTED_FILES } from './file-kinds.ts'

interface ChooseFilesProps {
  workspaceId: string
  className: string
  children: ReactNode
}

/** A button that opens the file picker and queues what was chosen. */
export function ChooseFiles({ workspaceId, className, children }: ChooseFilesProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button type="button" className={className} onClick={() => input.current?.click()}>
        {children}
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={ACCEPTED_FILES}
        aria-label="Files to import"
        onChange={(event) => {
          addFiles(workspaceId, event.target.files ?? [])
          event.target.value = '' // so that the same file can be chosen again
        }}
      />
    </>
  )
}
