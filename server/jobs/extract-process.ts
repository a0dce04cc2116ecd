import type { RefusedSource } from '#/lib/format/import/import-result.ts'
import { answerJob } from './answer-job.ts'
import type { ExtractedDocument, ExtractionJob } from './extract.ts'
import { extractDocument } from './extract-document.ts'

// The process of one file: see extract.ts.
answerJob<ExtractionJob, ExtractedDocument | RefusedSource>(extractDocument)
