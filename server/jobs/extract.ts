import { fileURLToPath } from 'node:url'
import type { IdRun } from '#/lib/annotation/model.ts'
import type { ExtractedSource, RefusedSource } from '#/lib/format/import/import-result.ts'
import { IMPORT_LIMITS } from '#/lib/format/import/limits.ts'
import type { PastedText } from '#/lib/format/import/paste.ts'
import { t } from '#/lib/message/t.ts'
import { importsRunning } from '#/server/metrics.ts'
import { type Advice, fileRefusal } from './file-refusal.ts'
import { createJobProcesses } from './processes.ts'

/** What is made of a source in a process of its own: everything that takes time in proportion to its length. */
export interface ExtractedDocument extends Omit<ExtractedSource, 'blocks'> {
  /** Number of blocks. */
  paragraphs: number
  /** Canonical form. */
  text: string
  /** Ids of the characters of `text` in `update`, in order. */
  runs: IdRun[]
  wordCount: number
  /** The text document as one Yjs update (v1): the first content of its room. */
  update: Uint8Array
}

export type ExtractionJob = { fileName: string; bytes: Uint8Array } | { pasted: PastedText }

/** Reads files in processes of their own, see `createJobProcesses`. */
export interface Extraction {
  /**
   * Reads one file or pasted text; waits its turn when others are being read. Never fails: what goes wrong is a refusal.
   *
   * @param by the person it is for: one person's files leave a process for somebody else's
   */
  extract(job: ExtractionJob, by: string): Promise<ExtractedDocument | RefusedSource>
  /** Ends what is running and refuses what waits. */
  stop(): Promise<void>
}

export interface ExtractionOptions {
  /** Files read at the same time, and those of one person. */
  atOnce?: number
  perPerson?: number
  /** Milliseconds one file may take. */
  time?: number
  /** Heap of one process, MB. */
  heapMb?: number
}

const ADVICE: Advice = {
  get 'timed-out'() {
    return t('This file took too long to read. Save it as plain text, or in parts, and add that.')
  },
  get 'too-complex'() {
    return t('This file is too complex to read. Save it as plain text, or in parts, and add that.')
  },
  get failed() {
    return t('This file could not be read. Save it again, or as plain text, and add the new copy.')
  },
}

/** Made once by server.ts: a process is started from its source file, which bundled code does not know. */
export function createExtraction({
  atOnce = 3,
  perPerson = Math.max(1, atOnce - 1),
  time = IMPORT_LIMITS.time,
  heapMb = IMPORT_LIMITS.heapMb,
}: ExtractionOptions = {}): Extraction {
  const path = fileURLToPath(new URL('./extract-process.ts', import.meta.url))
  const processes = createJobProcesses<ExtractionJob, ExtractedDocument | RefusedSource>({
    name: 'extract',
    path,
    atOnce,
    perPerson,
    time,
    heapMb,
  })
  return {
    async extract(job, by) {
      importsRunning.inc()
      const outcome = await processes.run(job, by).finally(() => importsRunning.dec())
      return outcome.ok ? outcome.result : fileRefusal(outcome.failure, ADVICE)
    },
    stop: processes.stop,
  }
}
