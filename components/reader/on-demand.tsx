'use client'

import dynamic from 'next/dynamic'
import { useEffect } from 'react'
import { useOnce } from '#/components/ui/use-once.ts'
import type { Observable } from './observable.ts'
import type { PageLayout } from './page-painter.ts'
import { useModel, useReader } from './reader-context.ts'
import type { ReaderDocument } from './reader-document.ts'

// What is opened seldom comes when it is opened: a document must be readable before that is fetched.
const OriginalPanel = dynamic(() => import('#/components/original/original-panel.tsx').then((part) => part.OriginalPanel))
const EditionDialog = dynamic(() => import('#/components/editions/edition-dialog.tsx').then((part) => part.EditionDialog))
const DetailsDialog = dynamic(() => import('#/components/home/details-dialog.tsx').then((part) => part.DetailsDialog))
const MemosDialog = dynamic(() => import('./memos-dialog.tsx').then((part) => part.MemosDialog))

/** The tabs beside the text that are not there at first. */
export const MentionList = dynamic(() => import('#/components/radar/mention-list.tsx').then((part) => part.MentionList))
export const CommentsList = dynamic(() => import('#/components/talk/comments-list.tsx').then((part) => part.CommentsList))
export const DetachedList = dynamic(() => import('./detached-list.tsx').then((part) => part.DetachedList))

const loadPopover = () => import('./tag-popover.tsx').then((part) => part.TagPopover)
const TagPopover = dynamic(loadPopover)

/** The tag popover. It is fetched when a press or a key first tells that somebody works here: before words are selected. */
export function PopoverOnDemand({ layout }: { layout: Observable<PageLayout> }) {
  const wanted = useOnce(useReader((state) => state.popover !== null))
  useEffect(() => {
    const fetchIt = () => void loadPopover()
    for (const sign of ['pointerdown', 'keydown']) addEventListener(sign, fetchIt, { once: true, capture: true })
    return () => {
      for (const sign of ['pointerdown', 'keydown']) removeEventListener(sign, fetchIt, { capture: true })
    }
  }, [])
  return wanted && <TagPopover layout={layout} />
}

/** The original beside the text, from the first time it is opened. */
export function OriginalOnDemand({ language, direction }: { language: string; direction: 'ltr' | 'rtl' }) {
  const wanted = useOnce(useReader((state) => state.original))
  return wanted && <OriginalPanel language={language} direction={direction} />
}

/** The dialogs of the reader, each from the first time it is opened. */
export function DialogsOnDemand({ workspaceId, document }: { workspaceId: string; document: ReaderDocument }) {
  const model = useModel()
  const dialog = useReader((state) => state.dialog)
  const wanted = {
    edition: useOnce(dialog === 'edition'),
    memos: useOnce(dialog === 'memos'),
    details: useOnce(dialog === 'details'),
  }
  const close = () => model.ui.set({ dialog: null })
  return (
    <>
      {wanted.edition && <EditionDialog open={dialog === 'edition'} onClose={close} />}
      {wanted.memos && <MemosDialog open={dialog === 'memos'} onClose={close} workspaceId={workspaceId} documentId={document.id} />}
      {wanted.details && (
        <DetailsDialog
          workspaceId={workspaceId}
          document={dialog === 'details' ? { ...document, excerptCount: model.store.size } : null}
          onClose={close}
        />
      )}
    </>
  )
}
