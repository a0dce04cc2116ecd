import type { Db } from '#/db/client.ts'
import { hasRealAccounts, insertAccount } from '#/db/queries/accounts.ts'
import { recordAudit } from '#/db/queries/audit-log.ts'
import { normalEmail } from '#/lib/access/email-address.ts'
import { passwordWeakness } from '#/lib/access/password-weakness.ts'
import { waitWords } from '#/lib/access/wait-words.ts'
import { t } from '#/lib/message/t.ts'
import { TooBusy } from '#/server/auth/hashing-queue.ts'
import { hashPassword } from '#/server/auth/password.ts'
import type { SignUpGate } from '#/server/auth/sign-up-gate.ts'
import type { Tries } from '#/server/auth/tries.ts'
import type { CollabServer } from '#/server/collab/collab-server.ts'
import { busyWords } from './confirm-password.ts'
import { joinWith, recordJoined } from './join-with.ts'
import { personName } from './person-name.ts'
import { type Invitation, otherAddressWords, readInvitation } from './read-invitation.ts'

export interface SignUpInput {
  name: string
  email: string
  password: string
  /** Token of the invitation that led here. The account joins its workspace at once. */
  invitation?: string
  /** Token of the link for the first person of the installation. */
  setup?: string
}

export interface SignUpDeps {
  db: Db
  collab: Pick<CollabServer, 'notifyWorkspace'>
  gate: SignUpGate
  tries: Tries
  /** Where it comes from; see `addressKey`. */
  address: string
  now?: Date
}

export type SignUpResult =
  | { ok: true; account: { id: string; email: string; name: string } }
  /** `field`: where it belongs; `reason`: the sentence to show there. */
  | { ok: false; field: 'name' | 'email' | 'password'; reason: string }

const refuse = (field: 'name' | 'email' | 'password', reason: string): SignUpResult => ({ ok: false, field, reason })

export const notInvitedWords = () =>
  t('Accounts are made by invitation here. Open the invitation link you were given, or ask a colleague for one.')

/** A new account with a password, for whoever the installation lets in. The address is kept in lower case and can have one account only. */
export async function signUp(input: SignUpInput, deps: SignUpDeps): Promise<SignUpResult> {
  const named = personName(input.name)
  const email = normalEmail(input.email)
  if (!named.ok) return refuse('name', named.reason)
  if (!email) return refuse('email', t('That is not an email address. Check it for typing errors.'))
  const weakness = passwordWeakness(input.password, email)
  if (weakness) return refuse('password', weakness)
  const waitMs = Math.max(deps.tries.signUp.waitMs(deps.address), deps.tries.address.waitMs(deps.address))
  if (waitMs > 0) return refuse('email', waitWords(waitMs / 1000))
  const admitted = await admit(input, email, deps)
  if (!admitted.ok) return refuse('email', admitted.reason)
  deps.tries.signUp.spend(deps.address)
  const passwordHash = await hashPassword(input.password).catch((error: unknown) => {
    if (error instanceof TooBusy) return null
    throw error
  })
  if (!passwordHash) return refuse('password', busyWords())
  return create({ name: named.name, email, passwordHash }, admitted, deps)
}

type Admitted = { ok: true; invitation: Invitation | null; isFirst: boolean }

/** Whether the installation lets this person in, and with what. */
async function admit(input: SignUpInput, email: string, deps: SignUpDeps): Promise<Admitted | { ok: false; reason: string }> {
  const read = input.invitation ? await readInvitation(input.invitation, { db: deps.db, now: deps.now }) : null
  if (read?.ok) {
    if (read.invitation.email && read.invitation.email !== email) return { ok: false, reason: otherAddressWords() }
    return { ok: true, invitation: read.invitation, isFirst: false }
  }
  if (deps.gate.isOpen) return { ok: true, invitation: null, isFirst: false }
  if (input.setup && deps.gate.isSetupToken(input.setup) && !(await hasRealAccounts(deps.db)))
    return { ok: true, invitation: null, isFirst: true }
  if (read || input.setup) deps.tries.address.spend(deps.address)
  return { ok: false, reason: notInvitedWords() }
}

/** Thrown to undo an account whose invitation somebody else used this very moment. */
class InvitationTaken extends Error {}

async function create(
  values: { name: string; email: string; passwordHash: string },
  { invitation, isFirst }: Admitted,
  deps: SignUpDeps,
): Promise<SignUpResult> {
  const details = { by: isFirst ? 'setup' : invitation ? 'invitation' : 'sign-up' }
  try {
    const account = await deps.db.transaction(async (tx) => {
      const made = await insertAccount(tx, values)
      if (!made) return null
      if (invitation && !(await joinWith(tx, invitation, made.id, deps.now ?? new Date()))) throw new InvitationTaken()
      await recordAudit(tx, { event: 'account-created', workspaceId: null, userId: made.id, details })
      if (invitation) await recordJoined(tx, invitation, made.id)
      return made
    })
    if (!account) return refuse('email', t('This address has an account already. Sign in instead.'))
    if (isFirst) deps.gate.endSetup()
    if (invitation) deps.collab.notifyWorkspace(invitation.workspaceId, { type: 'changed', what: 'members' })
    return { ok: true, account: { id: account.id, email: account.email, name: account.name } }
  } catch (error) {
    if (error instanceof InvitationTaken)
      return refuse('email', t('Somebody used this invitation just now; each one lets one person in. Ask for a new one.'))
    throw error
  }
}
