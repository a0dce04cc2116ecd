import { t } from '#/lib/message/t.ts'
import { AUDIT_EVENTS, type AuditEvent } from './audit-event.ts'

/** What the entries of the audit log can be narrowed to, in the order of the choice. */
export const AUDIT_GROUPS = ['sign-ins', 'members', 'documents', 'codebook', 'exports', 'workspace'] as const
export type AuditGroup = (typeof AUDIT_GROUPS)[number]

export const GROUP_NAMES: Record<AuditGroup, string> = {
  get 'sign-ins'() {
    return t('Sign-ins and accounts')
  },
  get members() {
    return t('Members and invitations')
  },
  get documents() {
    return t('Documents')
  },
  get codebook() {
    return t('Actors and themes')
  },
  get exports() {
    return t('Exports')
  },
  get workspace() {
    return t('Workspace and server')
  },
}

const GROUP_OF: Record<AuditEvent, AuditGroup> = {
  'signed-in': 'sign-ins',
  'sign-in-failed': 'sign-ins',
  'signed-out': 'sign-ins',
  'session-ended': 'sign-ins',
  'account-created': 'sign-ins',
  'password-changed': 'sign-ins',
  'password-reset-asked': 'sign-ins',
  'password-reset': 'sign-ins',
  'two-factor-on': 'sign-ins',
  'two-factor-off': 'sign-ins',
  'recovery-code-used': 'sign-ins',
  'recovery-codes-renewed': 'sign-ins',
  'access-refused': 'sign-ins',
  'token-made': 'sign-ins',
  'token-revoked': 'sign-ins',
  'workspace-created': 'workspace',
  'workspace-renamed': 'workspace',
  'workspace-binned': 'workspace',
  'workspace-brought-back': 'workspace',
  'workspace-deleted': 'workspace',
  'webhook-added': 'workspace',
  'webhook-changed': 'workspace',
  'webhook-secret-shown': 'workspace',
  'webhook-removed': 'workspace',
  'backed-up': 'workspace',
  'secret-rotated': 'workspace',
  'restored-from-backup': 'workspace',
  'member-invited': 'members',
  'invitation-revoked': 'members',
  'member-joined': 'members',
  'role-changed': 'members',
  'member-removed': 'members',
  'document-imported': 'documents',
  'edition-applied': 'documents',
  'document-binned': 'documents',
  'document-brought-back': 'documents',
  'document-deleted': 'documents',
  'version-restored': 'documents',
  'document-recovered': 'documents',
  'blind-round-opened': 'documents',
  'blind-round-closed': 'documents',
  'comment-deleted': 'documents',
  'comment-brought-back': 'documents',
  'memo-deleted': 'documents',
  'memo-brought-back': 'documents',
  exported: 'exports',
  'original-downloaded': 'exports',
  'audit-exported': 'exports',
  'archive-made': 'exports',
  'archive-loaded': 'workspace',
  'actor-deleted': 'codebook',
  'actor-brought-back': 'codebook',
  'actors-merged': 'codebook',
  'mentions-tagged': 'documents',
  'mentions-untagged': 'documents',
  'codebook-imported': 'codebook',
  'codebook-import-taken-back': 'codebook',
  'tags-changed-in-bulk': 'documents',
  'bulk-change-taken-back': 'documents',
  'query-shared': 'workspace',
  'query-unshared': 'workspace',
  'query-deleted': 'workspace',
  'theme-deleted': 'codebook',
  'theme-brought-back': 'codebook',
  'themes-merged': 'codebook',
  'merge-undone': 'codebook',
  'entry-split': 'codebook',
  'split-undone': 'codebook',
  'theme-moved': 'codebook',
  'entries-archived': 'codebook',
  'entries-unarchived': 'codebook',
  'ready-made-added': 'codebook',
}

/** The events that a choice in the filter stands for. */
export function eventsOf(group: AuditGroup): AuditEvent[] {
  return AUDIT_EVENTS.filter((event) => GROUP_OF[event] === group)
}

/**
 * What is recorded of nobody's workspace and yet shown in one: how its members got in, or did not, and what became of the
 * server's data as a whole.
 */
export const EVENTS_OF_MEMBERS: readonly AuditEvent[] = [
  'signed-in',
  'sign-in-failed',
  'password-changed',
  'password-reset',
  'two-factor-on',
  'two-factor-off',
  'recovery-code-used',
  'recovery-codes-renewed',
]
export const EVENTS_OF_THE_SERVER: readonly AuditEvent[] = ['backed-up', 'restored-from-backup', 'secret-rotated']
