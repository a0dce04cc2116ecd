import type { Node as PMNode } from '@tiptap/pm/model'
import { LINE_BREAK } from '#/lib/text/block.ts'

/** A block of words, wherever in the document it stands. */
export interface WordBlock {
  node: PMNode
  /** Position before it. */
  pos: number
  /** Offset of its first character in the plain text. */
  start: number
}

const cache = new WeakMap<PMNode, WordBlock[]>()

/** The blocks of words in order. */
export function wordBlocks(doc: PMNode): WordBlock[] {
  let blocks = cache.get(doc)
  if (blocks) return blocks
  blocks = []
  let start = 0
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true
    blocks!.push({ node, pos, start })
    start += node.content.size + 1
    return false
  })
  cache.set(doc, blocks)
  return blocks
}

/** What the editor shows: blocks joined by "\n", hard breaks as U+2028; every character as long as in the document. */
export function plainText(doc: PMNode): string {
  return doc.textBetween(0, doc.content.size, '\n', LINE_BREAK)
}

/** Offset of the plain text to document position. */
export function offsetToPos(doc: PMNode, offset: number): number {
  const block = wordBlocks(doc).findLast(({ start }) => start <= offset)!
  return block.pos + 1 + Math.min(offset - block.start, block.node.content.size)
}

/** Document position to offset of the plain text. */
export function posToOffset(doc: PMNode, pos: number): number {
  const block = wordBlocks(doc).findLast((each) => each.pos < pos)
  return block ? block.start + Math.min(Math.max(0, pos - block.pos - 1), block.node.content.size) : 0
}
