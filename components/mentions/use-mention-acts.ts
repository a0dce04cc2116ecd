'use client'

import { useState } from 'react'
import { REACH_WORDS } from '#/components/radar/reach-names.ts'
import { attempt } from '#/components/ui/attempt.ts'
import { showToast } from '#/components/ui/toast-store.ts'
import type { ListedMention, MentionFilter } from '#/lib/codebook/radar/listed-mention.ts'
import type { MentionRejection, Reach } from '#/lib/codebook/radar/rejections.ts'
import { counted } from '#/lib/counted.ts'
import { newId } from '#/lib/id.ts'
import { t } from '#/lib/message/t.ts'
import { rejectMentions, tagListedMentions, tagMentions, takeBackRejections, takeBackTags } from '#/server/actions/mentions.ts'

/** A mention with the actor it is to be tagged with, or is not. */
export interface ChosenMention {
  mention: ListedMention
  actorId: string
}

export interface MentionActs {
  /** Something is being done. */
  isBusy: boolean
  tag(chosen: readonly ChosenMention[]): Promise<boolean>
  tagAll(filter: MentionFilter): Promise<boolean>
  ignore(chosen: readonly ChosenMention[], reach: Reach): Promise<boolean>
}

type Tagged = Extract<Awaited<ReturnType<typeof tagMentions>>, { ok: true }>

/** What can be done with mentions of the list; each says what it did and can be taken back. True when it was done. */
export function useMentionActs(workspaceId: string, reload: () => void): MentionActs {
  const [isBusy, setBusy] = useState(false)
  const busily = async (work: () => Promise<boolean>): Promise<boolean> => {
    setBusy(true)
    return await work().finally(() => setBusy(false))
  }
  const saidTagged = (result: Tagged | { ok: false; reason: string }): boolean => {
    if (!result.ok) {
      showToast(result.reason)
      return false
    }
    const undo = async () => {
      const back = await attempt(takeBackTags(workspaceId, result.made))
      showToast(back.ok ? t('{tags} taken back.', { tags: counted(back.taken, 'tag') }) : back.reason)
      reload()
    }
    showToast(taggedWords(result), result.tagged > 0 ? { label: t('Undo'), run: () => void undo() } : undefined)
    return true
  }
  return {
    isBusy,
    tag: (chosen) =>
      busily(async () => {
        const wanted = chosen.map(({ mention: { documentId, words, runs }, actorId }) => ({ documentId, words, runs, actorId }))
        return saidTagged(await attempt(tagMentions(workspaceId, wanted)))
      }),
    tagAll: (filter) => busily(async () => saidTagged(await attempt(tagListedMentions(workspaceId, filter)))),
    ignore: (chosen, reach) =>
      busily(async () => {
        const made = rejectionsOf(chosen, reach)
        const result = await attempt(rejectMentions(workspaceId, made))
        if (!result.ok) {
          showToast(result.reason)
          return false
        }
        const undo = async () => {
          const ids = made.map(({ id }) => id)
          const back = await attempt(takeBackRejections(workspaceId, ids))
          if (!back.ok) showToast(back.reason)
          reload()
        }
        showToast(t('Ignored {mentions} {reach}.', { mentions: counted(chosen.length, 'mention'), reach: REACH_WORDS[reach] }), {
          label: t('Undo'),
          run: () => void undo(),
        })
        return true
      }),
  }
}

function taggedWords({ tagged, passed, unclear, more }: Tagged): string {
  const parts = [t('Tagged {mentions}.', { mentions: counted(tagged, 'mention') })]
  if (passed > 0) parts.push(t('{passed} were tagged or edited meanwhile.', { passed }))
  if (unclear > 0) parts.push(t('{unclear} may mean several actors and are left to you.', { unclear }))
  if (more) parts.push(t('There are more: do it again.'))
  return parts.join(' ')
}

/** One rejection for words that are rejected further than at their place. */
function rejectionsOf(chosen: readonly ChosenMention[], reach: Reach): MentionRejection[] {
  const made = new Map<string, MentionRejection>()
  for (const { mention, actorId } of chosen) {
    const { documentId, words, runs } = mention
    const id = newId()
    const key = reach === 'here' ? id : [actorId, words, reach === 'document' ? documentId : ''].join(' ')
    made.set(key, { id, actorId, words, documentId: reach === 'everywhere' ? null : documentId, runs: reach === 'here' ? runs : null })
  }
  return [...made.values()]
}
