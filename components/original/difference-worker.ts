import { type TextChange, textChanges } from '#/lib/diff/diff-text.ts'

/** Two texts to be compared, beside the thread in which people type. */
export interface DifferenceJob {
  before: string
  after: string
}
export type DifferenceAnswer = TextChange[]

// In a worker the global is no window; its own types cannot stand beside those of a page.
const worker = self as unknown as {
  onmessage: (event: MessageEvent<DifferenceJob>) => void
  postMessage: (answer: DifferenceAnswer) => void
}
worker.onmessage = ({ data: { before, after } }) => worker.postMessage(textChanges(before, after))
