import type { Node as PMNode } from '@tiptap/pm/model'
import { LINE_BREAK } from '#/lib/text/block.ts'
import { BLOCK_FORMAT, blockCode } from '#/lib/text/block-code.ts'
import type { FlatFormat } from '#/lib/text/flat.ts'
import { blocksBetween } from '#/lib/text/positions.ts'

/** A piece of the flat text with one format, as a range of the editor's document stands for it. */
export interface FlatPiece {
  text: string
  format: FlatFormat
}

/** The flat text and formats of the document between two positions: openers, words, hard breaks as U+2028. */
export function docPieces(doc: PMNode, from: number, to: number): FlatPiece[] {
  const pieces: FlatPiece[] = []
  for (const { node, pos } of blocksBetween(doc, from, to, 'pos')) {
    if (pos + node.nodeSize <= from) continue
    if (pos >= from)
      pieces.push({ text: '\n', format: { [BLOCK_FORMAT]: blockCode({ ...node.attrs, type: node.type.name as 'paragraph' }) } })
    const start = Math.max(0, from - pos - 1)
    const end = Math.min(node.content.size, to - pos - 1)
    if (end <= start) continue
    node.nodesBetween(start, end, (child, offset) => {
      const text = child.isText ? child.text!.slice(Math.max(0, start - offset), end - offset) : LINE_BREAK
      pieces.push({ text, format: markFormat(child) })
    })
  }
  return pieces
}

/** The text of pieces, joined. */
export function piecesText(pieces: readonly FlatPiece[]): string {
  return pieces.map((piece) => piece.text).join('')
}

/** The part of pieces between two indexes of their joined text. */
export function cutPieces(pieces: readonly FlatPiece[], from: number, to: number): FlatPiece[] {
  const part: FlatPiece[] = []
  let at = 0
  for (const { text, format } of pieces) {
    const words = text.slice(Math.max(0, from - at), Math.max(0, to - at))
    if (words !== '') part.push({ text: words, format })
    at += text.length
  }
  return part
}

function markFormat(node: PMNode): FlatFormat {
  const format: FlatFormat = {}
  for (const mark of node.marks) {
    if (mark.type.name === 'bold') format.bold = true
    else if (mark.type.name === 'italic') format.italic = true
    else if (mark.type.name === 'link') format.link = mark.attrs.href
  }
  return format
}
