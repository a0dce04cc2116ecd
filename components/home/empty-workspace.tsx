import Link from 'next/link'
import { ChooseFiles } from '#/components/imports/choose-files.tsx'
import { FILE_KINDS } from '#/components/imports/file-kinds.ts'
import { ImportList } from '#/components/imports/import-list.tsx'
import { ImportProject } from '#/components/project-import/import-project.tsx'
import { Button } from '#/components/ui/button.tsx'
import { EmptyState } from '#/components/ui/empty-state.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import type { IconName } from '#/components/ui/icon-drawings.ts'
import { t } from '#/lib/message/t.ts'

interface EmptyWorkspaceProps {
  workspaceId: string
  mayImport: boolean
  mayInvite: boolean
  onPaste: () => void
}

/** A workspace without documents: one action, and three next steps. */
export function EmptyWorkspace({ workspaceId, mayImport, mayInvite, onPaste }: EmptyWorkspaceProps) {
  if (!mayImport)
    return (
      <EmptyState
        level={1}
        title={t('No documents yet')}
        lead={t('An editor or owner of this workspace brings in the first one. It appears here at once.')}
      />
    )
  return (
    <EmptyState
      level={1}
      title={t('Bring in the first document')}
      lead={t('Drop articles, briefings or transcripts anywhere on this page. English, Russian and Arabic are recognised by themselves.')}
    >
      <div className="drop">
        <Icon name="upload" />
        <div className="row">
          <ChooseFiles workspaceId={workspaceId} className="btn btn--primary">
            {t('Choose files')}
          </ChooseFiles>
          <Button icon="pencil" onClick={onPaste}>
            {t('Paste or type text')}
          </Button>
        </div>
        <span>
          {t('Coded elsewhere?')} <ImportProject workspaceId={workspaceId} className="linkbtn" />
        </span>
        <span>{t('{filekinds}. Up to 50 MB each.', { filekinds: FILE_KINDS })}</span>
      </div>
      <div className="home__imports">
        <ImportList workspaceId={workspaceId} />
      </div>
      <div className="starts">
        <Start href={`/w/${workspaceId}/themes`} icon="tag" title={t('Set up themes')}>
          {t('Build the tree of what you look for, now or while you read.')}
        </Start>
        <Start href={`/w/${workspaceId}/actors`} icon="users" title={t('List the actors')}>
          {t('Name who speaks and acts, with other spellings in any script.')}
        </Start>
        {mayInvite && (
          <Start href={`/w/${workspaceId}/settings`} icon="share" title={t('Invite your team')}>
            {t('Analysts tag and edit, readers follow. Everyone sees changes as they happen.')}
          </Start>
        )}
      </div>
    </EmptyState>
  )
}

function Start({ href, icon, title, children }: { href: string; icon: IconName; title: string; children: string }) {
  return (
    <Link className="start" href={href}>
      <Icon name={icon} />
      <b>{title}</b>
      <p>{children}</p>
    </Link>
  )
}
