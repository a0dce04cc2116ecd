import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'

/** A part of the editor's document, ProseMirror positions. */
export interface PositionRange {
  from: number
  to: number
}

/**
 * The blocks inside a window's visible part and some px above and below it. Two binary searches over sections and
 * blocks: a few rectangles are read, whatever the length of the document.
 * @param frame the scrolling element
 * @param margin px above and below that count as visible
 */
export function visibleRange(view: EditorView, frame: Element, margin: number): PositionRange {
  const { top, bottom } = frame.getBoundingClientRect()
  const { doc } = view.state
  const from = blockAt(doc, view.dom, top - margin, 'start')
  const to = blockAt(doc, view.dom, bottom + margin, 'end')
  return { from: Math.min(from, doc.content.size), to: Math.min(Math.max(from, to), doc.content.size) }
}

/** Position of the start or the end of the block at a height, descending through sections. */
function blockAt(doc: ProseMirrorNode, element: Element, y: number, side: 'start' | 'end'): number {
  let node = doc
  let position = 0
  let parent = element
  while (node.childCount > 0 && !node.isTextblock) {
    const index = Math.min(childAt(parent.children, y), node.childCount - 1)
    for (let before = 0; before < index; before++) position += node.child(before).nodeSize
    node = node.child(index)
    const child = parent.children[index]
    if (node.isTextblock || !child) return side === 'start' ? position : position + node.nodeSize
    parent = child
    position += 1
  }
  return position
}

/** Index of the first child whose bottom is not above `y`. */
function childAt(children: HTMLCollection, y: number): number {
  let low = 0
  let high = children.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (children[middle]!.getBoundingClientRect().bottom < y) low = middle + 1
    else high = middle
  }
  return Math.max(0, low)
}
