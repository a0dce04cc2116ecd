import type { BookSort, ReadBook } from '#/lib/format/codebook/book.ts'
import { t } from '#/lib/message/t.ts'
import { createFileReading, type FileReading } from './file-reading.ts'
import type { Advice } from './file-refusal.ts'

export interface CodebookJob {
  bytes: Uint8Array
  /** What entries are that do not say. */
  unsaid: BookSort
}

/** Reads codebook files. */
export type CodebookReading = FileReading<CodebookJob, ReadBook>

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

/** @param time milliseconds one file may take */
export function createCodebookReading({ time = TIME }: { time?: number } = {}): CodebookReading {
  return createFileReading({ name: 'codebook', program: './read-codebook-process.ts', atOnce: 2, time, heapMb: HEAP_MB, advice: ADVICE })
}
