import type { Db } from '#/db/client.ts'
import { findExpiredDocuments, findExpiredWorkspaces, findLeftRooms } from '#/db/queries/purge.ts'
import { log } from '#/server/log.ts'
import { decideDeletion, deleteDocument, deleteRooms } from './delete-document.ts'
import { deleteWorkspace } from './delete-workspace.ts'

const HOUR_MS = 3600 * 1000

/** Deletes what has been in the bin for 30 days, and what an interrupted deletion left. */
export async function purge(db: Db, now: Date, until?: AbortSignal): Promise<{ documents: number; workspaces: number }> {
  const done = { documents: 0, workspaces: 0 }
  for (const workspace of await findExpiredWorkspaces(db, now)) {
    if (await deleteWorkspace(db, workspace, until)) done.workspaces++
  }
  for (const document of await findExpiredDocuments(db, now)) {
    if (!(await decideDeletion(db, document, null))) continue
    await deleteDocument(db, document, until)
    done.documents++
  }
  await deleteRooms(db, await findLeftRooms(db), until)
  return done
}

/** Purges now and every hour. `stop` ends a purge that is under way between two statements. */
export function startPurging(db: Db, everyMs = HOUR_MS): { stop(): Promise<void> } {
  let running = Promise.resolve()
  const stopping = new AbortController()
  const run = () => {
    running = running.then(async () => {
      try {
        const done = await purge(db, new Date(), stopping.signal)
        if (done.documents + done.workspaces > 0) log.info('bin.purged', done)
      } catch (error) {
        if (!stopping.signal.aborted) log.error('bin.purge-failed', error)
      }
    })
  }
  const timer = setInterval(run, everyMs)
  timer.unref()
  run()
  return {
    stop() {
      clearInterval(timer)
      stopping.abort()
      return running
    },
  }
}
