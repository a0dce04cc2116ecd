'use client'

import { useEffect, useState } from 'react'
import { onDemand } from '#/components/ui/on-demand.tsx'
import { showToast } from '#/components/ui/toast-store.ts'
import { useOnce } from '#/components/ui/use-once.ts'
import { t } from '#/lib/message/t.ts'
import { afterOpening } from './after-opening.ts'
import type { Observable } from './observable.ts'
import type { PageLayout } from './page-painter.ts'
import { useModel, useReader } from './reader-context.ts'
import type { ReaderDocument } from './reader-document.ts'
import { closePopover } from './tag-passage.ts'

// What is opened seldom is fetched when the text has been there for a while: a document must be readable before. By then, so
// that all of it can be used without a network as well.
const loadOriginal = () => import('#/components/original/original-panel.tsx').then((part) => part.OriginalPanel)
const loadEdition = () => import('#/components/editions/edition-dialog.tsx').then((part) => part.EditionDialog)
const loadDetails = () => import('#/components/home/details-dialog.tsx').then((part) => part.DetailsDialog)
const loadMemos = () => import('./memos-dialog.tsx').then((part) => part.MemosDialog)
const loadMentions = () => import('#/components/radar/mention-list.tsx').then((part) => part.MentionList)
const loadComments = () => import('#/components/talk/comments-list.tsx').then((part) => part.CommentsList)
const loadDetached = () => import('./detached-list.tsx').then((part) => part.DetachedList)
const loadFollow = () => import('./follow-note.tsx').then((part) => part.FollowNote)
const loadThread = () => import('#/components/talk/thread.tsx').then((part) => part.Thread)
const loadSheet = () => import('./statement-sheet.tsx').then((part) => part.StatementSheet)
const loadFormats = () => import('./format-buttons.tsx').then((part) => part.FormatButtons)
const loadClosed = () => import('./closed-document.tsx').then((part) => part.ClosedDocument)
const loadPopover = () => import('./tag-popover.tsx').then((part) => part.TagPopover)
const PARTS = [
  loadPopover,
  loadThread,
  loadSheet,
  loadFormats,
  loadComments,
  loadFollow,
  loadMentions,
  loadDetached,
  loadOriginal,
  loadMemos,
  loadDetails,
  loadEdition,
  loadClosed,
]

const OriginalPanel = onDemand(loadOriginal)
const EditionDialog = onDemand(loadEdition)
const DetailsDialog = onDemand(loadDetails)
const MemosDialog = onDemand(loadMemos)
const StatementSheet = onDemand(loadSheet)

/** What is said about a statement, on its open card. */
export const Thread = onDemand(loadThread)

/** Formatting, from the first time the text is edited. */
export const FormatButtons = onDemand(loadFormats)

/** In place of a text that was closed under its reader. */
export const ClosedDocument = onDemand(loadClosed)

/** The tabs beside the text that are not there at first. */
export const MentionList = onDemand(loadMentions)
export const CommentsList = onDemand(loadComments)
export const DetachedList = onDemand(loadDetached)

/** Whom this reader follows, from the first time they follow somebody. */
export const FollowNote = onDemand(loadFollow)

/** Fetches the parts one after the other. What the network keeps away is fetched when it is asked for. */
function fetchParts(): () => void {
  let isWanted = true
  const fetchAll = async () => {
    for (const load of PARTS) if (isWanted) await load().catch(() => {})
  }
  void fetchAll()
  return () => {
    isWanted = false
  }
}

/** The tag popover. It and the discussion on a card are fetched at the latest when a press or a key tells that somebody works here: before words are selected. */
export function PopoverOnDemand({ layout }: { layout: Observable<PageLayout> }) {
  const model = useModel()
  const isOpen = useReader((state) => state.popover !== null)
  const [TagPopover, setTagPopover] = useState<Awaited<ReturnType<typeof loadPopover>> | null>(null)
  useEffect(() => afterOpening(model, fetchParts), [model])
  useEffect(() => {
    if (!isOpen || TagPopover) return
    loadPopover().then(
      (part) => setTagPopover(() => part),
      () => {
        closePopover(model)
        showToast(t('Tagging needs a part of the page that is not here yet. Your work is kept. Try again with a connection.'))
      },
    )
  }, [model, isOpen, TagPopover])
  useEffect(() => {
    const fetchIt = () => {
      for (const load of [loadPopover, loadThread]) load().catch(() => {})
    }
    for (const sign of ['pointerdown', 'keydown']) addEventListener(sign, fetchIt, { once: true, capture: true })
    return () => {
      for (const sign of ['pointerdown', 'keydown']) removeEventListener(sign, fetchIt, { capture: true })
    }
  }, [])
  return TagPopover && <TagPopover layout={layout} />
}

/** The tapped statement on phones, from the first time one is chosen. */
export function SheetOnDemand() {
  return useOnce(useReader((state) => state.activeId !== null)) && <StatementSheet />
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
