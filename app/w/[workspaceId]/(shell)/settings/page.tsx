import '#/components/settings/settings.css'
import type { Metadata } from 'next'
import Link from 'next/link'
import { DownloadEverything } from '#/components/archive/download-everything.tsx'
import { DeleteWorkspace } from '#/components/settings/delete-workspace.tsx'
import { InvitationPanel } from '#/components/settings/invitation-panel.tsx'
import { MemberTable } from '#/components/settings/member-table.tsx'
import { WebhookPanel } from '#/components/settings/webhook-panel.tsx'
import { WorkspaceNameForm } from '#/components/settings/workspace-name-form.tsx'
import { RefreshOnNotice } from '#/components/workspace/refresh-on-notice.tsx'
import { listOpenInvitations } from '#/db/queries/invitations.ts'
import { listMembers } from '#/db/queries/members.ts'
import { listWorkspacesOf } from '#/db/queries/workspaces.ts'
import { ROLE_MEANINGS, ROLE_NAMES } from '#/lib/access/member.ts'
import { can, MEMBER_ROLES } from '#/lib/access/roles.ts'
import { t } from '#/lib/message/t.ts'
import { requireScope } from '#/server/auth/scope.ts'
import { loadWebhooks } from '#/server/loaders/webhooks.ts'
import { db, memberDb, runtime } from '#/server/runtime.ts'
import { mayTakeArchive } from '#/server/usecases/make-archive.ts'
import { makingOf } from '#/server/work-keys.ts'

export const metadata: Metadata = {
  get title() {
    return t('Settings')
  },
}

export default async function SettingsPage({ params }: { params: Promise<{ workspaceId: string }> }) {
  const scope = await requireScope((await params).workspaceId)
  const canManage = can(scope.role, 'manage-members')
  const [members, workspaces, invitations, webhooks] = await Promise.all([
    listMembers(memberDb(scope), scope),
    listWorkspacesOf(db(), scope.userId),
    canManage ? listOpenInvitations(memberDb(scope), scope) : [],
    can(scope.role, 'manage-workspace') ? loadWebhooks(scope) : [],
  ])
  const name = workspaces.find(({ id }) => id === scope.workspaceId)?.name ?? ''
  return (
    <main className="page" id="main">
      <RefreshOnNotice workspaceId={scope.workspaceId} what="members" />
      <div className="page__head">
        <h1>{t('Settings')}</h1>
      </div>
      <div className="settings">
        <section aria-labelledby="settings-workspace">
          <h2 id="settings-workspace">{t('Workspace')}</h2>
          {can(scope.role, 'manage-workspace') ? <WorkspaceNameForm workspaceId={scope.workspaceId} name={name} /> : <p>{name}</p>}
        </section>
        <section aria-labelledby="settings-members">
          <h2 id="settings-members">
            {t('Members')} <span className="muted num">{members.length}</span>
          </h2>
          <MemberTable workspaceId={scope.workspaceId} members={members} me={scope.userId} canManage={canManage} />
        </section>
        {canManage && (
          <section aria-labelledby="settings-invitations">
            <h2 id="settings-invitations">{t('Invite people')}</h2>
            <InvitationPanel workspaceId={scope.workspaceId} invitations={invitations} />
          </section>
        )}
        {can(scope.role, 'manage-workspace') && (
          <section aria-labelledby="settings-webhooks">
            <h2 id="settings-webhooks">{t('Webhooks')}</h2>
            <WebhookPanel workspaceId={scope.workspaceId} webhooks={webhooks} now={Date.now()} />
          </section>
        )}
        {mayTakeArchive(scope) && (
          <section aria-labelledby="settings-archive">
            <h2 id="settings-archive">{t('Download everything')}</h2>
            <DownloadEverything
              workspaceId={scope.workspaceId}
              made={runtime().archiveFiles.findMade(scope.workspaceId)}
              isUnderWay={runtime().works.of(makingOf(scope.workspaceId)) !== null}
              now={Date.now()}
            />
          </section>
        )}
        {can(scope.role, 'read-audit') && (
          <section aria-labelledby="settings-records">
            <h2 id="settings-records">{t('Records')}</h2>
            <div className="row">
              <Link className="btn" href={`/w/${scope.workspaceId}/audit`}>
                {t('Audit log')}
              </Link>
              <Link className="btn" href={`/w/${scope.workspaceId}/bin`}>
                {t('Bin')}
              </Link>
            </div>
          </section>
        )}
        <section aria-labelledby="settings-roles">
          <h2 id="settings-roles">{t('What the roles may do')}</h2>
          <dl className="settings__roles">
            {MEMBER_ROLES.map((role) => (
              <div key={role} className="settings__role">
                <dt>{ROLE_NAMES[role]}</dt>
                <dd>{ROLE_MEANINGS[role]}</dd>
              </div>
            ))}
          </dl>
        </section>
        {can(scope.role, 'manage-workspace') && (
          <section aria-labelledby="settings-delete">
            <h2 id="settings-delete">{t('Delete the workspace')}</h2>
            <DeleteWorkspace workspaceId={scope.workspaceId} name={name} />
          </section>
        )}
      </div>
    </main>
  )
}
