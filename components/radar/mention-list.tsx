'use client'

import { TextSelection } from '@tiptap/pm/state'
import { useMemo, useState } from 'react'
import { useModel, useReader } from '#/components/reader/reader-context.ts'
import { scrollToPosition } from '#/components/reader/select-passage.ts'
import { ActorKindIcon } from '#/components/ui/actor-kind-icon.tsx'
import { Button } from '#/components/ui/button.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import { wordsAround } from '#/lib/codebook/radar/words-around.ts'
import { counted } from '#/lib/counted.ts'
import { t } from '#/lib/message/t.ts'
import { ignoreMentions } from './ignore-mention.ts'
import { IgnoreMenu } from './ignore-menu.tsx'
import { rangeNow, tagMentions } from './take-mention.ts'
import type { UntaggedMention } from './untagged.ts'

/** Mentions of one actor shown before "Show all". */
const SHOWN = 6
/** Characters of a paragraph shown on either side. */
const AROUND = 42

/** The untagged names of the document by actor: each, or all of an actor, can be tagged or ignored. */
export function MentionList({ mentions }: { mentions: readonly UntaggedMention[] }) {
  const codebook = useReader((state) => state.codebook)
  const groups = useMemo(() => {
    const byActor = new Map<string, UntaggedMention[]>()
    for (const mention of mentions)
      for (const id of mention.actorIds) {
        const group = byActor.get(id)
        if (group) group.push(mention)
        else byActor.set(id, [mention])
      }
    return [...byActor].sort((a, b) => b[1].length - a[1].length || codebook.actorName(a[0]).localeCompare(codebook.actorName(b[0])))
  }, [mentions, codebook])
  return (
    <section className="mentionlist" aria-label={t('Untagged names')}>
      {groups.map(([actorId, list]) => (
        <MentionGroup key={actorId} actorId={actorId} mentions={list} />
      ))}
    </section>
  )
}

function MentionGroup({ actorId, mentions }: { actorId: string; mentions: readonly UntaggedMention[] }) {
  const model = useModel()
  const codebook = useReader((state) => state.codebook)
  const [isOpen, setOpen] = useState(false)
  const name = codebook.actorName(actorId)
  const shown = isOpen ? mentions : mentions.slice(0, SHOWN)
  const all = counted(mentions.length, 'mention')
  return (
    <section className="mentiongroup" aria-label={`${name}, ${all}`}>
      <header className="mentiongroup__head">
        <ActorKindIcon kind={codebook.actor(actorId)?.kind ?? 'other'} />
        <h3>
          <bdi>{name}</bdi>
        </h3>
        <span className="num faint">{mentions.length}</span>
        <span className="grow" />
        <Button look="quiet" aria-label={t('Tag all {all} of {name}', { all, name })} onClick={() => tagMentions(model, mentions, actorId)}>
          {t('Tag all')}
        </Button>
        <IgnoreMenu
          what={t('all {all} of {name}', { all, name })}
          reaches={['document', 'everywhere']}
          onIgnore={(reach) => void ignoreMentions(model, mentions, [actorId], reach)}
        />
      </header>
      <ul>
        {shown.map((mention) => (
          <MentionRow key={`${mention.from} ${mention.to}`} mention={mention} actorId={actorId} name={name} />
        ))}
      </ul>
      {mentions.length > shown.length && (
        <Button look="quiet" onClick={() => setOpen(true)}>
          {t('Show all {mentions}', { mentions: mentions.length })}
        </Button>
      )}
    </section>
  )
}

function MentionRow({ mention, actorId, name }: { mention: UntaggedMention; actorId: string; name: string }) {
  const model = useModel()
  const { block, blockStart, from, to, words } = mention
  const text = block.textBetween(0, block.content.size, ' ', ' ')
  const { before, after } = wordsAround(text, from - blockStart, to - blockStart, AROUND)
  const goTo = () => {
    const range = rangeNow(model, mention)
    const { view } = model
    if (!range || !view) return
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, range.from)))
    model.focusText()
    scrollToPosition(model, range.from)
  }
  return (
    <li className="mentionrow">
      <button type="button" className="mentionrow__go" dir="auto" onClick={goTo}>
        <span className="sr">{t('Go to:')} </span>
        {before}
        <b>{words}</b>
        {after}
      </button>
      {mention.actorIds.length > 1 && (
        <span className="mentionrow__also faint">
          {t('may mean {actors}', { actors: counted(mention.actorIds.length - 1, 'other actor') })}
        </span>
      )}
      <button
        type="button"
        className="ibtn ibtn--s"
        aria-label={t('Tag “{words}” as {name}', { words, name })}
        title={t('Tag')}
        onClick={() => tagMentions(model, [mention], actorId)}
      >
        <Icon name="check" small />
      </button>
      <button
        type="button"
        className="ibtn ibtn--s"
        aria-label={t('Ignore “{words}” here', { words })}
        title={t('Ignore here')}
        onClick={() => void ignoreMentions(model, [mention], [actorId], 'here')}
      >
        <Icon name="x" small />
      </button>
    </li>
  )
}
