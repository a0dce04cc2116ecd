import { fileURLToPath } from 'node:url'
import type { RefusedSource } from '#/lib/format/import/import-result.ts'
import { type Advice, fileRefusal } from './file-refusal.ts'
import { createJobProcesses } from './processes.ts'

/** Reads files of one sort in processes of their own, as documents are: what a hostile one breaks is only its own import. */
export interface FileReading<Job, Read> {
  /**
   * Never fails: what goes wrong is a refusal.
   *
   * @param by the person it is for
   */
  read(job: Job, by: string): Promise<Read | RefusedSource>
  stop(): Promise<void>
}

interface FileReadingOptions {
  name: string
  /** What a process runs, beside this file: a process is started from its source file, which bundled code does not know. */
  program: string
  /** Files read at the same time; one of each person. */
  atOnce: number
  /** Milliseconds one file may take. */
  time: number
  /** Heap of one process, MB. */
  heapMb: number
  advice: Advice
}

/** Made by server.ts, one for each sort. */
export function createFileReading<Job extends object, Read>({
  name,
  program,
  atOnce,
  time,
  heapMb,
  advice,
}: FileReadingOptions): FileReading<Job, Read> {
  const path = fileURLToPath(new URL(program, import.meta.url))
  const processes = createJobProcesses<Job, Read | RefusedSource>({ name, path, atOnce, perPerson: 1, time, heapMb })
  return {
    async read(job, by) {
      const outcome = await processes.run(job, by)
      return outcome.ok ? outcome.result : fileRefusal(outcome.failure, advice)
    },
    stop: processes.stop,
  }
}
