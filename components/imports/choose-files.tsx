'use client'

import { type ReactNode, useRef } from 'react'
import { FileInput } from './file-input.tsx'

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
      <FileInput ref={input} workspaceId={workspaceId} />
    </>
  )
}
