import type * as Y from 'yjs'
import { liveAliases, writeTyped } from '#/lib/anchor/alias.ts'
import type { CharacterId } from '#/lib/anchor/alias-entry.ts'
import type { IdIndex } from '#/lib/anchor/id-index.ts'
import { liveIndex } from '#/lib/anchor/live-index.ts'
import { stretchOf } from '#/lib/anchor/neighbours.ts'
import type { DeltaOp } from '#/lib/text/apply-delta.ts'
import type { StepListener } from '#/lib/text/apply-step.ts'
import { LINE_BREAK } from '#/lib/text/block.ts'

/** Words deleted here that nothing has been typed in place of yet. */
interface Gap {
  /** Where they stood, in the flat text. */
  index: number
  first: CharacterId
  last: CharacterId
  /** Others deleted what stood beside it: what is deleted next need not have stood there too. */
  isAlone: boolean
}

/**
 * Notes what Yjs does not keep of what is typed: between which characters it stood, when others were dead there already,
 * and which words it took the place of. From this follows to which passages it belongs (see membership.ts); only the editor
 * that saw it can tell.
 */
export class TypingNotes implements StepListener {
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
      else if (op.delete !== undefined) {
        if (flat + op.delete >= this.#gap.index) this.#gap.isAlone = true
        // What is deleted across the gap ends where the gap then is.
        this.#gap.index -= Math.min(op.delete, this.#gap.index - flat)
      }
      flat += op.retain ?? (typeof op.insert === 'string' ? op.insert.length : 0)
    }
  }

  beforeDelete(index: number, length: number): void {
    const [first, last] = [this.#wordAt(index), this.#wordAt(index + length - 1)]
    const gap = this.#gap?.isAlone ? null : this.#gap
    if (!first || !last) this.#gap = null
    // Backspace and Delete, key by key, make one gap: what goes to its left comes first in it, to its right last.
    else if (gap?.index === index + length) this.#gap = { index, first, last: gap.last, isAlone: false }
    else this.#gap = { index, first: gap?.index === index ? gap.first : first, last, isAlone: false }
  }

  afterInsert(index: number, length: number): void {
    const gap = this.#gap
    this.#gap = null
    const ids = liveIndex(this.#text)
    const log = liveAliases(this.#alias)
    let [left, right] = sides(ids, index, index + length)
    // One run for each format: Yjs puts the formats between them.
    for (const [client, clock, count] of ids.runs(index, index + length)) {
      const id: CharacterId = [client, clock]
      const instead: [CharacterId, CharacterId] | null =
        gap?.index === index && !ids.isOpener(index) && same(ids.idAt(index), id) ? [gap.first, gap.last] : null
      const known = stretchOf(this.#text.doc!, log, id)
      if (instead || !known || !same(known.left, left) || !(known.goesOn || same(known.right, right)))
        writeTyped(this.#alias, id, { left, right, ...(instead && { instead }) })
      left = [client, clock + count - 1]
    }
  }

  /** The character at an index; null for a paragraph mark or a line break, at which no words are replaced. */
  #wordAt(index: number): CharacterId | null {
    const ids = liveIndex(this.#text)
    return isMark(ids, index) ? null : ids.idAt(index)
  }
}

/**
 * What stands on either side. What begins a paragraph or line stands behind the words before it; what is typed into an empty
 * one stands before the words after it too. Not noted of what is typed at a paragraph's end, which is most of what is typed.
 */
function sides(ids: IdIndex, from: number, to: number): [left: CharacterId | null, right: CharacterId | null] {
  if (isMark(ids, from - 1)) {
    while (isMark(ids, from - 1)) from--
    while (isMark(ids, to)) to++
  }
  return [from > 0 ? ids.idAt(from - 1) : null, ids.idAt(to)]
}

const isMark = (ids: IdIndex, flat: number) =>
  flat >= 0 && flat < ids.flatLength && (ids.isOpener(flat) || ids.slice(flat, flat + 1) === LINE_BREAK)

const same = (a: CharacterId | null, b: CharacterId | null) => a === b || (a !== null && b !== null && a[0] === b[0] && a[1] === b[1])
