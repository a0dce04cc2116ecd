'use client'

import { useEffect, useRef, useState } from 'react'
import type { CollabRoom } from '#/components/collab/room.ts'
import { Comparison } from '#/components/original/comparison.ts'
import { ALIAS_NAME, TEXT_NAME } from '#/lib/text/flat.ts'
import { CodebookView } from './codebook-view.ts'
import { colourByTheme } from './colouring.ts'
import { readHidden } from './hidden-tags.ts'
import { followPopover } from './kept-popover.ts'
import { keepPreferences, readPreferences } from './preferences.ts'
import type { ReaderProps } from './reader.tsx'
import { ReaderModel } from './reader-model.ts'
import type { ReaderState } from './reader-state.ts'

/** The model of the open document; null until both its rooms are open (the text itself may come later). */
export function useReaderModel(props: ReaderProps, text: CollabRoom | null, layer: CollabRoom | null): ReaderModel | null {
  const [model, setModel] = useState<ReaderModel | null>(null)
  const latest = useRef(props)
  latest.current = props

  useEffect(() => {
    if (!text || !layer) return
    const { workspace, document, self, role, codebook } = latest.current
    const identity = { workspaceId: workspace.id, documentId: document.id, userId: self.id, role, language: document.language }
    const source = { text: text.doc.getText(TEXT_NAME), alias: text.doc.getMap(ALIAS_NAME) }
    const comparison = new Comparison(document.id, source, { differs: document.differs, editions: document.editions })
    const made = new ReaderModel(
      identity,
      source,
      layer.doc,
      startState(new CodebookView(codebook, readHidden())),
      comparison,
      latest.current.lastVisit,
    )
    made.radar.setDay(document.publishedOn)
    made.radar.setRejections(latest.current.rejections)
    const stops = [followRooms(made, text, layer), followCodebook(made), keepPreferences(made.ui), followPopover(made)]
    setModel(made)
    return () => {
      for (const stop of stops) stop()
      made.news.destroy()
      made.store.destroy()
      comparison.destroy()
      setModel(null)
    }
  }, [text, layer])

  return model
}

function startState(codebook: CodebookView): ReaderState {
  return {
    mode: 'tag',
    codebook,
    colouring: colourByTheme(codebook),
    textOnly: false,
    loaded: false,
    denied: false,
    tagsLoaded: false,
    tagsDenied: false,
    ready: false,
    activeId: null,
    hoverId: null,
    selection: null,
    preview: null,
    resizing: null,
    popover: null,
    armed: null,
    dragged: null,
    focusItem: null,
    recent: [],
    following: null,
    flashId: null,
    drawer: false,
    cardsDrawer: false,
    cards: 'statements',
    original: false,
    dialog: null,
    tour: false,
    announcement: '',
    ...readPreferences(),
  }
}

function followRooms({ ui, comparison }: ReaderModel, text: CollabRoom, layer: CollabRoom): () => void {
  const read = () => {
    const { isReady, isReadOnly, isDenied } = text.status
    // A text that was shown stays, whatever happens to the connection.
    ui.set({
      loaded: ui.get().loaded || isReady,
      denied: isDenied,
      ready: isReady && !isReadOnly,
      tagsLoaded: ui.get().tagsLoaded || layer.status.isReady,
      tagsDenied: layer.status.isDenied,
    })
    if (isReady) comparison.follow()
    if ((isReadOnly || isDenied) && ui.get().mode === 'edit') ui.set({ mode: 'tag' })
  }
  read()
  const stops = [text.subscribe(read), layer.subscribe(read)]
  return () => {
    for (const stop of stops) stop()
  }
}

/** Merged entries are shown as what stands for them. */
function followCodebook({ ui, store }: ReaderModel): () => void {
  let shown: CodebookView | null = null
  const read = () => {
    const { codebook } = ui.get()
    if (codebook === shown) return
    shown = codebook
    store.setMerged(codebook.book.merged)
    store.setHidden(codebook.hidden)
  }
  read()
  return ui.subscribe(read)
}
