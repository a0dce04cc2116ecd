'use client'

import { useState } from 'react'
import { Button } from '#/components/ui/button.tsx'
import type { Codebook } from '#/lib/codebook/codebook.ts'
import { t } from '#/lib/message/t.ts'
import { ReadyMadeDialog } from './ready-made-dialog.tsx'

interface ReadyMadeButtonProps {
  workspaceId: string
  codebook: Codebook
  noun: 'actor' | 'theme'
  onAdded: () => void
}

/** Opens the shelf of ready-made codebooks, where there is nothing yet. */
export function ReadyMadeButton(about: ReadyMadeButtonProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button icon="layers" onClick={() => setOpen(true)}>
        {t('Start from a ready-made codebook')}
      </Button>
      {open && <ReadyMadeDialog {...about} onClose={() => setOpen(false)} />}
    </>
  )
}
