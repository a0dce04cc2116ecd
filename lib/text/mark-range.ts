import type { MarkType } from 'prosemirror-model'
import type { Transaction } from 'prosemirror-state'

/** What a selection within words of one mark is about: those words as far as the mark reaches; else the selection itself. */
export function markRange({ selection }: Transaction, type: MarkType): { from: number; to: number } {
  const { $from, from, to } = selection
  const { parent } = $from
  const at = [parent.childAfter($from.parentOffset), parent.childBefore($from.parentOffset)].find(
    ({ node }) => node && type.isInSet(node.marks),
  )
  const mark = at?.node && type.isInSet(at.node.marks)
  if (!at || !mark) return { from, to }
  let [start, end] = [at.offset, at.offset + at.node!.nodeSize]
  for (let i = at.index - 1; i >= 0 && mark.isInSet(parent.child(i).marks); i--) start -= parent.child(i).nodeSize
  for (let i = at.index + 1; i < parent.childCount && mark.isInSet(parent.child(i).marks); i++) end += parent.child(i).nodeSize
  const [first, last] = [$from.start() + start, $from.start() + end]
  return first <= from && last >= to ? { from: first, to: last } : { from, to }
}
