import { parentPort, workerData } from 'node:worker_threads'
import * as Y from 'yjs'
import { extractFile, extractPaste } from '#/lib/format/import/registry.ts'
import { blocksText } from '#/lib/text/block.ts'
import { countWords } from '#/lib/text/count-words.ts'
import { createTextDoc } from '#/lib/text/flat.ts'
import type { ExtractedDocument, ExtractionJob } from './extract.ts'

// The thread of one file: see extract.ts. An exception ends it and becomes a refusal there.
const job = workerData as ExtractionJob
const source = 'pasted' in job ? extractPaste(job.pasted) : await extractFile(job.bytes, { fileName: job.fileName })
if (source.ok) {
  const { blocks, ...about } = source
  const text = blocksText(blocks)
  const update = Y.encodeStateAsUpdate(createTextDoc(blocks))
  const result: ExtractedDocument = { ...about, paragraphs: blocks.length, text, wordCount: countWords(text), update }
  parentPort?.postMessage(result)
} else parentPort?.postMessage(source)
