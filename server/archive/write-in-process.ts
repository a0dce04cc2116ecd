import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { Turns } from '#/server/jobs/turns.ts'
import { log } from '#/server/log.ts'

/** Writes the archive of a workspace, in a process of its own: it reads a copy of an embedded database, so that nobody waits for it. */
export interface ArchiveWriting {
  /** @param onRows how many rows are written @returns whether it was written; why not is in the log */
  write(workspaceId: string, to: string, onRows: (rows: number) => void): Promise<boolean>
  stop(): Promise<void>
}

/** Each is a process, and of an embedded database a copy. Others wait: anybody may have workspaces, and ask for all of them. */
const TURNS = { atOnce: 2, perPerson: 1, waiting: 200, waitingPerPerson: 1 }

const SCRIPT = join(import.meta.dirname, '../../scripts/archive.ts')

/** Made once by server.ts, with the settings it runs with. */
export function createArchiveWriting({ dataDir, script = SCRIPT }: { dataDir: string; script?: string }): ArchiveWriting {
  const stopping = new AbortController()
  const turns = new Turns(TURNS)
  return {
    async write(workspaceId, to, onRows) {
      const end = await turns.take(workspaceId)
      if (!end || stopping.signal.aborted) return false
      const child = fork(script, [workspaceId, '--to', to], {
        env: { ...process.env, DATA_DIR: dataDir },
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
        signal: stopping.signal,
      })
      let errors = ''
      child.stderr?.on('data', (chunk: Buffer) => {
        errors = (errors + chunk).slice(-2000)
      })
      child.on('message', (said: { rows: number }) => onRows(said.rows))
      const [code] = await once(child, 'close')
        .catch(() => [1])
        .finally(end)
      if (code !== 0 && !stopping.signal.aborted) log.error('archive.failed', errors.trim() || String(code))
      return code === 0
    },
    async stop() {
      stopping.abort()
    },
  }
}
