import type { Transaction } from '@tiptap/pm/state'
import type * as Y from 'yjs'
import type { AliasLog } from '#/lib/anchor/alias.ts'
import { type IdIndex, sliceRuns } from '#/lib/anchor/id-index.ts'
import { liveIndex } from '#/lib/anchor/live-index.ts'
import { livingBodies } from '#/lib/anchor/living-bodies.ts'
import type { IdRun } from '#/lib/annotation/model.ts'
import type { StepListener } from '#/lib/text/apply-step.ts'
import { docPieces, piecesText } from '#/lib/text/doc-slice.ts'

/**
 * Where nobody cut, pasted or dragged, shorter texts are not followed: a retyped word is not a moved one. In UTF-16 units,
 * openers at the ends not counted.
 */
const SHORTEST_MOVE = 4

/** A text with the identity its characters have (inserted) or had (deleted). */
export interface MovedText {
  text: string
  runs: IdRun[]
}
/** Old and new identity of moved characters, one for one. */
export interface Move {
  from: IdRun[]
  to: IdRun[]
}

/** A moved text's openers at either end depend on where the selection began, its words do not. */
const words = (text: string) => text.replace(/^\n+|\n+$/g, '')

/** Watches the writing of steps for texts that are deleted in one place and inserted in another (drag, cut and paste). */
export class MoveWatch implements StepListener {
  readonly deleted: MovedText[] = []
  #inserted: MovedText[] = []
  #text: Y.Text
  #cut: MovedText | null
  #shortest: number

  /** `cut`: what an earlier step cut, if this one may be pasting it. `isMeant`: whether a person cuts, pastes or drags. */
  constructor(text: Y.Text, cut: MovedText | null, isMeant: boolean) {
    this.#text = text
    this.#cut = cut
    this.#shortest = isMeant ? 1 : SHORTEST_MOVE
  }

  beforeDelete(index: number, length: number): void {
    this.#note(this.deleted, index, length)
  }

  afterInsert(index: number, length: number): void {
    this.#note(this.#inserted, index, length)
  }

  /**
   * The moves, when all steps are written. Characters that were brought back here since they were cut have not moved: what
   * was inserted are copies of them. Those that others moved meanwhile are taken along.
   */
  moves(log: AliasLog): Move[] {
    const gone = this.#cut ? [...this.deleted, this.#cut] : [...this.deleted]
    return this.#inserted.flatMap((insert) => {
      const at = gone.findIndex(({ text }) => words(text) === words(insert.text))
      // What is inserted twice is moved once; the other is a copy.
      const source = at < 0 ? undefined : gone.splice(at, 1)[0]
      return source ? pair(source, insert).map((move) => withoutCopies(liveIndex(this.#text), log, move)) : []
    })
  }

  #note(list: MovedText[], index: number, length: number): void {
    const ids = liveIndex(this.#text)
    const text = ids.slice(index, index + length)
    if (words(text).length >= this.#shortest) list.push({ text, runs: ids.runs(index, index + length) })
  }
}

/** Words with words, and openers with openers: before an end, or else at the other end, where a cut that began elsewhere has them. */
function pair(old: MovedText, now: MovedText): Move[] {
  const [a, b] = [parts(old), parts(now)]
  const [before, after] = [Math.min(a.before, b.before), Math.min(a.after, b.after)]
  const match = (oldFrom: number, newFrom: number, length: number): Move => ({
    from: sliceRuns(old.runs, oldFrom, oldFrom + length),
    to: sliceRuns(now.runs, newFrom, newFrom + length),
  })
  const moves = [
    match(a.before - before, b.before - before, before + a.length + after),
    match(0, b.before + b.length + after, Math.min(a.before - before, b.after - after)),
    match(a.before + a.length + after, 0, Math.min(a.after - after, b.before - before)),
  ]
  return moves.filter(({ from }) => from.length > 0)
}

/** How long the words are, and how many openers stand on either side. */
function parts({ text }: MovedText): { before: number; length: number; after: number } {
  const { length } = words(text)
  const before = text.search(/[^\n]/)
  return { before, length, after: text.length - before - length }
}

function withoutCopies(index: IdIndex, log: AliasLog, { from, to }: Move): Move {
  const own = index.text.doc?.clientID
  const move: Move = { from: [], to: [] }
  let begin = 0
  for (const run of from) {
    const here = livingBodies(index, log, run).parts.filter(({ body }) => body.client === own && body.rank.level > 0)
    let at = 0
    for (const part of [...here, { offset: run[2], length: 0 }]) {
      move.from.push(...sliceRuns([run], at, part.offset))
      move.to.push(...sliceRuns(to, begin + at, begin + part.offset))
      at = part.offset + part.length
    }
    begin += run[2]
  }
  return move
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
