import Link from 'next/link'
import type { ReactNode } from 'react'
import { CodebookMenu } from '#/components/codebook-exchange/codebook-menu.tsx'
import { Button } from '#/components/ui/button.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import { Kbd } from '#/components/ui/kbd.tsx'
import type { Codebook } from '#/lib/codebook/codebook.ts'
import { t } from '#/lib/message/t.ts'

interface CodebookHeadProps {
  workspaceId: string
  codebook: Codebook
  title: string
  noun: 'actor' | 'theme'
  /** Proposals that wait for an answer. */
  openProposals: number
  /** What is added waits for an editor's answer. */
  proposes: boolean
  /** null: nothing can be added here now. */
  onAdd: (() => void) | null
  /** The codebook was changed from its menu. */
  onChanged: () => void
  /** How many there are. */
  children: ReactNode
}

/** The head of the actors and the themes page. */
export function CodebookHead({
  workspaceId,
  codebook,
  title,
  noun,
  openProposals,
  proposes,
  onAdd,
  onChanged,
  children,
}: CodebookHeadProps) {
  return (
    <div className="page__head codebook__head">
      <h1>{title}</h1>
      <span className="muted">{children}</span>
      <span className="grow" />
      {noun === 'actor' && (
        <Link className="btn btn--quiet" href={`/w/${workspaceId}/mentions`}>
          <Icon name="mention" /> {t('Untagged names')}
        </Link>
      )}
      <Link className="btn btn--quiet" href={`/w/${workspaceId}/proposals`}>
        <Icon name="new" /> {t('Proposals')} {openProposals > 0 && <span className="badge num">{openProposals}</span>}
      </Link>
      <CodebookMenu workspaceId={workspaceId} codebook={codebook} noun={noun} canManage={!proposes} onChanged={onChanged} />
      {onAdd && (
        <Button look="primary" icon="plus" aria-keyshortcuts="N" onClick={onAdd}>
          {noun === 'actor' ? (proposes ? t('Propose actor') : t('New actor')) : proposes ? t('Propose theme') : t('New theme')}{' '}
          <Kbd>N</Kbd>
        </Button>
      )}
    </div>
  )
}
