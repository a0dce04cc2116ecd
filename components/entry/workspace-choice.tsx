import Link from 'next/link'
import { Icon } from '#/components/ui/icon.tsx'
import { ROLE_NAMES, type WorkspaceOfPerson } from '#/lib/access/member.ts'
import { t } from '#/lib/message/t.ts'

/** The workspaces a person can open. */
export function WorkspaceChoice({ workspaces }: { workspaces: readonly WorkspaceOfPerson[] }) {
  return (
    <nav className="entry__places" aria-label={t('Workspaces')}>
      {workspaces.map((workspace) => (
        <Link key={workspace.id} href={`/w/${workspace.id}/documents`}>
          <Icon name="layers" />
          <bdi className="clip">{workspace.name}</bdi>
          <span className="muted">{ROLE_NAMES[workspace.role]}</span>
        </Link>
      ))}
    </nav>
  )
}
