import { createHmac, timingSafeEqual } from 'node:crypto'
import type { TableShape } from '#/db/backup/tables.ts'
import { secretKey } from '#/server/auth/secret-key.ts'
import type { BackupHeader, BackupManifest } from '#/server/backup/manifest.ts'

/** What a seal vouches for: everything that is in an archive. */
export interface Sealed {
  header: BackupHeader
  shapes: readonly TableShape[]
  tables: BackupManifest['tables']
}

/**
 * The seal of an archive, hex: only this installation can make it (HMAC-SHA256 with a key that follows from its secret). What a sealed
 * archive says was checked when it was written here, so it need not be believed; with another secret of the installation it is no seal.
 */
export function sealOf(secret: string, { header, shapes, tables }: Sealed): string {
  const { made, version, schema, workspace } = header
  const said = [
    [made, version, schema.at, workspace?.id, workspace?.name],
    shapes.map(({ name, columns, key }) => [name, key, columns.map((column) => [column.name, column.type])]),
    tables.map(({ name, rows, sha256 }) => [name, rows, sha256]),
  ]
  return createHmac('sha256', secretKey(secret, 'archive')).update(JSON.stringify(said)).digest('hex')
}

/** Whether this installation wrote the archive, and nothing of it was changed since. */
export function isSealed(secret: string, sealed: Sealed, seal: string | undefined): boolean {
  const own = Buffer.from(sealOf(secret, sealed), 'hex')
  const given = Buffer.from(seal ?? '', 'hex')
  return given.length === own.length && timingSafeEqual(given, own)
}
