import type { ReadBook } from '#/lib/format/codebook/book.ts'
import { readCodebookFile } from '#/lib/format/codebook/registry.ts'
import type { RefusedSource } from '#/lib/format/import/import-result.ts'
import { answerJob } from './answer-job.ts'
import type { CodebookJob } from './read-codebook.ts'

// The process of one file: see read-codebook.ts.
answerJob<CodebookJob, ReadBook | RefusedSource>(({ bytes, unsaid }) => readCodebookFile(bytes, unsaid))
