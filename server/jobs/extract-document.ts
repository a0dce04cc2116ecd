import * as Y from 'yjs'
import { textRuns } from '#/lib/anchor/original.ts'
import type { RefusedSource } from '#/lib/format/import/import-result.ts'
import { extractFile, extractPaste } from '#/lib/format/import/registry.ts'
import { blocksText } from '#/lib/text/block.ts'
import { countWords } from '#/lib/text/count-words.ts'
import { createTextDoc, TEXT_NAME } from '#/lib/text/flat.ts'
import type { ExtractedDocument, ExtractionJob } from './extract.ts'

/** Reads one file or pasted text, in the process that calls it: see extract.ts for what strangers send. */
export async function extractDocument(job: ExtractionJob): Promise<ExtractedDocument | RefusedSource> {
  const source = 'pasted' in job ? extractPaste(job.pasted) : await extractFile(job.bytes, { fileName: job.fileName })
  if (!source.ok) return source
  const { blocks, ...about } = source
  const text = blocksText(blocks)
  const doc = createTextDoc(blocks)
  const runs = textRuns(doc.getText(TEXT_NAME))
  const update = Y.encodeStateAsUpdate(doc)
  return { ...about, paragraphs: blocks.length, text, runs, wordCount: countWords(text), update }
}
