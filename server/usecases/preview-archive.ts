import { hasWorkspace } from '#/db/archive/make-room-in-log.ts'
import type { Db } from '#/db/client.ts'
import type { ArchivePreview } from '#/lib/archive/archive-preview.ts'
import { t } from '#/lib/message/t.ts'
import { isSealed } from '#/server/archive/archive-seal.ts'
import { type CheckedArchive, whyNoArchive } from '#/server/archive/load-archive.ts'
import type { ArchiveJob, ArchiveReading } from '#/server/jobs/prepare-archive.ts'

export interface ArchiveRefused {
  ok: false
  reason: string
  message: string
}

export interface ReadArchiveDeps {
  db: Db
  read: ArchiveReading['read']
  /** Of the installation. */
  secret: string
}

/**
 * What an archive would bring. Only what this installation wrote itself is taken from people: what is in a log was checked when it came
 * over the socket, and nobody can check it afterwards.
 */
export async function previewArchive(userId: string, file: string, deps: ReadArchiveDeps): Promise<ArchivePreview | ArchiveRefused> {
  const archive = await readOwnArchive(userId, { file }, deps)
  if (!archive.ok) return archive
  const { workspace, made } = archive.header
  const rows = new Map(archive.manifest.tables.map((table) => [table.name, table.rows]))
  const count = (table: string) => rows.get(table) ?? 0
  return {
    ok: true,
    seal: archive.manifest.seal ?? '',
    name: workspace.name,
    made,
    isHere: await hasWorkspace(deps.db, workspace.id),
    counts: {
      documents: count('documents'),
      statements: workspace.statements ?? 0,
      actors: count('actors'),
      themes: count('themes'),
      comments: count('comments'),
      memos: count('memos'),
      people: count('users'),
    },
  }
}

export type OwnArchive = CheckedArchive & { header: { workspace: NonNullable<CheckedArchive['header']['workspace']> } }

/** Reads an archive of this installation to its end; one of another is refused. */
export async function readOwnArchive(userId: string, { file }: ArchiveJob, deps: ReadArchiveDeps): Promise<OwnArchive | ArchiveRefused> {
  const archive = await deps.read({ file }, userId)
  if (!archive.ok) return { ok: false, reason: 'invalid', message: archive.message }
  const { header, shapes, manifest } = archive
  if (header.workspace && !isSealed(deps.secret, { header, shapes, tables: manifest.tables }, manifest.seal)) {
    const message = t(
      'This archive was not made by this server, or was changed since. Whoever runs the server can load it with "npm run archive", after making sure where it is from.',
    )
    return { ok: false, reason: 'not-ours', message }
  }
  const why = whyNoArchive(archive)
  return why === null ? (archive as OwnArchive) : { ok: false, reason: 'invalid', message: why }
}
