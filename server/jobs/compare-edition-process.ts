import * as Y from 'yjs'
import { compareEdition } from '#/lib/edition/compare-edition.ts'
import { answerJob } from './answer-job.ts'
import type { EditionJob } from './compare-edition.ts'

function load(state: Uint8Array): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  while (doc.store.clients.has(doc.clientID)) doc.clientID = new Y.Doc().clientID
  return doc
}

// The process of one comparison: see compare-edition.ts.
answerJob(({ text, next, layers, hidden }: EditionJob) => compareEdition(load(text), load(next), layers.map(load), hidden.map(load)))
