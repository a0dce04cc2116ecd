import type { Chord } from './chord.ts'

/**
 * Where a key press lands. In a document: words are selected, a statement is selected, neither, or the text is edited. Elsewhere
 * the page.
 */
export const SITUATIONS = ['words', 'statement', 'caret', 'edit', 'documents', 'excerpts', 'actors', 'themes', 'history', 'other'] as const
export type Situation = (typeof SITUATIONS)[number]

/** The situations of a document that is open. */
export const IN_DOCUMENT: readonly Situation[] = ['words', 'statement', 'caret', 'edit']

/** Something that a key can ask for. */
export interface Command {
  /** Never changes: people's own keys are kept under it. */
  id: string
  /** As the palette, the sheet and the settings say it, through `t`. */
  name: string
  /** The heading it stands under. */
  section: string
  /** As long as a person has not chosen their own; the first is the one that is shown. */
  keys: readonly Chord[]
  at: readonly Situation[]
  /** Commands that stand side by side with the same words share a row of the sheet. */
  row?: string
  /** The keys cannot be changed. */
  isFixed?: true
  /** Makes no sense in the palette, where nothing is under the caret. */
  notInPalette?: true
}
