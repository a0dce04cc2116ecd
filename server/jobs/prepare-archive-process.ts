import { renumberArchive } from '#/server/archive/renumber-archive.ts'
import { type CheckedBackup, checkBackup } from '#/server/backup/check-backup.ts'
import { answerJob } from './answer-job.ts'
import type { ArchiveJob } from './prepare-archive.ts'

// The process of one archive: see prepare-archive.ts.
answerJob<ArchiveJob, CheckedBackup>(async ({ file, renumber }) => {
  const checked = await checkBackup(file)
  if (checked.ok && renumber) await renumberArchive(file, renumber.to, renumber.shift)
  return checked.ok && renumber ? checkBackup(renumber.to) : checked
})
