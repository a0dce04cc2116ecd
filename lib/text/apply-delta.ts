import { Fragment, type Schema, Slice } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { ReplaceStep } from '@tiptap/pm/transform'
import { BLOCK_FORMAT, blockCode, blockKind } from '#/lib/text/block-code.ts'
import { linkTarget } from '#/lib/text/link-target.ts'
import { blocksBetween, toPos } from '#/lib/text/positions.ts'
import { blockNode, inlineNodes } from '#/lib/text/text-to-doc.ts'

/** One operation of a Y.Text event. */
export interface DeltaOp {
  retain?: number
  delete?: number
  insert?: unknown
  attributes?: Record<string, unknown>
}

/**
 * Adds a change of the flat text to a transaction as fine-grained steps, so that selections and decorations elsewhere stay.
 * False when the change touches the first opener or holds something that is no text: then only a full rendering is right.
 */
export function applyDelta(tr: Transaction, delta: readonly DeltaOp[]): boolean {
  let flat = 0
  for (const op of delta) {
    if (op.retain !== undefined) {
      if (op.attributes) formatRange(tr, flat, flat + op.retain, op.attributes)
      flat += op.retain
    } else if (flat === 0) {
      return false
    } else if (op.delete !== undefined) {
      tr.step(new ReplaceStep(toPos(tr.doc, flat), toPos(tr.doc, flat + op.delete), Slice.empty))
    } else if (typeof op.insert === 'string') {
      insertText(tr, flat, op.insert, op.attributes ?? {})
      flat += op.insert.length
    } else {
      return false
    }
  }
  return true
}

function insertText(tr: Transaction, flat: number, text: string, attributes: Record<string, unknown>): void {
  const { schema } = tr.doc.type
  const format = { ...(attributes.bold === true && { bold: true as const }), ...(attributes.italic === true && { italic: true as const }) }
  const href = linkTarget(attributes.link)
  const nodes = (words: string) => inlineNodes(schema, { text: words, ...format, ...(href !== null && { href }) })
  const [first = '', ...rest] = text.split('\n')
  const pos = toPos(tr.doc, flat)
  if (rest.length === 0) {
    tr.step(new ReplaceStep(pos, pos, new Slice(Fragment.from(nodes(first)), 0, 0)))
    return
  }
  const kind = blockKind(attributes[BLOCK_FORMAT])
  const blocks = rest.map((words) => blockNode(schema, { ...kind, spans: [] }).copy(Fragment.from(nodes(words))))
  tr.step(new ReplaceStep(pos, pos, new Slice(Fragment.from([schema.nodes.paragraph!.create(null, nodes(first)), ...blocks]), 1, 1)))
}

function formatRange(tr: Transaction, from: number, to: number, attributes: Record<string, unknown>): void {
  const { schema } = tr.doc.type
  // Listed first: setting a block's kind makes a new document.
  for (const { node, pos, flat } of [...blocksBetween(tr.doc, from, to, 'flat')]) {
    if (BLOCK_FORMAT in attributes && flat >= from) {
      const kind = blockNode(schema, { ...blockKind(attributes[BLOCK_FORMAT]), spans: [] })
      const current = blockCode({ ...node.attrs, type: node.type.name as 'paragraph' })
      if (current !== blockCode({ ...kind.attrs, type: kind.type.name as 'paragraph' })) tr.setNodeMarkup(pos, kind.type, kind.attrs, [])
    }
    const start = pos + Math.max(1, from - flat)
    const end = pos + Math.min(node.nodeSize - 1, to - flat)
    if (end > start) markRange(tr, schema, start, end, attributes)
  }
}

function markRange(tr: Transaction, schema: Schema, from: number, to: number, attributes: Record<string, unknown>): void {
  for (const name of ['bold', 'italic', 'link'] as const) {
    if (!(name in attributes)) continue
    const type = schema.marks[name]!
    const href = name === 'link' ? linkTarget(attributes.link) : null
    const wanted = name === 'link' ? href !== null : attributes[name] === true
    if (wanted) tr.addMark(from, to, type.create(name === 'link' ? { href } : null))
    else tr.removeMark(from, to, type)
  }
}
