'use client'

import { useLayoutEffect, useRef } from 'react'
import type { Observable } from '#/components/reader/observable.ts'
import type { PageLayout } from '#/components/reader/page-painter.ts'
import { placePopover } from '#/components/reader/place-popover.ts'
import { useModel, useObservable, useReader } from '#/components/reader/reader-context.ts'
import { ActorKindIcon } from '#/components/ui/actor-kind-icon.tsx'
import { Kbd } from '#/components/ui/kbd.tsx'
import { t } from '#/lib/message/t.ts'
import { ignoreMentions } from './ignore-mention.ts'
import { IgnoreMenu } from './ignore-menu.tsx'
import { rangeNow, tagMentions } from './take-mention.ts'
import type { UntaggedMention } from './untagged.ts'
import { useOfferedMention } from './use-offered-mention.ts'

/** What can be done with the untagged name at the caret: one key tags it. */
export function MentionOffer({ layout }: { layout: Observable<PageLayout> }) {
  const mention = useOfferedMention()
  return mention && <Offer mention={mention} layout={layout} />
}

function Offer({ mention, layout }: { mention: UntaggedMention; layout: Observable<PageLayout> }) {
  const model = useModel()
  const codebook = useReader((state) => state.codebook)
  const round = useObservable(layout, (page) => page.round)
  const box = useRef<HTMLDivElement>(null)
  const { actorIds, words } = mention

  // biome-ignore lint/correctness/useExhaustiveDependencies: placed anew when the lines may have moved
  useLayoutEffect(() => {
    const range = rangeNow(model, mention)
    if (box.current && model.view && range) placePopover(box.current, model.view, range)
  }, [model, mention, round])

  return (
    <div ref={box} className="offer" role="toolbar" aria-label={t('“{words}” is not tagged', { words })}>
      {actorIds.map((actorId, at) => (
        <button
          key={actorId}
          type="button"
          className="btn btn--quiet"
          aria-keyshortcuts={at === 0 ? 'Enter' : undefined}
          // the caret in the text must survive the press
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => {
            tagMentions(model, [mention], actorId)
            model.focusText()
          }}
        >
          <span className="muted">{t('Tag as')}</span>
          <ActorKindIcon kind={codebook.actor(actorId)?.kind ?? 'other'} />
          <bdi>{codebook.actorName(actorId)}</bdi>
          {at === 0 && <Kbd>↵</Kbd>}
        </button>
      ))}
      <IgnoreMenu what={words} onIgnore={(reach) => void ignoreMentions(model, [mention], actorIds, reach)} />
    </div>
  )
}
