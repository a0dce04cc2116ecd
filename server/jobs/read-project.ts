import type { BookSort } from '#/lib/format/codebook/book.ts'
import { t } from '#/lib/message/t.ts'
import { createFileReading, type FileReading } from './file-reading.ts'
import type { Advice } from './file-refusal.ts'
import type { ReadyProject } from './ready-project.ts'

export interface ProjectJob {
  bytes: Uint8Array
  /** What codes become that the file does not call actors or themes. */
  unsaid: BookSort
}

/** Reads projects of other programs. */
export type ProjectReading = FileReading<ProjectJob, ReadyProject>

const TIME = 120_000
const HEAP_MB = 1024

const ADVICE: Advice = {
  get 'timed-out'() {
    return t('This project took too long to read. Export it in parts and add those.')
  },
  get 'too-complex'() {
    return t('This project is too complex to read. Export it in parts and add those.')
  },
  get failed() {
    return t('This project could not be read. Export it again and add the new copy.')
  },
}

/** @param time milliseconds one file may take */
export function createProjectReading({ time = TIME }: { time?: number } = {}): ProjectReading {
  return createFileReading({ name: 'project', program: './read-project-process.ts', atOnce: 1, time, heapMb: HEAP_MB, advice: ADVICE })
}
