import type { Annotation } from '#/lib/annotation/model.ts'
import { chipsOf } from './chip-changes.ts'
import type { FactValues } from './fact-draft.ts'
import type { DraftChip } from './tag-draft.ts'

/** What one person can say in a statement: its tags, their own memo, the facts. */
export interface StatementContent {
  chips: readonly DraftChip[]
  memo: string
  facts: FactValues
}

export const NO_CONTENT: StatementContent = { chips: [], memo: '', facts: {} }

/** What a statement says, with the memo of one person. */
export function contentOf(annotation: Annotation, userId: string): StatementContent {
  const { memos, facts } = annotation
  return { chips: chipsOf(annotation), memo: memos.find(({ by }) => by === userId)?.text ?? '', facts }
}
