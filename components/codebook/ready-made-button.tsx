'use client'

import { useState } from 'react'
import { Button } from '#/components/ui/button.tsx'
import type { Codebook } from '#/lib/codebook/codebook.ts'
import { ReadyMadeDialog } from './ready-made-dialog.tsx'

interface ReadyMadeButtonProps {
  workspaceId: string
  codebook: Codebook
  noun: 'actor' | 'theme'
  look?: 'default' | 'quiet'
  onAdded: () => void
  children: string
}

/** Opens the shelf of ready-made codebooks. */
export function ReadyMadeButton({ look = 'quiet', children, ...about }: ReadyMadeButtonProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button look={look} icon="layers" onClick={() => setOpen(true)}>
        {children}
      </Button>
      {open && <ReadyMadeDialog {...about} onClose={() => setOpen(false)} />}
    </>
  )
}
