import type { Transaction } from '@tiptap/pm/state'
import type * as Y from 'yjs'
import { liveIndex } from '#/lib/anchor/live-index.ts'
import type { IdRun } from '#/lib/annotation/model.ts'
import type { StepListener } from '#/lib/text/apply-step.ts'
import { docPieces, piecesText } from '#/lib/text/doc-slice.ts'

/** Shorter texts are not followed: a retyped word is not a moved one. In UTF-16 units, openers at the ends not counted. */
const SHORTEST_MOVE = 4

/** A text with the identity its characters have (inserted) or had (deleted). */
export interface MovedText {
  text: string
  runs: IdRun[]
}

/** A moved text's openers at either end depend on where the selection began, its words do not. */
const words = (text: string) => text.replace(/^\n+|\n+$/g, '')

/** Watches the writing of steps for texts that are deleted in one place and inserted in another (drag, cut and paste). */
export class MoveWatch implements StepListener {
  readonly deleted: MovedText[] = []
  readonly inserted: MovedText[] = []
  #text: Y.Text

  /** `cut`: what an earlier step cut, if this one may be pasting it. */
  constructor(text: Y.Text, cut: MovedText | null) {
    this.#text = text
    if (cut) this.deleted.push(cut)
  }

  beforeDelete(index: number, length: number): void {
    this.#note(this.deleted, index, length)
  }

  afterInsert(index: number, length: number): void {
    this.#note(this.inserted, index, length)
  }

  /** Old and new identity of every text that was moved. */
  moves(): { from: IdRun[]; to: IdRun[] }[] {
    return this.inserted.flatMap((insert) => {
      const source = this.deleted.find((text) => text.text === insert.text)
      return source ? [{ from: source.runs, to: insert.runs }] : []
    })
  }

  #note(list: MovedText[], index: number, length: number): void {
    const ids = liveIndex(this.#text)
    const flat = ids.slice(index, index + length)
    const text = words(flat)
    if (text.length < SHORTEST_MOVE) return
    const start = index + flat.indexOf(text)
    list.push({ text, runs: ids.runs(start, start + text.length) })
  }
}

/** Whether these transactions insert a text that they also delete: cheap to ask, so that plain typing never pays for a watch. */
export function mayMove(transactions: readonly Transaction[]): boolean {
  const deleted = new Set<string>()
  const inserted: string[] = []
  for (const tr of transactions) {
    for (const [i, step] of tr.steps.entries()) {
      step.getMap().forEach((from, to, newFrom, newTo) => {
        if (to - from >= SHORTEST_MOVE) deleted.add(words(piecesText(docPieces(tr.docs[i]!, from, to))))
        if (newTo - newFrom >= SHORTEST_MOVE) inserted.push(words(piecesText(docPieces(tr.docs[i + 1] ?? tr.doc, newFrom, newTo))))
      })
    }
  }
  return inserted.some((text) => text.length >= SHORTEST_MOVE && deleted.has(text))
}
