import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { countStatementsOf, findWorkspacesNamed } from '#/db/archive/find-workspaces.ts'
import type { Database } from '#/db/client.ts'
import { t } from '#/lib/message/t.ts'
import { productVersion } from '#/server/backup/product-version.ts'
import { writeBackup } from '#/server/backup/write-backup.ts'
import type { Progress } from '#/server/backup/write-rows.ts'
import { sealOf } from './archive-seal.ts'

export type WrittenArchive = { ok: true; file: string; bytes: number; rows: number; name: string } | { ok: false; message: string }

export interface ArchiveOptions {
  /** Id or exact name of the workspace. */
  wanted: string
  /** A file that does not exist yet. */
  to: string
  /** Of the installation: with it the archive is sealed. */
  secret: string
  progress?: Progress
}

/**
 * Writes everything in one workspace to a file that only its owner can read: originals, texts and layers with their whole log, the
 * codebook and its past, comments, memos, versions, and who wrote what.
 */
export async function writeArchive(
  database: Pick<Database, 'db' | 'kind'>,
  { wanted, to, secret, progress }: ArchiveOptions,
): Promise<WrittenArchive> {
  const file = resolve(to)
  if (existsSync(file)) return { ok: false, message: t('There is a file {file} already. Choose another name.', { file }) }
  const [workspace, other] = await findWorkspacesNamed(database.db, wanted)
  if (!workspace) return { ok: false, message: t('There is no workspace "{wanted}".', { wanted }) }
  if (other) return { ok: false, message: t('There are several workspaces "{wanted}". Name one by its id.', { wanted }) }
  const statements = await countStatementsOf(database.db, workspace.id)
  const { manifest } = await writeBackup(database, file, {
    version: productVersion(),
    workspace: { ...workspace, statements },
    progress,
    seal: (sealed) => sealOf(secret, sealed),
  })
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  return { ok: true, file, bytes: statSync(file).size, rows, name: workspace.name }
}
