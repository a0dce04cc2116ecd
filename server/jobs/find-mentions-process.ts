import * as Y from 'yjs'
import { findInDocument } from '#/lib/codebook/radar/find-in-document.ts'
import { MentionIndex } from '#/lib/codebook/radar/mention-index.ts'
import { applyRows } from '#/server/collab/apply-rows.ts'
import { answerJob } from './answer-job.ts'
import type { MentionJob } from './find-mentions.ts'

// The process of one job: see find-mentions.ts.
answerJob(({ actors, texts }: MentionJob) => {
  const index = new MentionIndex()
  for (const actor of actors) index.set(actor)
  return texts.map(({ rows, day }) => {
    const text = new Y.Doc()
    text.transact(() => applyRows(text, rows, 'job'))
    return findInDocument(index, text, day)
  })
})
