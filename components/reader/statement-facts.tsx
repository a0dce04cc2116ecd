import type { Annotation } from '#/lib/annotation/model.ts'
import { FactLine } from './fact-line.tsx'
import { keptFactWords } from './fact-words.ts'
import { useReader } from './reader-context.ts'

/** The details of a statement of the open document, in one line or in full. */
export function StatementFacts({ annotation, isFull }: { annotation: Pick<Annotation, 'facts'>; isFull: boolean }) {
  const codebook = useReader((state) => state.codebook)
  return <FactLine words={keptFactWords(annotation.facts, codebook)} isFull={isFull} />
}
