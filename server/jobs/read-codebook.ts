import { fileURLToPath } from 'node:url'
import type { BookSort, ReadBook } from '#/lib/format/codebook/book.ts'
import { type RefusedSource, refuse } from '#/lib/format/import/import-result.ts'
import { t } from '#/lib/message/t.ts'
import { createJobProcesses, type JobFailure } from './processes.ts'

export interface CodebookJob {
  bytes: Uint8Array
  /** What entries are that do not say. */
  unsaid: BookSort
}

/** Reads codebook files in processes of their own, as documents are: what a hostile one breaks is only its own import. */
export interface CodebookReading {
  /**
   * Never fails: what goes wrong is a refusal.
   *
   * @param by the person it is for
   */
  read(job: CodebookJob, by: string): Promise<ReadBook | RefusedSource>
  stop(): Promise<void>
}

const TIME = 30_000
const HEAP_MB = 512

const REFUSALS: Readonly<Record<JobFailure, RefusedSource>> = {
  get busy() {
    return refuse('busy', t('Many files are being read just now, yours among them. Add this one again when they are done.'))
  },
  get stopped() {
    return refuse('interrupted', t('Interline is restarting. Add the file again in a moment.'))
  },
  get 'timed-out'() {
    return refuse('timed-out', t('This file took too long to read. Split the codebook and add the parts.'))
  },
  get 'too-complex'() {
    return refuse('too-complex', t('This file is too complex to read. Split the codebook and add the parts.'))
  },
  get failed() {
    return refuse('corrupt', t('This file could not be read. Export the codebook again and add the new copy.'))
  },
}

/** Made once by server.ts, as the extraction of files is. @param time milliseconds one file may take */
export function createCodebookReading({ time = TIME }: { time?: number } = {}): CodebookReading {
  const path = fileURLToPath(new URL('./read-codebook-process.ts', import.meta.url))
  const processes = createJobProcesses<CodebookJob, ReadBook | RefusedSource>({
    name: 'codebook',
    path,
    atOnce: 2,
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
