import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { IdRun } from '#/lib/annotation/model.ts'
import type { ExtractedSource, RefusedSource } from '#/lib/format/import/import-result.ts'
import { refuse } from '#/lib/format/import/import-result.ts'
import { IMPORT_LIMITS } from '#/lib/format/import/limits.ts'
import type { PastedText } from '#/lib/format/import/paste.ts'
import { log } from '#/server/log.ts'

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

/** What the process of a file answers: the outcome, or the exception that ended it. */
export type ExtractionAnswer = { result: ExtractedDocument | RefusedSource } | { failed: { name: string; stack: string } }

/**
 * Reads files in processes of their own: a hostile or huge one cannot hold up anybody's typing. Not in threads: V8 may
 * answer a thread that reaches its heap limit by ending the whole process, and everybody's work with it.
 */
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
  /** Heap of one process, MB. */
  heapMb?: number
}

const PROCESS = fileURLToPath(new URL('./extract-process.ts', import.meta.url))

const STOPPED = refuse('interrupted', 'Interline is restarting. Add the file again in a moment.')
const TIMED_OUT = refuse('timed-out', 'This file took too long to read. Save it as plain text, or in parts, and add that.')
const TOO_COMPLEX = refuse('too-complex', 'This file is too complex to read. Save it as plain text, or in parts, and add that.')
const UNREADABLE = refuse('corrupt', 'This file could not be read. Save it again, or as plain text, and add the new copy.')

/** Made once by server.ts: a process is started from its source file, which bundled code does not know. */
export function createExtraction({
  atOnce = 2,
  time = IMPORT_LIMITS.time,
  heapMb = IMPORT_LIMITS.heapMb,
}: ExtractionOptions = {}): Extraction {
  const running = new Set<ChildProcess>()
  const waiting: (() => void)[] = []
  let free = atOnce
  let isStopped = false

  async function extract(job: ExtractionJob): Promise<ExtractedDocument | RefusedSource> {
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve))
    else free--
    try {
      return isStopped ? STOPPED : await readInProcess(job)
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free++
    }
  }

  function readInProcess(job: ExtractionJob): Promise<ExtractedDocument | RefusedSource> {
    const reader = fork(PROCESS, {
      execArgv: [`--max-old-space-size=${heapMb}`],
      // Nothing of the product's settings and secrets is there for a parser to leak.
      env: { NODE_ENV: process.env.NODE_ENV },
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    running.add(reader)
    return new Promise<ExtractedDocument | RefusedSource>((resolve) => {
      const timer = setTimeout(() => resolve(TIMED_OUT), time)
      reader.once('message', (answer: ExtractionAnswer) => resolve('result' in answer ? answer.result : refusalOf(answer.failed)))
      reader.once('error', (error) => resolve(refusalOf({ name: error.name, stack: error.stack ?? error.message })))
      // After an answer this comes too late to matter. A signal is V8's at the heap limit, or the system's when memory ran out.
      reader.once('exit', (_code, signal) => resolve(isStopped ? STOPPED : signal ? TOO_COMPLEX : UNREADABLE))
      reader.once('exit', () => clearTimeout(timer))
      reader.send(job, () => {})
    }).finally(() => {
      running.delete(reader)
      reader.kill('SIGKILL')
    })
  }

  return {
    extract,
    async stop() {
      isStopped = true
      for (const reader of running) reader.kill('SIGKILL')
    },
  }
}

function refusalOf({ name, stack }: { name: string; stack: string }): RefusedSource {
  // The call stack: thousands of nested tables or lists.
  if (name === 'RangeError') return TOO_COMPLEX
  log.error('extract.failed', stack)
  return UNREADABLE
}
