import { type EditorState, Selection, type Transaction } from '@tiptap/pm/state'
import { type Mapping, ReplaceStep, type Step } from '@tiptap/pm/transform'
import type { DeltaOp } from '#/lib/text/apply-delta.ts'
import { toFlat } from '#/lib/text/positions.ts'

/**
 * Whether a change of the flat text would redraw the block the caret is in. While an input method composes there, nothing
 * but its own words may change in that block: browsers begin the composition anew on another node, and the words are there twice.
 */
export function touchesCaretBlock({ doc, selection: { $from, $to } }: EditorState, delta: readonly DeltaOp[]): boolean {
  if (!$from.parent.isTextblock || !$to.parent.isTextblock) return true
  const opener = toFlat(doc, $from.before())
  const end = toFlat(doc, $to.end())
  let flat = 0
  for (const { retain, delete: removed, attributes } of delta) {
    if (retain !== undefined) {
      if (attributes && flat < end && flat + retain > opener) return true
      flat += retain
    } else if (removed !== undefined) {
      if (flat <= end && flat + removed > opener) return true
      flat += removed
    } else if (flat > opener && flat <= end) return true
  }
  return false
}

/**
 * Adds to a transaction the way from "as shown, with what the person did" to "changed by others, then what the person
 * did": takes `own` back, lets `change` in, does `own` again where its places now are. As prosemirror-collab rebases, but
 * words typed into what others deleted are kept, as the flat text keeps them.
 * @param own transactions of the editor that end at the transaction's document, oldest first
 * @returns index in `tr.steps` of the first step done again
 */
export function rebaseOwn(tr: Transaction, own: readonly Transaction[], change: () => void): number {
  const steps = own.flatMap((done) => done.steps.map((step, i) => ({ step, back: step.invert(done.docs[i]!) })))
  for (const { back } of steps.toReversed()) tr.step(back)
  change()
  const first = tr.steps.length
  for (const [i, { step }] of steps.entries()) {
    const taken = steps.length - i
    const { mapping } = tr
    const moved = step.map(mapping.slice(taken))
    if ((moved && !tr.maybeStep(moved).failed) || insertNear(tr, step, taken)) mirror(mapping, taken - 1, tr.steps.length - 1)
  }
  return first
}

function insertNear(tr: Transaction, step: Step, taken: number): boolean {
  if (!(step instanceof ReplaceStep) || step.slice.size === 0) return false
  const { from } = Selection.near(tr.doc.resolve(tr.mapping.slice(taken).map(step.from, -1)), -1)
  return !tr.maybeStep(new ReplaceStep(from, from, step.slice)).failed
}

/** A place inside what was taken back is found again inside what is done again. As prosemirror-collab calls it; left out of the types. */
function mirror(mapping: Mapping, back: number, again: number): void {
  ;(mapping as Mapping & { setMirror(a: number, b: number): void }).setMirror(back, again)
}
