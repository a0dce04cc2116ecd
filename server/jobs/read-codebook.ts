import { fileURLToPath } from 'node:url'
import type { BookSort, ReadBook } from '#/lib/format/codebook/book.ts'
import type { RefusedSource } from '#/lib/format/import/import-result.ts'
import { t } from '#/lib/message/t.ts'
import { type Advice, fileRefusal } from './file-refusal.ts'
import { createJobProcesses } from './processes.ts'

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

const ADVICE: Advice = {
  get 'timed-out'() {
    return t('This file took too long to read. Split the codebook and add the parts.')
  },
  get 'too-complex'() {
    return t('This file is too complex to read. Split the codebook and add the parts.')
  },
  get failed() {
    return t('This file could not be read. Export the codebook again and add the new copy.')
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
      return outcome.ok ? outcome.result : fileRefusal(outcome.failure, ADVICE)
    },
    stop: processes.stop,
  }
}
