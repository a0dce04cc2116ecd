import type { Db } from '#/db/client.ts'
import { findAccountByEmail } from '#/db/queries/accounts.ts'
import { normalEmail } from '#/lib/access/email-address.ts'
import { t } from '#/lib/message/t.ts'
import { checkBackup } from '#/server/backup/check-backup.ts'
import { type LoadedArchive, loadArchive } from './load-archive.ts'
import { makeOwner } from './make-owner.ts'

export type LoadedForOperator = (Extract<LoadedArchive, { ok: true }> & { name: string }) | { ok: false; message: string }

/**
 * Loads an archive of any installation, with its ids and members: so links into it go on working, and its archive is the same again.
 * For whoever runs this installation alone: nobody checked what the log of an archive says.
 *
 * @param file on this computer
 * @param email of the account it will belong to
 */
export async function loadForOperator(db: Db, file: string, email: string): Promise<LoadedForOperator> {
  const archive = await checkBackup(file)
  if (!archive.ok) return archive
  const account = await findAccountByEmail(db, normalEmail(email) ?? email)
  if (!account) return { ok: false, message: t('Nobody has an account with the address {email} here.', { email }) }
  const name = archive.header.workspace?.name ?? ''
  const finish: Parameters<typeof loadArchive>[1]['finish'] = (tx, id) => makeOwner(tx, { id, name }, account.id)
  const loaded = await loadArchive(db, { file, archive, withMembers: true, finish })
  return loaded.ok ? { ...loaded, name } : loaded
}
