'use client'

import { memo } from 'react'
import { ThreadMark } from '#/components/talk/thread-mark.tsx'
import { Avatar } from '#/components/ui/avatar.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import type { Annotation } from '#/lib/annotation/model.ts'
import { langAttribute } from '#/lib/document/language-name.ts'
import { t } from '#/lib/message/t.ts'
import { CardMenu } from './card-menu.tsx'
import { CardNews } from './card-news.tsx'
import { clockTime } from './clock-time.ts'
import { ImportantMark } from './important-mark.tsx'
import { Thread } from './on-demand.tsx'
import { useModel, useReader } from './reader-context.ts'
import { StatementChips } from './statement-chips.tsx'
import { StatementFacts } from './statement-facts.tsx'
import { quoted } from './statement-words.ts'
import { usePeople } from './use-people.ts'

interface CardBodyProps {
  annotation: Annotation
  words: string
  isActive: boolean
}

/** What a card shows: who and what, the words, who tagged them and when; the active one shows memos and what can be done. Does not depend on where the card stands. */
export const CardBody = memo(function CardBody({ annotation, words, isActive }: CardBodyProps) {
  const model = useModel()
  const codebook = useReader((state) => state.codebook)
  const people = usePeople()
  const { id, memos, reanchored } = annotation
  const author = people(annotation.by)
  return (
    <>
      <StatementChips annotation={annotation} codebook={codebook} />
      <StatementFacts annotation={annotation} isFull={isActive} />
      <p className="card__q" dir="auto" lang={langAttribute(model.identity.language)}>
        {quoted(words, model.identity.language)}
      </p>
      {reanchored && reanchored.how !== 'resize' && (
        <p className="card__found">
          {t('Found again by')} {reanchored.by === model.identity.userId ? t('you') : <bdi>{people(reanchored.by).name}</bdi>},{' '}
          <time dateTime={new Date(reanchored.at).toISOString()}>{clockTime(reanchored.at)}</time>
        </p>
      )}
      {isActive &&
        memos.map((memo) => (
          <p key={memo.by} className="card__memo">
            <Icon name="memo" />
            <span dir="auto">
              {memo.by !== annotation.by && <b>{people(memo.by).name}: </b>}
              {memo.text}
            </span>
          </p>
        ))}
      {isActive && <CardNews />}
      <div className="card__foot">
        <Avatar person={author} small decorative />
        <span>
          {author.id === model.identity.userId ? t('You') : <bdi>{author.name}</bdi>} ·{' '}
          <time dateTime={new Date(annotation.createdAt).toISOString()}>{clockTime(annotation.createdAt)}</time>
        </span>
        <span className="end">
          <ImportantMark annotation={annotation} />
          {!isActive && memos.length > 0 && (
            <span title={t('Has a memo')}>
              <Icon name="memo" />
              <span className="sr">{t('Has a memo')}</span>
            </span>
          )}
          {!isActive && <ThreadMark annotationId={id} />}
          {isActive && <CardMenu id={id} />}
        </span>
      </div>
      {isActive && <Thread annotationId={id} />}
    </>
  )
})
