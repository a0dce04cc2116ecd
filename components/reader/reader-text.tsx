'use client'

import { useEffect, useRef, useState } from 'react'
import type { CollabRoom } from '#/components/collab/room.ts'
import { MentionOffer } from '#/components/radar/mention-offer.tsx'
import { t } from '#/lib/message/t.ts'
import { afterOpening } from './after-opening.ts'
import { Cards, OutOfSight } from './cards.tsx'
import { createEditor, type TextAppearance } from './create-editor.ts'
import { EmptyNote } from './empty-note.tsx'
import { Lanes } from './lanes.tsx'
import { PopoverOnDemand, SheetOnDemand } from './on-demand.tsx'
import { PagePainter } from './page-painter.ts'
import { PassageGrips } from './passage-grips.tsx'
import { PointerBadge } from './pointer-badge.tsx'
import { useModel } from './reader-context.ts'
import { reportVisits } from './report-visits.ts'
import { commitResize } from './resize-passage.ts'
import { selectStatement } from './select-passage.ts'
import { settleAnchors } from './settle-anchors.ts'

interface ReaderTextProps extends TextAppearance {
  room: CollabRoom
  /** Opened on this statement: it is brought into sight and flashes once. */
  openAt: string | null
}

/** The page: margin, text, cards. Mounted once the text is here. */
export function ReaderText({ room, language, direction, openAt }: ReaderTextProps) {
  const model = useModel()
  const mount = useRef<HTMLDivElement>(null)
  const carets = useRef<HTMLDivElement>(null)
  const column = useRef<HTMLDivElement>(null)
  const [painter, setPainter] = useState<PagePainter | null>(null)

  useEffect(() => {
    const desk = column.current?.closest<HTMLElement>('.desk')
    if (!mount.current || !carets.current || !column.current || !desk) return
    const takeDown = createEditor(model, room, mount.current, carets.current, { language, direction })
    const stopReporting = reportVisits(model)
    const stopSettling = settleAnchors(model)
    const stopRadar = afterOpening(model, () => model.radar.follow())
    // An end of a passage that is being moved is not lost with the page.
    const commit = () => commitResize(model)
    addEventListener('pagehide', commit)
    const made = new PagePainter(model, desk, column.current)
    model.desk = desk
    setPainter(made)
    return () => {
      commit()
      removeEventListener('pagehide', commit)
      made.destroy()
      stopRadar()
      stopSettling()
      stopReporting()
      takeDown()
      model.desk = null
      setPainter(null)
    }
  }, [model, room, language, direction])

  useEffect(() => (painter && openAt ? openWhenThere(model, openAt) : undefined), [model, painter, openAt])

  return (
    <>
      {painter && <OutOfSight layout={painter.layout} side="above" />}
      <div className="sheet is-laid" dir={direction}>
        {painter ? <Lanes layout={painter.layout} /> : <div className="lanes" />}
        <div ref={column} className="column">
          <div ref={carets} className="caretlayer" aria-hidden="true" />
          <div ref={mount} />
          {painter && <EmptyNote layout={painter.layout} />}
          {painter && <PassageGrips layout={painter.layout} />}
        </div>
        {painter ? <Cards layout={painter.layout} /> : <aside className="cards" aria-label={t('Statements')} />}
        {painter && <PopoverOnDemand layout={painter.layout} />}
        {painter && <MentionOffer layout={painter.layout} />}
      </div>
      {painter && <OutOfSight layout={painter.layout} side="below" />}
      {painter && <SheetOnDemand />}
      {painter && <PointerBadge />}
    </>
  )
}

/** Goes to a statement as soon as it and its words have arrived; gives up when it does not come. */
function openWhenThere(model: Parameters<typeof selectStatement>[0], id: string): () => void {
  const open = (): boolean => {
    const passage = model.store.get(id)
    if (!passage && model.ui.get().tagsLoaded && model.talk.state.get().threads.has(id)) {
      // The statement is gone; what was said about it is not.
      model.ui.set({ cards: 'comments', panels: true })
      return true
    }
    if (!passage || passage.state === 'pending') return false
    // After the first painting, so that heights are known.
    requestAnimationFrame(() => selectStatement(model, id, { flash: true }))
    return true
  }
  if (open()) return () => {}
  const stops = [model.store, model.talk.state, model.ui].map((part) => part.subscribe(() => open() && stop()))
  const stop = () => {
    for (const stopPart of stops) stopPart()
  }
  const timer = setTimeout(stop, 20_000)
  return () => {
    stop()
    clearTimeout(timer)
  }
}
