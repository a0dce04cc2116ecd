import { randomInt } from 'node:crypto'
import { link, rm, utimes } from 'node:fs/promises'
import { hasWorkspace } from '#/db/archive/make-room-in-log.ts'
import type { Db } from '#/db/client.ts'
import { renameWorkspaceRow } from '#/db/queries/workspaces.ts'
import { newId } from '#/lib/id.ts'
import { t } from '#/lib/message/t.ts'
import { type CheckedArchive, type LoadedArchive, loadArchive } from '#/server/archive/load-archive.ts'
import { makeOwner } from '#/server/archive/make-owner.ts'
import type { CollabServer } from '#/server/collab/collab-server.ts'
import { bringingOf } from '#/server/work-keys.ts'
import type { Works } from '#/server/works.ts'
import { type ArchiveRefused, type OwnArchive, type ReadArchiveDeps, readOwnArchive } from './preview-archive.ts'
import { checkWorkspaceName } from './workspace-name.ts'

export interface BringBackDeps extends ReadArchiveDeps {
  collab: Pick<CollabServer, 'projectAgain' | 'settleExcerpts'>
  works: Works
}

export interface BringBackInput {
  /** On this computer; the caller removes it. */
  file: string
  /** Of the preview that was shown. */
  seal: string
  /** What the workspace will be called. */
  name: string
}

export type BroughtBack = { ok: true; workspaceId: string } | ArchiveRefused

/**
 * Makes a workspace of an archive, for whoever sent it and nobody else: its other members are known, so that what they wrote stays
 * theirs, and are invited again by whom they trust. With the ids it had, unless the workspace it was made of is still here.
 */
export async function bringBackArchive(
  userId: string,
  { file, seal, name }: BringBackInput,
  deps: BringBackDeps,
  onProgress: (done: number, of: number) => void,
): Promise<BroughtBack> {
  const checked = checkWorkspaceName(name)
  if (!checked.ok) return { ok: false, reason: 'invalid', message: checked.reason }
  const done = await deps.works.run(bringingOf(userId), checked.name, (tell) =>
    withoutExchange(file, async (kept) => {
      const archive = await readOwnArchive(userId, { file: kept }, deps)
      if (!archive.ok) return archive
      if (archive.manifest.seal !== seal) return sentAnother()
      const load = (from: string, read: CheckedArchive) =>
        loadArchive(deps.db, {
          file: from,
          archive: read,
          withMembers: false,
          progress: (rows, of) => {
            tell(rows, of)
            onProgress(rows, of)
          },
          finish: (tx, id) => settle(tx, { id, name: checked.name }, userId),
        })
      return loadBeside(archive, { userId, file: kept, load }, deps)
    }),
  )
  if (done === null) return { ok: false, reason: 'busy', message: t('An archive of yours is being brought back already.') }
  if (!done.ok) return done
  deps.collab.projectAgain(done.documentIds)
  // So that most people find their statements where they arrive; what takes longer comes in on its own.
  await deps.collab.settleExcerpts()
  return { ok: true, workspaceId: done.workspaceId }
}

const sentAnother = (): ArchiveRefused => ({
  ok: false,
  reason: 'changed',
  message: t('Another archive was sent meanwhile. Choose the file again.'),
})

/**
 * Works on a file under a name that only this work knows: it is looked at and then read again, and whoever sent it may send another
 * in its place at any moment.
 */
async function withoutExchange<T>(file: string, work: (kept: string) => Promise<T>): Promise<T | ArchiveRefused> {
  const kept = `${file}.${newId()}`
  try {
    await link(file, kept)
    // What is old is swept away, and loading may take long.
    await utimes(kept, new Date(), new Date())
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return sentAnother()
    throw error
  }
  try {
    return await work(kept)
  } finally {
    await rm(kept, { force: true })
  }
}

async function settle(tx: Db, workspace: { id: string; name: string }, userId: string): Promise<void> {
  await renameWorkspaceRow(tx, workspace.id, workspace.name)
  await makeOwner(tx, workspace, userId)
}

/** Loads an archive as it is, or with other ids when some of its own are taken. */
async function loadBeside(
  archive: OwnArchive,
  { userId, file, load }: { userId: string; file: string; load(from: string, read: CheckedArchive): Promise<LoadedArchive> },
  { db, read }: ReadArchiveDeps,
): Promise<LoadedArchive | ArchiveRefused> {
  if (!(await hasWorkspace(db, archive.header.workspace.id))) {
    const loaded = await load(file, archive)
    if (loaded.ok || loaded.reason !== 'here-already') return loaded
  }
  const to = `${file}.renumbered`
  try {
    const other = await read({ file, renumber: { to, shift: randomInt(1, 2 ** 48 - 1) } }, userId)
    return other.ok ? await load(to, other) : { ok: false, reason: 'invalid', message: other.message }
  } finally {
    await rm(to, { force: true })
  }
}
