import type { Node as PMNode } from '@tiptap/pm/model'

/**
 * Positions of the editor's document against indexes of the flat text. The document is sections of blocks; a section has
 * no place in the flat text, and a block is one index longer there than its words (its opener) and two in the document.
 */
export interface BlockPlace {
  node: PMNode
  /** Position before the block in the document. */
  pos: number
  /** Index of its opener in the flat text. */
  flat: number
}

interface SectionIndex {
  /** Per block, relative to the section: position before it, and flat index of its opener. */
  pos: number[]
  flat: number[]
  /** Flat length of the section. */
  size: number
}
interface DocIndex {
  sections: PMNode[]
  /** Per section: position before it, and flat index of its first opener. */
  pos: number[]
  flat: number[]
  size: number
}

// Nodes are immutable and shared between versions of a document: after a keystroke only one section is counted again.
const sectionIndexes = new WeakMap<PMNode, SectionIndex>()
const docIndexes = new WeakMap<PMNode, DocIndex>()

function indexSection(section: PMNode): SectionIndex {
  let index = sectionIndexes.get(section)
  if (index) return index
  index = { pos: [], flat: [], size: 0 }
  let pos = 1
  for (const block of section.children) {
    index.pos.push(pos)
    index.flat.push(index.size)
    pos += block.nodeSize
    index.size += block.nodeSize - 1
  }
  sectionIndexes.set(section, index)
  return index
}

function indexDoc(doc: PMNode): DocIndex {
  let index = docIndexes.get(doc)
  if (index) return index
  index = { sections: [], pos: [], flat: [], size: 0 }
  let pos = 0
  for (const section of doc.children) {
    index.sections.push(section)
    index.pos.push(pos)
    index.flat.push(index.size)
    pos += section.nodeSize
    index.size += indexSection(section).size
  }
  docIndexes.set(doc, index)
  return index
}

/** Index of the last element below `limit`, -1 when there is none. `sorted` ascends. */
function lastBelow(sorted: readonly number[], limit: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < limit) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Length of the flat text this document stands for, openers included. */
export function flatSize(doc: PMNode): number {
  return indexDoc(doc).size
}

/** Document position to index of the flat text. Between two blocks: the index of the second one's opener. */
export function toFlat(doc: PMNode, pos: number): number {
  const block = blockBefore(doc, pos, 'pos')
  return block ? block.flat + Math.min(pos - block.pos, block.node.nodeSize - 1) : 0
}

/** Index of the flat text to document position. The index of an opener is the end of the block before it; 0 is 0. */
export function toPos(doc: PMNode, flat: number): number {
  const block = blockBefore(doc, flat, 'flat')
  return block ? block.pos + Math.min(flat - block.flat, block.node.nodeSize - 1) : 0
}

/** The last block that begins below `limit`, counted in document positions or in flat indexes. */
function blockBefore(doc: PMNode, limit: number, unit: 'pos' | 'flat'): BlockPlace | null {
  const index = indexDoc(doc)
  let s = lastBelow(index[unit], limit)
  if (s < 0) return null
  let b = lastBelow(indexSection(index.sections[s]!)[unit], limit - index[unit][s]!)
  if (b < 0) {
    // The limit is at the section's own opening token: the block is the last one of the section before.
    if (--s < 0) return null
    b = index.sections[s]!.childCount - 1
  }
  return place(index, s, b)
}

/** The blocks that begin before `to`, from the one that holds or follows `from`; both in the given unit. */
export function* blocksBetween(doc: PMNode, from: number, to: number, unit: 'pos' | 'flat'): Generator<BlockPlace> {
  const index = indexDoc(doc)
  let s = Math.max(0, lastBelow(index[unit], from))
  const first = index.sections[s]
  if (!first) return
  let b = Math.max(0, lastBelow(indexSection(first)[unit], from - index[unit][s]!))
  for (; s < index.sections.length; s++, b = 0) {
    const { childCount } = index.sections[s]!
    for (; b < childCount; b++) {
      const block = place(index, s, b)
      if (block[unit] >= to) return
      yield block
    }
  }
}

/** Every block of the document in order, with its places. */
export function allBlocks(doc: PMNode): BlockPlace[] {
  return [...blocksBetween(doc, 0, Number.POSITIVE_INFINITY, 'pos')]
}

function place(index: DocIndex, section: number, block: number): BlockPlace {
  const parent = index.sections[section]!
  const inside = indexSection(parent)
  return { node: parent.child(block), pos: index.pos[section]! + inside.pos[block]!, flat: index.flat[section]! + inside.flat[block]! }
}
