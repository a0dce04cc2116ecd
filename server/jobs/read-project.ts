import { fileURLToPath } from 'node:url'
import type { BookSort } from '#/lib/format/codebook/book.ts'
import { type RefusedSource, refuse } from '#/lib/format/import/import-result.ts'
import { t } from '#/lib/message/t.ts'
import { createJobProcesses, type JobFailure } from './processes.ts'
import type { ReadyProject } from './ready-project.ts'

export interface ProjectJob {
  bytes: Uint8Array
  /** What codes become that the file does not call actors or themes. */
  unsaid: BookSort
}

/** Reads projects of other programs in processes of their own, as documents are: what a hostile one breaks is only its own import. */
export interface ProjectReading {
  /**
   * Never fails: what goes wrong is a refusal.
   *
   * @param by the person it is for
   */
  read(job: ProjectJob, by: string): Promise<ReadyProject | RefusedSource>
  stop(): Promise<void>
}

const TIME = 120_000
const HEAP_MB = 1024

const REFUSALS: Readonly<Record<JobFailure, RefusedSource>> = {
  get busy() {
    return refuse('busy', t('Many files are being read just now, yours among them. Add this one again when they are done.'))
  },
  get stopped() {
    return refuse('interrupted', t('Interline is restarting. Add the file again in a moment.'))
  },
  get 'timed-out'() {
    return refuse('timed-out', t('This project took too long to read. Export it in parts and add those.'))
  },
  get 'too-complex'() {
    return refuse('too-complex', t('This project is too complex to read. Export it in parts and add those.'))
  },
  get failed() {
    return refuse('corrupt', t('This project could not be read. Export it again and add the new copy.'))
  },
}

/** Made once by server.ts, as the extraction of files is. @param time milliseconds one file may take */
export function createProjectReading({ time = TIME }: { time?: number } = {}): ProjectReading {
  const path = fileURLToPath(new URL('./read-project-process.ts', import.meta.url))
  const processes = createJobProcesses<ProjectJob, ReadyProject | RefusedSource>({
    name: 'project',
    path,
    atOnce: 1,
    perPerson: 1,
    time,
    heapMb: HEAP_MB,
  })
  return {
    async read(job, by) {
      const outcome = await processes.run(job, by)
      return outcome.ok ? outcome.result : REFUSALS[outcome.failure]
    },
    stop: processes.stop,
  }
}
