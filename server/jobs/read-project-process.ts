import type { RefusedSource } from '#/lib/format/import/import-result.ts'
import { readForeignProject } from '#/lib/format/project/read-project.ts'
import { answerJob } from './answer-job.ts'
import type { ProjectJob } from './read-project.ts'
import { type ReadyProject, readyProject } from './ready-project.ts'
import { withSqlite } from './with-sqlite.ts'

// The process of one file: see read-project.ts.
answerJob<ProjectJob, ReadyProject | RefusedSource>(async ({ bytes, unsaid }) => {
  const read = await readForeignProject(bytes, unsaid, { withSqlite })
  return read.ok ? readyProject(read, unsaid) : read
})
