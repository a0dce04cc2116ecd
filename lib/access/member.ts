import { t } from '#/lib/message/t.ts'
import type { MemberRole } from './roles.ts'

export interface Member {
  id: string
  name: string
  email: string
  role: MemberRole
  joinedAt: Date
  /** Whether sign-in asks for a second factor; null: only owners are told. */
  hasTwoFactor: boolean | null
}

/** An invitation somebody could still accept. */
export interface OpenInvitation {
  id: string
  role: MemberRole
  /** The only address that may accept it; null: whoever has the link. */
  email: string | null
  createdAt: Date
  expiresAt: Date
  createdByName: string
}

/** What somebody is told who asks for something in a workspace without being in it. */
export const noMemberWords = () =>
  t('You are signed out, or no longer a member of this workspace. Sign in, or ask an owner for an invitation.')

export interface WorkspaceOfPerson {
  id: string
  name: string
  /** What the person may do there. */
  role: MemberRole
}

/** How long an invitation may be open, days; 72 h is offered first. */
export const INVITATION_DAYS = [1, 3, 7, 30] as const
export type InvitationDays = (typeof INVITATION_DAYS)[number]

export const ROLE_NAMES: Record<MemberRole, string> = {
  get owner() {
    return t('Owner')
  },
  get editor() {
    return t('Editor')
  },
  get coder() {
    return t('Coder')
  },
  get commenter() {
    return t('Commenter')
  },
  get viewer() {
    return t('Viewer')
  },
}

/** What a role may do, as a sentence about "you". */
export const ROLE_MEANINGS: Record<MemberRole, string> = {
  get owner() {
    return t('Everything, including members, settings and deletion.')
  },
  get editor() {
    return t('Read, tag, edit text, import documents, and manage actors and themes.')
  },
  get coder() {
    return t('Read, tag passages, and propose actors and themes.')
  },
  get commenter() {
    return t('Read, comment and export.')
  },
  get viewer() {
    return t('Read and export.')
  },
}
