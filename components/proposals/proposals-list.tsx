'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'
import { MergeDialog } from '#/components/codebook/merge-dialog.tsx'
import { attempt } from '#/components/ui/attempt.ts'
import { hasLostFocus } from '#/components/ui/has-lost-focus.ts'
import { showToast } from '#/components/ui/toast-store.ts'
import type { Proposal, ProposalEdit } from '#/lib/codebook/proposal.ts'
import type { CountedCodebook } from '#/lib/codebook/uses.ts'
import { t } from '#/lib/message/t.ts'
import { answerProposal, reopenProposal } from '#/server/actions/proposals.ts'
import { AcceptDialog } from './accept-dialog.tsx'
import { AnsweredProposals } from './answered-proposals.tsx'
import { DeclineDialog } from './decline-dialog.tsx'
import { OpenProposal } from './open-proposal.tsx'

interface ProposalsListProps {
  workspaceId: string
  proposals: readonly Proposal[]
  codebook: CountedCodebook
  /** Id of the reader. */
  me: string
  canManage: boolean
  /** When the server drew it, ms since 1970. */
  now: number
}

type Doing = { what: 'accept' | 'map' | 'decline'; proposal: Proposal }

/** What waits for an answer, one card each, and below what was answered. */
export function ProposalsList({ workspaceId, proposals, codebook, me, canManage, now }: ProposalsListProps) {
  const router = useRouter()
  const [doing, setDoing] = useState<Doing | null>(null)
  const { actorUses, themeUses } = codebook
  const usesOf = useCallback((id: string) => actorUses[id]?.statements ?? themeUses[id]?.own ?? 0, [actorUses, themeUses])
  const refresh = () => router.refresh()
  const open = proposals.filter(({ state }) => state === 'open')
  const list = useRef<HTMLUListElement>(null)
  /** Where the proposal stood that was answered here: when its card is gone, the keyboard goes on to the next one. */
  const answered = useRef<{ id: string; at: number } | null>(null)
  const willGo = ({ id }: Proposal) => {
    answered.current = { id, at: open.findIndex((other) => other.id === id) }
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at whenever a card or a dialog may have gone
  useEffect(() => {
    const was = answered.current
    if (!was || open.some(({ id }) => id === was.id) || !hasLostFocus(null)) return
    const cards = list.current?.children ?? []
    const next = cards[Math.min(was.at, cards.length - 1)]
    next?.querySelector<HTMLElement>('button')?.focus()
    answered.current = null
  }, [open.length, doing])
  const stop = () => setDoing(null)

  const reopen = async ({ id, name }: Proposal) => {
    const result = await attempt(reopenProposal(workspaceId, id))
    showToast(result.ok ? t('{name} waits for an answer again', { name }) : result.reason)
    refresh()
  }
  const undo = (proposal: Proposal) => (canManage ? { label: t('Undo'), run: () => void reopen(proposal) } : undefined)
  /** A sentence when it was not accepted. */
  const accept = async (proposal: Proposal, edit?: ProposalEdit): Promise<string | null> => {
    willGo(proposal)
    const result = await attempt(answerProposal(workspaceId, { proposalId: proposal.id, answer: { act: 'accept', ...(edit && { edit }) } }))
    refresh()
    if (!result.ok) return result.reason
    showToast(t('Accepted {edit}', { edit: edit?.name ?? proposal.name }), undo(proposal))
    return null
  }
  const decline = async (proposal: Proposal, answer: string): Promise<void> => {
    willGo(proposal)
    const result = await attempt(answerProposal(workspaceId, { proposalId: proposal.id, answer: { act: 'decline', answer } }))
    const done =
      proposal.proposedBy.id === me
        ? t('Took {proposal} back', { proposal: proposal.name })
        : t('Declined {proposal}', { proposal: proposal.name })
    showToast(result.ok ? done : result.reason, result.ok ? undo(proposal) : undefined)
    refresh()
  }
  const acceptAsIs = async (proposal: Proposal) => {
    const problem = await accept(proposal)
    if (problem) showToast(problem)
  }

  const sort = doing?.proposal.kind === 'theme' ? 'theme' : 'actor'
  const entries = sort === 'theme' ? codebook.themes : codebook.actors
  return (
    <>
      <ul ref={list} className="proposals" aria-label={t('Proposals that wait for an answer')}>
        {open.map((proposal) => (
          <OpenProposal
            key={proposal.id}
            workspaceId={workspaceId}
            proposal={proposal}
            codebook={codebook}
            uses={usesOf(proposal.entryId)}
            canManage={canManage}
            isOwn={proposal.proposedBy.id === me}
            now={now}
            onAccept={() => void acceptAsIs(proposal)}
            onAsk={(what) => setDoing({ what, proposal })}
          />
        ))}
      </ul>
      <AnsweredProposals
        workspaceId={workspaceId}
        proposals={proposals.filter(({ state }) => state !== 'open')}
        codebook={codebook}
        now={now}
        onReopen={canManage ? (proposal) => void reopen(proposal) : null}
      />
      {doing?.what === 'accept' && (
        <AcceptDialog proposal={doing.proposal} codebook={codebook} onAccept={(edit) => accept(doing.proposal, edit)} onClose={stop} />
      )}
      {doing?.what === 'map' && (
        <MergeDialog
          workspaceId={workspaceId}
          sort={sort}
          first={doing.proposal.entryId}
          mapping
          entries={entries}
          usesOf={usesOf}
          onClose={stop}
          onMerged={() => {
            willGo(doing.proposal)
            refresh()
          }}
          onUndone={refresh}
        />
      )}
      {doing?.what === 'decline' && (
        <DeclineDialog
          proposal={doing.proposal}
          uses={doing.proposal.kind === 'alias' ? 0 : usesOf(doing.proposal.entryId)}
          isOwn={doing.proposal.proposedBy.id === me}
          onDecline={(answer) => decline(doing.proposal, answer)}
          onClose={stop}
        />
      )}
    </>
  )
}
