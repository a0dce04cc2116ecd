/**
 * What a person does to the text, one thing after another. Words name a place: they must occur once in the text at that
 * moment. "|" in them is the caret, "¶" the end of a paragraph, "↵" a line break inside one.
 */
export type Step =
  | { caret: string }
  | { select: string }
  /** Key by key, over what is selected. */
  | { type: string }
  /** A key with its modifiers as on the keyboard ("Mod" is Ctrl, or Cmd on a Mac): Enter, Mod-z (undo), Mod-x (cut), Mod-v (paste) ... */
  | { press: string; times?: number }
  /** Words copied in another program. */
  | { paste: string }
  /** Drags what is selected to the "|" with the mouse. */
  | { drag: string }
  /** Finds words with the find bar and replaces them there. */
  | { find: string; by: string }
  /** Puts a statement on these words. */
  | { tag: string }
  /** Sends to the others what was done, and receives what they did. */
  | 'meet'

/**
 * Texts are written in one line: "¶" between paragraphs, "↵" for a line break, "# ", "> ", "- " and "1. " at the start of
 * a block for its kind (two blanks in front for each level a list item is further in), and ⟦ ⟧ round the passage.
 * ⟦⟧ with nothing inside, anywhere: the statement is detached. No marks: there is no statement.
 */
interface Common {
  name: string
  before: string
  /** What everybody sees in the end, also after a reload. Several: each of them is right. */
  after: string | readonly string[]
}

/** One person edits, others look on. */
export interface SingleCase extends Common {
  steps: readonly Step[]
}

/** Two people edit at once, without a connection; then they meet. */
export interface ConcurrentCase extends Common {
  a: readonly Step[]
  b: readonly Step[]
}
