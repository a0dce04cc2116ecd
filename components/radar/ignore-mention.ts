import type { ReaderModel } from '#/components/reader/reader-model.ts'
import { attempt } from '#/components/ui/attempt.ts'
import { showToast } from '#/components/ui/toast-store.ts'
import { captureRuns } from '#/lib/anchor/capture.ts'
import { liveIndex } from '#/lib/anchor/live-index.ts'
import { nameFold } from '#/lib/codebook/name-fold.ts'
import type { MentionRejection, Reach } from '#/lib/codebook/radar/rejections.ts'
import { counted } from '#/lib/counted.ts'
import { newId } from '#/lib/id.ts'
import { t } from '#/lib/message/t.ts'
import { toFlat } from '#/lib/text/positions.ts'
import { rejectMentions, takeBackRejections } from '#/server/actions/mentions.ts'
import { REACH_WORDS } from './reach-names.ts'
import { rangeNow } from './take-mention.ts'
import { type UntaggedMention, untaggedAtSelection } from './untagged.ts'

/** Passes over names that do not mean these actors; shown at once, kept by the server, with a way back. */
export async function ignoreMentions(
  model: ReaderModel,
  mentions: readonly UntaggedMention[],
  actorIds: readonly string[],
  reach: Reach,
): Promise<void> {
  const { identity, radar } = model
  const wanted = mentions.flatMap((mention) => rejectionsOf(model, mention, actorIds, reach))
  const made = [...new Map(wanted.map((one) => [reach === 'here' ? one.id : `${one.actorId} ${one.words}`, one])).values()]
  if (made.length === 0) return
  radar.setRejections([...radar.state.get().rejections, ...made])
  const takeOut = () => radar.setRejections(radar.state.get().rejections.filter(({ id }) => !made.some((one) => one.id === id)))
  const result = await attempt(rejectMentions(identity.workspaceId, made))
  if (!result.ok) {
    takeOut()
    showToast(result.reason)
    return
  }
  const undo = async () => {
    takeOut()
    const back = await attempt(
      takeBackRejections(
        identity.workspaceId,
        made.map(({ id }) => id),
      ),
    )
    if (back.ok) return
    radar.setRejections([...radar.state.get().rejections, ...made])
    showToast(back.reason)
  }
  const what = mentions.length === 1 ? `“${mentions[0]!.words}”` : counted(mentions.length, 'mention')
  showToast(t('Ignored {what} {reach}.', { what, reach: REACH_WORDS[reach] }), { label: t('Undo'), run: () => void undo() })
}

/** Passes over the name at the caret, here only; false when none stands there. */
export function ignoreMention(model: ReaderModel): boolean {
  const mention = untaggedAtSelection(model)
  if (mention) void ignoreMentions(model, [mention], mention.actorIds, 'here')
  return mention !== null
}

function rejectionsOf(model: ReaderModel, mention: UntaggedMention, actorIds: readonly string[], reach: Reach): MentionRejection[] {
  const { view, source, identity } = model
  const range = rangeNow(model, mention)
  if (!view || !range) return []
  const index = liveIndex(source.text)
  const [start, end] = [toFlat(view.state.doc, range.from) - index.base, toFlat(view.state.doc, range.to) - index.base]
  return actorIds.map((actorId) => ({
    id: newId(),
    actorId,
    words: nameFold(mention.words),
    documentId: reach === 'everywhere' ? null : identity.documentId,
    runs: reach === 'here' ? captureRuns(index, start, end) : null,
  }))
}
