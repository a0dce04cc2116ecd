import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { findMentions, type Mention, type MentionIndex } from '#/lib/codebook/find-mentions.ts'
import { LINE_BREAK } from '#/lib/text/block.ts'
import type { ReaderModel } from './reader-model.ts'
import type { PositionRange } from './visible-range.ts'

/** A name of an actor in the text that no statement there names. */
export interface ActorHint {
  from: number
  to: number
  actorId: string
  title: string
}

// Blocks are immutable: while a block and the codebook stay, so do its mentions.
const known = new WeakMap<MentionIndex, WeakMap<ProseMirrorNode, Mention[]>>()

/** The names of actors in a part of the text that are not tagged with that actor yet. */
export function actorHints(model: ReaderModel, { from, to }: PositionRange): ActorHint[] {
  const { view, store } = model
  const { positions } = store
  const { codebook } = model.ui.get()
  if (!view || !model.can('tag')) return []
  const near = store.arrange().filter(({ passage: { row } }) => positions.from[row]! < to && positions.to[row]! > from)
  const isTagged = (place: PositionRange, actorId: string): boolean =>
    near.some(
      ({ passage: { row, annotation } }) =>
        positions.from[row]! < place.to && positions.to[row]! > place.from && annotation.actors.some((tag) => tag.actorId === actorId),
    )
  const hints: ActorHint[] = []
  view.state.doc.nodesBetween(from, to, (node, position) => {
    if (!node.isTextblock) return true
    for (const { actorId, start, end } of mentionsIn(node, codebook.mentions)) {
      const place = { from: position + 1 + start, to: position + 1 + end }
      if (isTagged(place, actorId)) continue
      hints.push({ ...place, actorId, title: `${codebook.actorName(actorId)}, not tagged yet` })
    }
    return false
  })
  return hints
}

/** The hint at a position, if any. */
export function hintAt(model: ReaderModel, position: number): ActorHint | undefined {
  return actorHints(model, { from: position, to: position }).find(({ from, to }) => from <= position && position <= to)
}

function mentionsIn(block: ProseMirrorNode, index: MentionIndex): Mention[] {
  let blocks = known.get(index)
  if (!blocks) {
    blocks = new WeakMap()
    known.set(index, blocks)
  }
  let mentions = blocks.get(block)
  if (!mentions) {
    mentions = findMentions(index, block.textBetween(0, block.content.size, '\n', LINE_BREAK))
    blocks.set(block, mentions)
  }
  return mentions
}
