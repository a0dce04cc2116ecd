import { TextSelection } from '@tiptap/pm/state'
import { capturePassage } from '#/components/reader/canonical-range.ts'
import type { ReaderModel } from '#/components/reader/reader-model.ts'
import { defaultRole, EMPTY_DRAFT, type TagDraft } from '#/components/reader/tag-draft.ts'
import { openNew } from '#/components/reader/tag-passage.ts'
import { showUndoToast } from '#/components/reader/undo-toast.ts'
import { createAnnotation } from '#/lib/annotation/commands.ts'
import { counted } from '#/lib/counted.ts'
import { t } from '#/lib/message/t.ts'
import { placeOf } from './radar.ts'
import { type UntaggedMention, untaggedAtSelection } from './untagged.ts'

/**
 * Tags names with an actor in one step, which one undo takes back. A name alone says that somebody is mentioned, not that they speak
 * or act; who sees more in it changes the role.
 */
export function tagMentions(model: ReaderModel, mentions: readonly UntaggedMention[], actorId: string): void {
  const { view, layer, origin, source, identity } = model
  if (!view || !model.can('tag')) return
  const tagged: string[] = []
  // What goes before must not be undone with it.
  model.undo?.seal()
  layer.transact(() => {
    for (const mention of mentions) {
      const range = rangeNow(model, mention)
      const captured = range && capturePassage(view.state.doc, source.text, range)
      if (!captured) continue
      const { runs, quote } = captured
      const actors = [{ actorId, role: 'mentioned' as const }]
      tagged.push(createAnnotation(layer, { userId: identity.userId, runs, quote, actors, themes: [] }, origin))
    }
  }, origin)
  const name = model.ui.get().codebook.actorName(actorId)
  if (tagged.length === 0) return
  if (tagged.length === 1) model.ui.set({ activeId: tagged[0]! })
  showUndoToast(
    model,
    tagged.length === 1
      ? t('Tagged {name}, mentioned.', { name })
      : t('Tagged {mentions} of {name}.', { mentions: counted(tagged.length, 'mention'), name }),
  )
  model.announce(t('Tagged: {name}, mentioned', { name }))
}

/** Tags the name at the caret with its actor; when it may be several, opens the popover to choose. False when none stands there. */
export function takeMention(model: ReaderModel): boolean {
  const mention = untaggedAtSelection(model)
  if (!mention) return false
  const [actorId] = mention.actorIds
  if (mention.actorIds.length > 1) openMention(model)
  else if (actorId) tagMentions(model, [mention], actorId)
  return true
}

/** Opens the popover on the name at the caret, with its actor in it when it can only be one; false when none stands there. */
export function openMention(model: ReaderModel): boolean {
  const { view } = model
  const mention = untaggedAtSelection(model)
  if (!view || !mention) return false
  const { from, to, actorIds } = mention
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, from, to)))
  const chips: TagDraft['chips'] = actorIds.length === 1 ? [{ kind: 'actor', id: actorIds[0]!, role: defaultRole([]) }] : []
  openNew(model, { from, to }, { ...EMPTY_DRAFT, chips })
  return true
}

/** Where the words of a mention are now; null when their paragraph was changed meanwhile. */
export function rangeNow({ view }: ReaderModel, { block, blockStart, from, to }: UntaggedMention): { from: number; to: number } | null {
  const pos = view && placeOf(view.state.doc, block)
  return pos === null ? null : { from: from - blockStart + pos + 1, to: to - blockStart + pos + 1 }
}
