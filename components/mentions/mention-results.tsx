'use client'

import Link from 'next/link'
import { useRef, useState } from 'react'
import { LoadMore } from '#/components/excerpts/load-more.tsx'
import { Button } from '#/components/ui/button.tsx'
import { ConfirmDialog } from '#/components/ui/confirm-dialog.tsx'
import { EmptyState } from '#/components/ui/empty-state.tsx'
import { Skeleton } from '#/components/ui/skeleton.tsx'
import type { ListedMention, MentionDocument, MentionFilter } from '#/lib/codebook/radar/listed-mention.ts'
import type { Reach } from '#/lib/codebook/radar/rejections.ts'
import { counted } from '#/lib/counted.ts'
import { shortDate } from '#/lib/date/short-date.ts'
import { langAttribute } from '#/lib/document/language-name.ts'
import { t } from '#/lib/message/t.ts'
import { MentionItem } from './mention-item.tsx'
import { MentionsBar } from './mentions-bar.tsx'
import type { ListActor } from './mentions-screen.tsx'
import { type ChosenMention, useMentionActs } from './use-mention-acts.ts'
import { type MentionPages, mentionKey } from './use-mention-pages.ts'

interface MentionResultsProps {
  workspaceId: string
  filter: MentionFilter
  pages: MentionPages
  actors: ReadonlyMap<string, ListActor>
  mayTag: boolean
}

/** The list itself, under the documents, with what can be done to it. */
export function MentionResults({ workspaceId, filter, pages, actors, mayTag }: MentionResultsProps) {
  const { page, isLoading, problem, isOld } = pages
  const scroller = useRef<HTMLElement>(null)
  const acts = useMentionActs(workspaceId, pages.reload)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [meant, setMeant] = useState<ReadonlyMap<string, string>>(new Map())
  const [asksAll, setAsksAll] = useState(false)

  const actorOf = (mention: ListedMention): string | null =>
    meant.get(mentionKey(mention)) ?? filter.actorId ?? (mention.actorIds.length === 1 ? (mention.actorIds[0] ?? null) : null)
  const toggle = (list: readonly ListedMention[]) => {
    const keys = list.map(mentionKey)
    const next = new Set(selected)
    if (keys.every((key) => selected.has(key))) for (const key of keys) next.delete(key)
    else for (const key of keys) next.add(key)
    setSelected(next)
  }
  const done = (list: readonly ListedMention[]) => {
    pages.remove(list)
    setSelected(new Set([...selected].filter((key) => !list.some((mention) => mentionKey(mention) === key))))
  }
  const tag = async (list: readonly ListedMention[]) => {
    const chosen = list.flatMap((mention): ChosenMention[] => {
      const actorId = actorOf(mention)
      return actorId ? [{ mention, actorId }] : []
    })
    if (chosen.length > 0 && (await acts.tag(chosen))) done(chosen.map(({ mention }) => mention))
  }
  const ignore = async (list: readonly ListedMention[], reach: Reach) => {
    const chosen = list.flatMap((mention) => {
      const actorId = actorOf(mention)
      return (actorId ? [actorId] : mention.actorIds).map((id) => ({ mention, actorId: id }))
    })
    if (!(await acts.ignore(chosen, reach))) return
    if (reach === 'here') done(list)
    else pages.reload()
    setSelected(new Set())
  }

  if (!page)
    return (
      <section className="results" aria-label={t('Results')}>
        {problem ? <Problem reason={problem} onRetry={pages.reload} /> : <Waiting />}
      </section>
    )
  const ticked = page.mentions.filter((mention) => selected.has(mentionKey(mention)))
  const clear = ticked.filter((mention) => actorOf(mention) !== null).length
  return (
    <section ref={scroller} className={isLoading ? 'results is-changing' : 'results'} aria-label={t('Results')}>
      <div className="rhead">
        <span className="rhead__count">
          <b>{counted(page.total, 'untagged name')}</b>
          {page.total > 0 && (
            <span className="muted"> {t('in {documents}', { documents: counted(page.byDocument.length, 'document') })}</span>
          )}
        </span>
        {isOld && (
          <Button look="quiet" icon="undo" onClick={pages.reload}>
            {t('Changed since. Read again')}
          </Button>
        )}
        {mayTag && page.total > 0 && (
          <Button busy={acts.isBusy} onClick={() => setAsksAll(true)}>
            {t('Tag all {total}', { total: page.total })}
          </Button>
        )}
      </div>
      {page.mentions.length === 0 && !isLoading && (
        <EmptyState
          title={t('Every known name is tagged')}
          lead={t('New names appear here when texts are added or edited, and when actors get other names.')}
        />
      )}
      {[...Map.groupBy(page.mentions, ({ documentId }) => documentId)].map(([documentId, list]) => {
        const document = page.documents.find(({ id }) => id === documentId)
        return (
          document && (
            <section key={documentId} className="dgroup" aria-label={document.title}>
              <DocumentHead
                workspaceId={workspaceId}
                document={document}
                count={list.length}
                onSelect={mayTag ? () => toggle(list) : null}
              />
              <ul>
                {list.map((mention) => (
                  <MentionItem
                    key={mentionKey(mention)}
                    mention={mention}
                    document={document}
                    actors={mention.actorIds.map((id) => actors.get(id) ?? { id, name: t('Deleted actor'), kind: 'other' })}
                    actorId={actorOf(mention)}
                    isSelected={selected.has(mentionKey(mention))}
                    mayTag={mayTag}
                    onSelect={() => toggle([mention])}
                    onChoose={(_, actorId) => setMeant(new Map([...meant, [mentionKey(mention), actorId]]))}
                    onTag={() => void tag([mention])}
                    onIgnore={(_, reach) => void ignore([mention], reach)}
                  />
                ))}
              </ul>
            </section>
          )
        )
      })}
      <LoadMore
        pages={{ excerpts: page.mentions, hasMore: page.next !== null, isLoading, problem, loadMore: pages.loadMore }}
        scroller={scroller}
      />
      {problem && <Problem reason={problem} onRetry={pages.reload} />}
      <MentionsBar
        count={ticked.length}
        clear={clear}
        isBusy={acts.isBusy}
        onTag={() => void tag(ticked)}
        onIgnore={(reach) => void ignore(ticked, reach)}
        onClear={() => setSelected(new Set())}
      />
      {asksAll && (
        <ConfirmDialog
          open
          title={t('Tag all {names}', { names: counted(page.total, 'untagged name') })}
          confirmLabel={t('Tag all')}
          busy={acts.isBusy}
          onConfirm={async () => {
            await acts.tagAll(filter)
            setAsksAll(false)
            setSelected(new Set())
            pages.reload()
          }}
          onClose={() => setAsksAll(false)}
        >
          <p>{t('Each becomes a statement of yours with the actor as mentioned. Names that may mean several actors are left to you.')}</p>
          <p className="muted">{t('You can undo this for a moment after.')}</p>
        </ConfirmDialog>
      )}
    </section>
  )
}

interface DocumentHeadProps {
  workspaceId: string
  document: MentionDocument
  /** Mentions of it that were read so far. */
  count: number
  onSelect: (() => void) | null
}

function DocumentHead({ workspaceId, document, count, onSelect }: DocumentHeadProps) {
  return (
    <div className="dgroup__head">
      <h2 className="quote" lang={langAttribute(document.language)} dir="auto">
        <Link href={`/w/${workspaceId}/documents/${document.id}`}>{document.title}</Link>
      </h2>
      {document.publishedOn && <span className="faint dgroup__meta">{shortDate(document.publishedOn)}</span>}
      <span className="grow" />
      {onSelect && (
        <button
          type="button"
          className="linkbtn dgroup__count"
          aria-label={t('Select {count} in {title}', { count, title: document.title })}
          onClick={onSelect}
        >
          {t('Select {count}', { count })}
        </button>
      )}
    </div>
  )
}

function Waiting() {
  return (
    <div className="mentions__waiting">
      <p className="muted">{t('Reading the texts…')}</p>
      <Skeleton lines={10} />
    </div>
  )
}

function Problem({ reason, onRetry }: { reason: string; onRetry: () => void }) {
  return (
    <p className="notice notice--error results__problem" role="alert">
      {reason} <Button onClick={onRetry}>{t('Try again')}</Button>
    </p>
  )
}
