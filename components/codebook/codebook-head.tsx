import Link from 'next/link'
import type { ReactNode } from 'react'
import { CodebookMenu } from '#/components/codebook-exchange/codebook-menu.tsx'
import { historyPath } from '#/components/codebook-history/history-place.ts'
import { Button } from '#/components/ui/button.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import { Kbd } from '#/components/ui/kbd.tsx'

interface CodebookHeadProps {
  workspaceId: string
  title: string
  noun: 'actor' | 'theme'
  /** Proposals that wait for an answer. */
  openProposals: number
  /** What is added waits for an editor's answer. */
  proposes: boolean
  /** null: nothing can be added here now. */
  onAdd: (() => void) | null
  /** Further buttons. */
  more?: ReactNode
  /** How many there are. */
  children: ReactNode
}

/** The head of the actors and the themes page. */
export function CodebookHead({ workspaceId, title, noun, openProposals, proposes, onAdd, more, children }: CodebookHeadProps) {
  return (
    <div className="page__head codebook__head">
      <h1>{title}</h1>
      <span className="muted">{children}</span>
      <span className="grow" />
      {noun === 'actor' && (
        <Link className="btn btn--quiet" href={`/w/${workspaceId}/mentions`}>
          <Icon name="mention" /> Untagged names
        </Link>
      )}
      <Link className="btn btn--quiet" href={`/w/${workspaceId}/proposals`}>
        <Icon name="new" /> Proposals {openProposals > 0 && <span className="badge num">{openProposals}</span>}
      </Link>
      {more}
      <Link className="btn btn--quiet" href={historyPath(workspaceId)}>
        <Icon name="history" /> History
      </Link>
      <CodebookMenu workspaceId={workspaceId} noun={noun} canManage={!proposes} />
      {onAdd && (
        <Button look="primary" icon="plus" aria-keyshortcuts="N" onClick={onAdd}>
          {proposes ? 'Propose' : 'New'} {noun} <Kbd>N</Kbd>
        </Button>
      )}
    </div>
  )
}
