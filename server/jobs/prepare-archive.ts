import { t } from '#/lib/message/t.ts'
import type { CheckedBackup } from '#/server/backup/check-backup.ts'
import { createFileReading, type FileReading } from './file-reading.ts'
import type { Advice } from './file-refusal.ts'

export interface ArchiveJob {
  /** On this computer. */
  file: string
  /** Also writes it again with other ids, see server/archive/renumber-archive.ts; the answer is about that file then. */
  renumber?: { to: string; shift: number }
}

/** Reads archives that people send. */
export type ArchiveReading = FileReading<ArchiveJob, CheckedBackup>

const TIME = 600_000
const HEAP_MB = 1536

const ADVICE: Advice = {
  get 'timed-out'() {
    return t('This archive took too long to read. Whoever runs the server can load it with "npm run archive".')
  },
  get 'too-complex'() {
    return t('This archive is too large to be read here. Whoever runs the server can load it with "npm run archive".')
  },
  get failed() {
    return t('This archive could not be read. Download it again and bring the new copy.')
  },
}

/** @param time milliseconds one file may take */
export function createArchiveReading({ time = TIME }: { time?: number } = {}): ArchiveReading {
  return createFileReading({ name: 'archive', program: './prepare-archive-process.ts', atOnce: 1, time, heapMb: HEAP_MB, advice: ADVICE })
}
