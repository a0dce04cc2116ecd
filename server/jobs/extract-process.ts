import * as Y from 'yjs'
import { textRuns } from '#/lib/anchor/original.ts'
import { extractFile, extractPaste } from '#/lib/format/import/registry.ts'
import { blocksText } from '#/lib/text/block.ts'
import { countWords } from '#/lib/text/count-words.ts'
import { createTextDoc, TEXT_NAME } from '#/lib/text/flat.ts'
import type { ExtractionAnswer, ExtractionJob } from './extract.ts'

// The process of one file: see extract.ts, which sends the job and ends this process when it takes too long.
async function answer(job: ExtractionJob): Promise<ExtractionAnswer> {
  const source = 'pasted' in job ? extractPaste(job.pasted) : await extractFile(job.bytes, { fileName: job.fileName })
  if (!source.ok) return { result: source }
  const { blocks, ...about } = source
  const text = blocksText(blocks)
  const doc = createTextDoc(blocks)
  const runs = textRuns(doc.getText(TEXT_NAME))
  const update = Y.encodeStateAsUpdate(doc)
  return { result: { ...about, paragraphs: blocks.length, text, runs, wordCount: countWords(text), update } }
}

process.once('message', (job: ExtractionJob) =>
  answer(job)
    .catch((error: unknown): ExtractionAnswer => {
      const { name, stack } = error instanceof Error ? error : new Error(String(error))
      return { failed: { name, stack: stack ?? name } }
    })
    .then((given) => process.send?.(given, () => process.disconnect())),
)
// The product is gone: nobody waits for this.
process.once('disconnect', () => process.exit())
