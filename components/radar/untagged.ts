import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import type { ReaderModel } from '#/components/reader/reader-model.ts'
import type { PositionRange } from '#/components/reader/visible-range.ts'
import { liveIndex } from '#/lib/anchor/live-index.ts'
import { Rejections } from '#/lib/codebook/radar/rejections.ts'
import { TaggedPlaces } from '#/lib/codebook/radar/tagged-places.ts'
import { resolveId } from '#/lib/codebook/resolve-id.ts'
import { t } from '#/lib/message/t.ts'
import { LINE_BREAK } from '#/lib/text/block.ts'
import { type BlockPlace, blocksBetween } from '#/lib/text/positions.ts'

/** A name of actors in the text that no statement there names. ProseMirror positions. */
export interface UntaggedMention extends PositionRange {
  /** Whom it may mean: more than one when they share the name. */
  actorIds: readonly string[]
  /** As the text has it. */
  words: string
  /** The paragraph, and where its words begin. */
  block: ProseMirrorNode
  blockStart: number
}

/**
 * The untagged names in a part of the text, or in all of it, in order. A name is tagged when a statement whose passage covers it names
 * one of the actors it may mean. Nothing for who may not tag, or has switched this off.
 */
export function untaggedIn(model: ReaderModel, range: PositionRange | 'all'): UntaggedMention[] {
  const { view, radar } = model
  if (!view || !model.can('tag') || !model.ui.get().radar) return []
  const { from, to } = range === 'all' ? { from: 0, to: view.state.doc.content.size } : range
  const tagged = taggedPlaces(model, from, to)
  const rejections = new Rejections(radar.state.get().rejections, model.identity.documentId)
  const untagged: UntaggedMention[] = []
  for (const block of blocksBetween(view.state.doc, from, to, 'pos')) {
    const blockStart = block.pos + 1
    for (const { start, end, actorIds: found } of radar.mentionsIn(block.node)) {
      if (tagged.covers(found, blockStart + start, blockStart + end)) continue
      const words = block.node.textBetween(start, end, '\n', LINE_BREAK)
      const actorIds = rejections.left(found, words, () => runsOf(model, block, start, end))
      if (actorIds.length > 0)
        untagged.push({ from: blockStart + start, to: blockStart + end, actorIds, words, block: block.node, blockStart })
    }
  }
  return untagged
}

/** The untagged name that holds the caret or all of what is selected. */
export function untaggedAtSelection(model: ReaderModel): UntaggedMention | null {
  const selection = model.view?.state.selection
  if (!selection) return null
  const { from, to } = selection
  return untaggedIn(model, { from, to: Math.max(to, from + 1) }).find((mention) => mention.from <= from && mention.to >= to) ?? null
}

/** The characters of words of a paragraph, by identity. */
function runsOf(model: ReaderModel, { flat }: BlockPlace, start: number, end: number) {
  return liveIndex(model.source.text).runs(flat + 1 + start, flat + 1 + end)
}

function taggedPlaces({ store, ui }: ReaderModel, from: number, to: number): TaggedPlaces {
  const { positions } = store
  const { merged } = ui.get().codebook.book
  const near = store.anchored().filter(({ row }) => positions.from[row]! < to && positions.to[row]! > from)
  return new TaggedPlaces(
    near.map(({ row, annotation }) => ({
      from: positions.from[row]!,
      to: positions.to[row]!,
      actorIds: annotation.actors.map(({ actorId }) => resolveId(merged, actorId)),
    })),
  )
}

/** What is said of an untagged name. */
export function untaggedWords(model: ReaderModel, { actorIds }: Pick<UntaggedMention, 'actorIds'>): string {
  const names = actorIds.map((id) => model.ui.get().codebook.actorName(id))
  return t('{names}, not tagged', { names: names.join(t(' or ')) })
}
