'use client'

import Link from 'next/link'
import { useEffect, useState } from 'react'
import { TaggedQuote } from '#/components/codebook/tagged-quote.tsx'
import { attempt } from '#/components/ui/attempt.ts'
import { Dialog } from '#/components/ui/dialog.tsx'
import type { Proposal } from '#/lib/codebook/proposal.ts'
import type { TaggedPassage } from '#/lib/codebook/tagged-passage.ts'
import { passagePath } from '#/lib/excerpt/excerpt.ts'
import { t } from '#/lib/message/t.ts'
import { taggedPassages } from '#/server/actions/merge.ts'

interface PassagesDialogProps {
  workspaceId: string
  proposal: Proposal
  onClose: () => void
}

/** The passages that were tagged with a declined proposal, each with a way to its document. */
export function PassagesDialog({ workspaceId, proposal: { kind, entryId, name }, onClose }: PassagesDialogProps) {
  const [found, setFound] = useState<{ passages: TaggedPassage[] } | { reason: string } | null>(null)
  useEffect(() => {
    let gone = false
    const sort = kind === 'theme' ? 'theme' : 'actor'
    void attempt(taggedPassages(workspaceId, { sort, id: entryId })).then((answer) => {
      if (!gone) setFound(answer)
    })
    return () => {
      gone = true
    }
  }, [workspaceId, kind, entryId])
  return (
    <Dialog open wide onClose={onClose} title={t('Passages tagged with {name}', { name })}>
      <div className="stack">
        {found === null && <p className="muted">{t('Reading …')}</p>}
        {found && 'reason' in found && <p className="fieldset__error">{found.reason}</p>}
        {found && 'passages' in found && found.passages.length === 0 && <p>{t('None. There is nothing to tag anew.')}</p>}
        {found &&
          'passages' in found &&
          found.passages.map((passage) => (
            <div key={passage.annotationId}>
              <TaggedQuote passage={passage} />
              <Link href={passagePath(workspaceId, passage.documentId, passage.annotationId)}>{t('Open the passage')}</Link>
            </div>
          ))}
      </div>
    </Dialog>
  )
}
