'use client'

import { useEffect, useState } from 'react'
import type { CollabRoom } from '#/components/collab/room.ts'
import { HistoryMenu } from '#/components/history/history-menu.tsx'
import { openKeyboard } from '#/components/keyboard/open-keyboard.ts'
import { toggleOriginal } from '#/components/original/toggle-original.ts'
import { Icon } from '#/components/ui/icon.tsx'
import { IconButton } from '#/components/ui/icon-button.tsx'
import { Kbd } from '#/components/ui/kbd.tsx'
import { t } from '#/lib/message/t.ts'
import { ArmedNote } from './armed-note.tsx'
import { DocumentLine } from './document-line.tsx'
import { openDrawer } from './drawer.ts'
import { openFind } from './find-words.ts'
import { HiddenNote } from './hidden-note.tsx'
import { NewPill } from './new-pill.tsx'
import { FollowNote, FormatButtons } from './on-demand.tsx'
import { useModel, useReader, useStatements } from './reader-context.ts'
import type { ReaderDocument } from './reader-document.ts'
import { openPopover } from './tag-passage.ts'
import { useNews } from './use-news.ts'
import { ColourMenu, MarkingMenu } from './view-menus.tsx'

/** The bar over the text: undo, formatting while editing, what the document is, how passages are marked. */
export function ViewBar({ document, room }: { document: ReaderDocument; room: CollabRoom }) {
  const model = useModel()
  const isFollowing = useReader((state) => state.following !== null)
  const mode = useReader((state) => state.mode)
  useStatements()
  useNews(({ waiting }) => waiting)
  return (
    <div className="viewbar" role="toolbar" aria-label={t('View')}>
      <IconButton icon="menu" label={t('Codebook')} className="drawer-button" aria-keyshortcuts="h" onClick={() => openDrawer(model)} />
      {model.can('tag') && <UndoButtons />}
      {mode === 'edit' && <FormatButtons />}
      {model.can('tag') && <span className="sep" />}
      <DocumentLine
        document={document}
        statements={model.news.shownCount}
        onEdit={model.can('import') ? () => model.ui.set({ dialog: 'details' }) : null}
      />
      <FocusNote />
      <HiddenNote />
      <ArmedNote />
      {isFollowing && <FollowNote room={room} />}
      <TextOnlyNote />
      <TagButton />
      <span className="grow" />
      <NewPill />
      <CardsButton />
      <IconButton icon="search" label={t('Find in the text')} aria-keyshortcuts="Control+F Meta+F" onClick={() => openFind(model, false)} />
      {document.editions.length > 0 && <OriginalToggle />}
      <HistoryMenu workspaceId={model.identity.workspaceId} documentId={document.id} mayName={model.can('edit-text')} />
      {model.can('tag') && <RadarToggle />}
      <ColourMenu />
      <MarkingMenu />
      <IconButton icon="keyboard" label={t('Keyboard shortcuts')} aria-keyshortcuts="?" onClick={() => openKeyboard('sheet')} />
    </div>
  )
}

/** In a narrow window: the cards over the text, or not. */
function CardsButton() {
  const model = useModel()
  const isOpen = useReader((state) => state.cardsDrawer)
  return (
    <IconButton
      icon="quote"
      label={t('Statements beside the text')}
      className="cards-button"
      aria-pressed={isOpen}
      onClick={() => model.ui.set({ cardsDrawer: !isOpen })}
    />
  )
}

/** Names of known actors that are not tagged are underlined and listed, or not. */
function RadarToggle() {
  const model = useModel()
  const isOn = useReader((state) => state.radar)
  return (
    <IconButton icon="mention" label={t('Underline untagged names')} aria-pressed={isOn} onClick={() => model.ui.set({ radar: !isOn })} />
  )
}

/** The original beside the text, or not. */
function OriginalToggle() {
  const model = useModel()
  const isOpen = useReader((state) => state.original)
  return (
    <button
      type="button"
      className="btn btn--quiet"
      data-opens="original"
      aria-pressed={isOpen}
      aria-keyshortcuts="s"
      onClick={() => toggleOriginal(model)}
    >
      <Icon name="file" />
      {t('Original')}
    </button>
  )
}

/** Own steps only, in text and tags, in the order they were made. */
function UndoButtons() {
  const model = useModel()
  const loaded = useReader((state) => state.loaded)
  const [can, setCan] = useState({ undo: false, redo: false })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the history exists once the text is there
  useEffect(() => {
    const { undo } = model
    if (!undo) return
    const read = () => setCan({ undo: undo.canUndo, redo: undo.canRedo })
    read()
    return undo.subscribe(read)
  }, [model, loaded, model.undo])
  return (
    <>
      <IconButton
        icon="undo"
        label={t('Undo')}
        aria-keyshortcuts="Control+Z Meta+Z"
        disabled={!can.undo}
        onClick={() => model.undo?.undo()}
      />
      <IconButton
        icon="redo"
        label={t('Redo')}
        aria-keyshortcuts="Control+Shift+Z Meta+Shift+Z"
        disabled={!can.redo}
        onClick={() => model.undo?.redo()}
      />
    </>
  )
}

/** For words that were selected with the keyboard or a finger, where nothing opens by itself. */
function TagButton() {
  const model = useModel()
  const shown = useReader((state) => state.selection !== null && state.popover === null && state.mode === 'tag')
  if (!shown || !model.can('tag')) return null
  return (
    <button
      type="button"
      className="pill"
      aria-keyshortcuts="t"
      // the selection in the text must survive the press
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => openPopover(model)}
    >
      {t('Tag passage')} <Kbd>T</Kbd>
    </button>
  )
}

/** Says why no marks are seen, and gives them back. */
function TextOnlyNote() {
  const model = useModel()
  const isOn = useReader((state) => state.textOnly)
  if (!isOn) return null
  return (
    <span className="focusnote" role="status">
      {t('Text only')}
      <IconButton icon="x" label={t('Show marks and panels')} small onClick={() => model.ui.set({ textOnly: false })} />
    </span>
  )
}

/** Says that only one item's passages keep their marks. */
function FocusNote() {
  const model = useModel()
  const item = useReader((state) => state.focusItem)
  const codebook = useReader((state) => state.codebook)
  if (!item) return null
  const name = item.kind === 'actor' ? codebook.actorName(item.id) : codebook.themeName(item.id)
  return (
    <span className="focusnote" role="status">
      {t('Only')} <b dir="auto">{name}</b>
      <IconButton icon="x" label={t('Show all passages')} small onClick={() => model.ui.set({ focusItem: null })} />
    </span>
  )
}
