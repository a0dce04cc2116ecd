import { fileURLToPath } from 'node:url'
import type { ComparedEdition } from '#/lib/edition/compare-edition.ts'
import { createJobProcesses } from './processes.ts'

/** States and updates are Yjs's (v1). */
export interface EditionJob {
  /** The text document as it is. */
  text: Uint8Array
  /** The text document of the new edition. */
  next: Uint8Array
  /** The layers whose statements are to be told about. */
  layers: Uint8Array[]
  /** Its other layers. */
  hidden: Uint8Array[]
}

/** Works out what new editions do, in processes of their own: on a long text it takes seconds. */
export interface EditionComparison {
  /**
   * Null when it cannot be worked out: too long or too complex, too many at once, or the product is stopping.
   *
   * @param by the person it is for
   */
  compare(job: EditionJob, by: string): Promise<ComparedEdition | null>
  stop(): Promise<void>
}

const TIME = 120_000
const HEAP_MB = 1024

/** Made once by server.ts, as the extraction of files is. */
export function createEditionComparison(): EditionComparison {
  const path = fileURLToPath(new URL('./compare-edition-process.ts', import.meta.url))
  const processes = createJobProcesses<EditionJob, ComparedEdition>({
    name: 'edition',
    path,
    atOnce: 2,
    perPerson: 1,
    time: TIME,
    heapMb: HEAP_MB,
  })
  return {
    async compare(job, by) {
      const outcome = await processes.run(job, by)
      return outcome.ok ? outcome.result : null
    },
    stop: processes.stop,
  }
}
