import type * as Y from 'yjs'
import { writeReplacement } from '#/lib/anchor/alias.ts'
import type { CharacterId } from '#/lib/anchor/alias-entry.ts'
import { liveIndex } from '#/lib/anchor/live-index.ts'
import type { DeltaOp } from '#/lib/text/apply-delta.ts'
import type { StepListener } from '#/lib/text/apply-step.ts'

/** Words deleted here that nothing has been typed in place of yet. */
interface Gap {
  /** Where they stood, in the flat text. */
  index: number
  first: CharacterId
  last: CharacterId
}

/**
 * Notes when words are typed in place of words deleted right before: a last name corrected at the end of a passage still
 * belongs to it. Yjs cannot tell this from words typed beside the passage; only the editor that saw both can.
 */
export class Replacements implements StepListener {
  #text: Y.Text
  #alias: Y.Map<unknown>
  #gap: Gap | null = null

  constructor(text: Y.Text, alias: Y.Map<unknown>) {
    this.#text = text
    this.#alias = alias
  }

  /** An undo may have filled the gap. */
  forget(): void {
    this.#gap = null
  }

  /** Follows a change made by others. */
  shift(delta: readonly DeltaOp[]): void {
    if (!this.#gap) return
    let flat = 0
    for (const op of delta) {
      if (flat > this.#gap.index) return
      if (typeof op.insert === 'string') this.#gap.index += op.insert.length
      // What is deleted across the gap ends where the gap then is.
      else if (op.delete !== undefined) this.#gap.index -= Math.min(op.delete, this.#gap.index - flat)
      flat += op.retain ?? (typeof op.insert === 'string' ? op.insert.length : 0)
    }
  }

  beforeDelete(index: number, length: number): void {
    const [first, last] = [this.#wordAt(index), this.#wordAt(index + length - 1)]
    const gap = this.#gap
    if (!first || !last) this.#gap = null
    // Backspace and Delete, key by key, make one gap: what goes to its left comes first in it, to its right last.
    else if (gap?.index === index + length) this.#gap = { index, first, last: gap.last }
    else this.#gap = { index, first: gap?.index === index ? gap.first : first, last }
  }

  afterInsert(index: number): void {
    const gap = this.#gap
    this.#gap = null
    const typed = gap?.index === index ? this.#wordAt(index) : null
    if (gap && typed) writeReplacement(this.#alias, gap.first, gap.last, typed)
  }

  /** The character at an index; null for a paragraph mark, at which no words are replaced. */
  #wordAt(index: number): CharacterId | null {
    const ids = liveIndex(this.#text)
    return ids.isOpener(index) ? null : ids.idAt(index)
  }
}
