import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Db } from '#/db/client.ts'
import { recordAudit } from '#/db/queries/audit-log.ts'
import { revokeAllSessions } from '#/db/queries/sessions.ts'
import { lockSealedSecrets, setSealedSecret } from '#/db/queries/two-factor.ts'
import { findActiveWebhooks } from '#/db/queries/webhooks.ts'
import { totpSeal } from '#/server/auth/sealed-secret.ts'
import { newSecret, nextSecretFile, secretFile } from '#/server/installation-secret.ts'

export interface Rotated {
  /** Sessions that ended: everybody signs in again. */
  sessions: number
  /** Second factors that go on working, sealed anew. */
  resealed: number
  /** Second factors that neither the old nor the new secret opens: their people need a recovery code or the operator. */
  unreadable: number
  /** Webhooks that are on: their deliveries are signed with other secrets from now on. */
  webhooks: number
}

/**
 * Puts a new secret in the place of the installation's. It is written down first and takes effect last, and between the
 * two everything sealed is sealed anew in one transaction: whenever this is interrupted, doing it again completes it.
 *
 * @param current the secret that things are sealed with
 */
export async function rotateSecret(current: string, { db, dataDir }: { db: Db; dataDir: string }): Promise<Rotated> {
  const next = writtenNext(dataDir)
  const rotated = await db.transaction(async (tx) => {
    const { resealed, unreadable } = await sealAnew(tx, current, next)
    const sessions = await revokeAllSessions(tx)
    await recordAudit(tx, { event: 'secret-rotated', workspaceId: null, userId: null, details: { sessions, resealed, unreadable } })
    return { sessions, resealed, unreadable, webhooks: (await findActiveWebhooks(tx)).length }
  })
  renameSync(nextSecretFile(dataDir), secretFile(dataDir))
  flush(dataDir)
  return rotated
}

async function sealAnew(tx: Db, current: string, next: string): Promise<Pick<Rotated, 'resealed' | 'unreadable'>> {
  const from = totpSeal(current)
  const to = totpSeal(next)
  let resealed = 0
  let unreadable = 0
  for (const { userId, sealed } of await lockSealedSecrets(tx)) {
    const secret = from.open(sealed, userId)
    if (secret !== null) await setSealedSecret(tx, userId, to.seal(secret, userId))
    // Sealed with the new one already: a run before this one was interrupted after its transaction.
    if (secret !== null || to.open(sealed, userId) !== null) resealed++
    else unreadable++
  }
  return { resealed, unreadable }
}

/** The secret that comes next, on disk before anything is sealed with it. */
function writtenNext(dataDir: string): string {
  const file = nextSecretFile(dataDir)
  if (existsSync(file)) {
    const begun = readFileSync(file, 'utf8').trim()
    if (begun.length >= newSecret().length) return begun
  }
  const secret = newSecret()
  const open = openSync(file, 'w', 0o600)
  writeSync(open, secret)
  fsyncSync(open)
  closeSync(open)
  flush(dirname(file))
  return secret
}

/** Makes what was created or renamed in a folder last. */
function flush(folder: string): void {
  const open = openSync(folder, 'r')
  fsyncSync(open)
  closeSync(open)
}
