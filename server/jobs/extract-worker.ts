import { parentPort, workerData } from 'node:worker_threads'
import { extractFile, extractPaste } from '#/lib/format/import/registry.ts'
import type { ExtractionJob } from './extract.ts'

// The thread of one file: see extract.ts. An exception ends it and becomes a refusal there.
const job = workerData as ExtractionJob
parentPort?.postMessage('pasted' in job ? extractPaste(job.pasted) : await extractFile(job.bytes, { fileName: job.fileName }))
