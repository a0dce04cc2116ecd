'use client'

import { useState } from 'react'
import { ActionGrid } from '#/components/ui/action-grid.tsx'
import { Button } from '#/components/ui/button.tsx'
import { TimeAgo } from '#/components/ui/time-ago.tsx'
import type { Proposal } from '#/lib/codebook/proposal.ts'
import type { CountedCodebook } from '#/lib/codebook/uses.ts'
import { t } from '#/lib/message/t.ts'
import { PassagesDialog } from './passages-dialog.tsx'
import { ProposalKindIcon } from './proposal-kind-icon.tsx'

interface AnsweredProposalsProps {
  workspaceId: string
  proposals: readonly Proposal[]
  codebook: CountedCodebook
  now: number
  /** Null: the reader may not. */
  onReopen: ((proposal: Proposal) => void) | null
}

/** What became of earlier proposals. The passages of declined ones are there to be tagged anew. */
export function AnsweredProposals({ workspaceId, proposals, codebook, now, onReopen }: AnsweredProposalsProps) {
  const [shown, setShown] = useState<Proposal | null>(null)
  if (proposals.length === 0) return null
  return (
    <section aria-labelledby="answered">
      <h2 id="answered">{t('Answered')}</h2>
      <ActionGrid
        label={t('Answered')}
        columns={[{ name: t('Proposal') }, { name: t('Answer') }, { name: t('By'), className: 'hide-small' }]}
      >
        {proposals.map((proposal) => (
          <tr key={proposal.id}>
            <td>
              <span className="row">
                <ProposalKindIcon proposal={proposal} codebook={codebook} />
                <span className="name" dir="auto">
                  {proposal.name}
                </span>
              </span>
              <span className="muted">
                <bdi>{proposal.proposedBy.name}</bdi>
              </span>
            </td>
            <td>
              <Answer proposal={proposal} codebook={codebook} />
            </td>
            <td className="muted hide-small">
              <bdi>{proposal.decidedBy}</bdi>
              {proposal.decidedAt !== null && (
                <>
                  , <TimeAgo at={proposal.decidedAt} now={now} />
                </>
              )}
            </td>
            <td className="r">
              <span className="row proposal__acts">
                {proposal.state === 'declined' && proposal.kind !== 'alias' && (
                  <Button
                    look="quiet"
                    aria-label={t('Passages of {proposal}', { proposal: proposal.name })}
                    onClick={() => setShown(proposal)}
                  >
                    {t('Passages')}
                  </Button>
                )}
                {onReopen && (
                  <Button look="quiet" aria-label={t('Reopen {proposal}', { proposal: proposal.name })} onClick={() => onReopen(proposal)}>
                    {t('Reopen')}
                  </Button>
                )}
              </span>
            </td>
          </tr>
        ))}
      </ActionGrid>
      {shown && <PassagesDialog workspaceId={workspaceId} proposal={shown} onClose={() => setShown(null)} />}
    </section>
  )
}

function Answer({ proposal, codebook }: { proposal: Proposal; codebook: CountedCodebook }) {
  const { state, mappedTo, answer, entryId } = proposal
  if (state === 'accepted') {
    const entry = [...codebook.actors, ...codebook.themes].find(({ id }) => id === entryId)
    const renamed = proposal.kind !== 'alias' && entry && entry.name !== proposal.name
    return (
      <>
        {t('Accepted')}
        {renamed && (
          <>
            {' '}
            {t('as')} <bdi>{entry.name}</bdi>
          </>
        )}
      </>
    )
  }
  if (state === 'mapped') {
    const end = mappedTo && (codebook.merged[mappedTo] ?? mappedTo)
    const entry = [...codebook.actors, ...codebook.themes].find(({ id }) => id === end)
    return (
      <>
        {t('Mapped to')} <bdi>{entry?.name ?? t('an entry that was deleted')}</bdi>
      </>
    )
  }
  return (
    <>
      {t('Declined')}
      {answer && ': '}
      <bdi>{answer}</bdi>
    </>
  )
}
