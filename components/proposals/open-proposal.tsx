import Link from 'next/link'
import { Button } from '#/components/ui/button.tsx'
import { TimeAgo } from '#/components/ui/time-ago.tsx'
import type { Proposal } from '#/lib/codebook/proposal.ts'
import type { CountedCodebook } from '#/lib/codebook/uses.ts'
import { counted } from '#/lib/counted.ts'
import { passagePath } from '#/lib/excerpt/excerpt.ts'
import { t } from '#/lib/message/t.ts'
import { ProposalKindIcon } from './proposal-kind-icon.tsx'

interface OpenProposalProps {
  workspaceId: string
  proposal: Proposal
  codebook: CountedCodebook
  /** Statements that are tagged with it already. */
  uses: number
  canManage: boolean
  isOwn: boolean
  now: number
  onAccept: () => void
  onAsk: (what: 'accept' | 'map' | 'decline') => void
}

const WHAT = {
  get actor() {
    return t('Actor')
  },
  get theme() {
    return t('Theme')
  },
  get alias() {
    return t('Other name')
  },
} as const

/** A proposal with what it takes to answer it: who, why, a passage, and what is tagged with it already. */
export function OpenProposal(props: OpenProposalProps) {
  const { workspaceId, proposal, codebook, uses, canManage, isOwn, now, onAccept, onAsk } = props
  const { kind, entryId, name, note, document, annotationId, quote, proposedBy, at } = proposal
  const entry = kind === 'theme' ? codebook.themes.find(({ id }) => id === entryId) : codebook.actors.find(({ id }) => id === entryId)
  const filter = kind === 'theme' ? 'theme' : 'actor'
  const source =
    document && (annotationId ? passagePath(workspaceId, document.id, annotationId) : `/w/${workspaceId}/documents/${document.id}`)
  return (
    <li className="proposal" aria-label={`${WHAT[kind]} ${name}`}>
      <div className="row proposal__head">
        <ProposalKindIcon proposal={proposal} codebook={codebook} />
        <h2>
          <bdi>{name}</bdi>
        </h2>
        <span className="proposed">{t('proposed')}</span>
        <span className="grow" />
        <span className="muted">
          <bdi>{proposedBy.name}</bdi>, <TimeAgo at={at} now={now} />
        </span>
      </div>
      <p className="muted">
        {kind === 'alias' ? (
          <>
            {t('Another name of')} <bdi>{entry?.name ?? t('an actor that was deleted')}</bdi>
          </>
        ) : (
          <>
            {WHAT[kind]}
            {entry
              ? uses > 0 && (
                  <>
                    {t(', on')} <Link href={`/w/${workspaceId}/excerpts?${filter}=${entryId}`}>{counted(uses, 'statement')}</Link>
                  </>
                )
              : t(', deleted meanwhile')}
          </>
        )}
      </p>
      {note && <p dir="auto">{note}</p>}
      {quote && (
        <blockquote className="quote proposal__quote" dir="auto">
          {quote}
        </blockquote>
      )}
      {document && source && (
        <p className="muted">
          <Link href={source}>
            <bdi>{document.title}</bdi>
          </Link>
        </p>
      )}
      {canManage ? (
        <div className="row proposal__acts">
          {entry && (
            <>
              <Button look="primary" icon="check" aria-label={t('Accept {name}', { name })} onClick={onAccept}>
                {t('Accept')}
              </Button>
              <Button icon="pencil" aria-label={t('Change {name} and accept it', { name })} onClick={() => onAsk('accept')}>
                {t('Change…')}
              </Button>
              {kind !== 'alias' && (
                <Button icon="merge" aria-label={t('Map {name} to an entry there is', { name })} onClick={() => onAsk('map')}>
                  {t('Map…')}
                </Button>
              )}
            </>
          )}
          <Button icon="x" aria-label={t('Decline {name}', { name })} onClick={() => onAsk('decline')}>
            {t('Decline…')}
          </Button>
        </div>
      ) : (
        isOwn && (
          <div className="row proposal__acts">
            <Button aria-label={t('Take {name} back', { name })} onClick={() => onAsk('decline')}>
              {t('Take back…')}
            </Button>
          </div>
        )
      )}
    </li>
  )
}
