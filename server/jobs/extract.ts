import { Worker } from 'node:worker_threads'
import type { ExtractedSource, RefusedSource } from '#/lib/format/import/import-result.ts'
import { refuse } from '#/lib/format/import/import-result.ts'
import { IMPORT_LIMITS } from '#/lib/format/import/limits.ts'
import type { PastedText } from '#/lib/format/import/paste.ts'
import { log } from '#/server/log.ts'

/** What a thread makes of a source: everything that takes time in proportion to its length. */
export interface ExtractedDocument extends Omit<ExtractedSource, 'blocks'> {
  /** Number of blocks. */
  paragraphs: number
  /** Canonical form. */
  text: string
  wordCount: number
  /** The text document as one Yjs update (v1): the first content of its room. */
  update: Uint8Array
}

export type ExtractionJob = { fileName: string; bytes: Uint8Array } | { pasted: PastedText }

/** Reads files in threads of their own: a hostile or huge one cannot hold up anybody's typing. */
export interface Extraction {
  /** Reads one file or pasted text; waits its turn when others are being read. Never fails: what goes wrong is a refusal. */
  extract(job: ExtractionJob): Promise<ExtractedDocument | RefusedSource>
  /** Ends what is running and refuses what waits. */
  stop(): Promise<void>
}

export interface ExtractionOptions {
  /** Files read at the same time. */
  atOnce?: number
  /** Milliseconds one file may take. */
  time?: number
  /** Heap of one thread, MB. */
  heapMb?: number
}

const STOPPED = refuse('interrupted', 'Interline is restarting. Add the file again in a moment.')
const TIMED_OUT = refuse('timed-out', 'This file took too long to read. Save it as plain text, or in parts, and add that.')
const TOO_COMPLEX = refuse('too-complex', 'This file is too complex to read. Save it as plain text, or in parts, and add that.')
const UNREADABLE = refuse('corrupt', 'This file could not be read. Save it again, or as plain text, and add the new copy.')

/** Made once by server.ts: a worker must be started from its source file, which bundled code does not know. */
export function createExtraction({
  atOnce = 2,
  time = IMPORT_LIMITS.time,
  heapMb = IMPORT_LIMITS.heapMb,
}: ExtractionOptions = {}): Extraction {
  const running = new Set<Worker>()
  const waiting: (() => void)[] = []
  let free = atOnce
  let isStopped = false

  async function extract(job: ExtractionJob): Promise<ExtractedDocument | RefusedSource> {
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve))
    else free--
    try {
      return isStopped ? STOPPED : await readInThread(job)
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free++
    }
  }

  function readInThread(job: ExtractionJob): Promise<ExtractedDocument | RefusedSource> {
    const worker = new Worker(new URL('./extract-worker.ts', import.meta.url), {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
    })
    running.add(worker)
    return new Promise<ExtractedDocument | RefusedSource>((resolve) => {
      const timer = setTimeout(() => resolve(TIMED_OUT), time)
      worker.once('message', resolve)
      worker.once('error', (error) => resolve(refusalOf(error)))
      // After a message or an error this comes too late to matter.
      worker.once('exit', () => resolve(isStopped ? STOPPED : UNREADABLE))
      worker.once('exit', () => clearTimeout(timer))
    }).finally(() => {
      running.delete(worker)
      return worker.terminate()
    })
  }

  return {
    extract,
    async stop() {
      isStopped = true
      await Promise.all(Array.from(running, (worker) => worker.terminate()))
    },
  }
}

function refusalOf(error: unknown): RefusedSource {
  const { code, name } = error as { code?: string; name?: string }
  // A RangeError is the call stack: thousands of nested tables or lists.
  if (code === 'ERR_WORKER_OUT_OF_MEMORY' || name === 'RangeError') return TOO_COMPLEX
  log.error('extract.failed', error)
  return UNREADABLE
}
