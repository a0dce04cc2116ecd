'use client'

import './reader.css'
import './text.css'
import './statements.css'
import './tag-popover.css'
import '#/components/radar/radar.css'
import '#/components/talk/talk.css'
import './details.css'
import './view.css'
import './small-screens.css'
import { type CSSProperties, useEffect, useMemo } from 'react'
import { useRoom } from '#/components/collab/use-room.ts'
import { useRadarNews } from '#/components/radar/use-radar-news.ts'
import { useTalkNews } from '#/components/talk/use-talk.ts'
import { ReaderTour } from '#/components/tour/reader-tour.tsx'
import { can, type MemberRole } from '#/lib/access/roles.ts'
import type { MentionRejection } from '#/lib/codebook/radar/rejections.ts'
import type { CountedCodebook } from '#/lib/codebook/uses.ts'
import { t } from '#/lib/message/t.ts'
import { CodebookPanel } from './codebook-panel.tsx'
import { closeDrawer } from './drawer.ts'
import { FindBar } from './find-bar.tsx'
import { Legend } from './legend.tsx'
import { ClosedDocument, DialogsOnDemand, OriginalOnDemand } from './on-demand.tsx'
import { PageState } from './page-state.tsx'
import { ReaderBar } from './reader-bar.tsx'
import { ReaderContext, useModel, useReader } from './reader-context.ts'
import type { ReaderDocument } from './reader-document.ts'
import { ReaderKinds } from './reader-kinds.tsx'
import { ReaderNotices } from './reader-notices.tsx'
import { ReaderText } from './reader-text.tsx'
import { useCodebookNews } from './use-codebook-news.ts'
import { useColouring } from './use-colouring.ts'
import { useDocumentNews } from './use-document-news.ts'
import { PeopleContext, type Person } from './use-people.ts'
import { useReaderCommands } from './use-reader-commands.ts'
import { useReaderKeys } from './use-reader-keys.ts'
import { useReaderModel } from './use-reader-model.ts'
import { ViewBar } from './view-bar.tsx'

export interface ReaderProps {
  workspace: { id: string; name: string }
  document: ReaderDocument
  /** The shared layer of the document. */
  layerId: string
  self: Person
  role: MemberRole
  codebook: CountedCodebook
  /** Everybody whose name may stand on a statement. */
  people: readonly Person[]
  /** Names in this document that were said to mean somebody else. */
  rejections: readonly MentionRejection[]
  /** When this person last had it open, ms since 1970; null: never. */
  lastVisit: number | null
  /** It came with the sample. */
  isSample: boolean
  /** The statement to open at, from the address. */
  openAt: string | null
}

/** One document, open: its live text, its statements and the codebook. */
export function Reader(props: ReaderProps) {
  const { people, self } = props
  const byId = useMemo(() => new Map([...people, self].map((person) => [person.id, person])), [people, self])
  return (
    <PeopleContext value={byId}>
      <OpenDocument {...props} />
    </PeopleContext>
  )
}

function OpenDocument(props: ReaderProps) {
  const { workspace, document, layerId, self, role } = props
  const text = useRoom(`text/${document.id}`)
  // The text can be read before its statements are here.
  const layer = useRoom(text && `layer/${layerId}`, text)
  const model = useReaderModel(props, text, layer)
  const bar = <ReaderBar workspace={workspace} document={document} self={self} room={model && text} mayPlan={can(role, 'tag')} />
  return (
    <div className="app reader">
      {model && text ? (
        <ReaderContext value={model}>
          <SkipToText />
          {bar}
          <ReaderKinds>
            <Work {...props} text={text} />
          </ReaderKinds>
        </ReaderContext>
      ) : (
        <>
          <SkipLink to="main" />
          {bar}
          <div className="work">
            <aside className="book" aria-label={t('Codebook')} />
            <div className="deskwrap">
              <main className="desk" id="main">
                <PageState title={document.title} />
              </main>
            </div>
          </div>
        </>
      )}
    </div>
  )
}

/** The text is not there yet, or not any more: then what stands in its place. */
function SkipToText() {
  const isThere = useReader(({ loaded, denied }) => loaded && !denied)
  return <SkipLink to={isThere ? 'doc' : 'main'} />
}

const SkipLink = ({ to }: { to: 'doc' | 'main' }) => (
  <a className="skip" href={`#${to}`}>
    {t('Skip to document')}
  </a>
)

function Work({ workspace, document, codebook, openAt, isSample, text }: ReaderProps & { text: NonNullable<ReturnType<typeof useRoom>> }) {
  const model = useModel()
  const isDenied = useReader((state) => state.denied)
  const marking = useReader((state) => state.marking)
  const mode = useReader((state) => state.mode)
  const panels = useReader((state) => state.panels)
  const textOnly = useReader((state) => state.textOnly)
  const bookWidth = useReader((state) => state.bookWidth)
  const cardsWidth = useReader((state) => state.cardsWidth)
  const armed = useReader((state) => state.armed !== null)
  const drawer = useReader((state) => state.drawer)
  const cardsDrawer = useReader((state) => state.cardsDrawer)
  const original = useReader((state) => state.original)
  const loaded = useReader((state) => state.loaded)
  useCodebookNews(workspace.id, document.id, codebook)
  useDocumentNews()
  useTalkNews()
  useRadarNews(document.publishedOn)
  useReaderKeys()
  useColouring()
  useReaderCommands()
  useEffect(() => model.comparison.renew(document), [model, document])
  return (
    <div
      className="work"
      data-marking={marking}
      data-mode={mode}
      data-armed={armed}
      data-panels={panels && !textOnly}
      data-text-only={textOnly}
      style={columnWidths(bookWidth, cardsWidth)}
      data-drawer={drawer}
      data-cards={cardsDrawer}
      data-original={original}
    >
      <ReaderTour isSample={isSample} />
      <CodebookPanel />
      <button type="button" className="drawer-scrim" aria-label={t('Close the codebook')} onClick={() => closeDrawer(model)} />
      <div className="deskwrap">
        <FindBar direction={document.direction} />
        <main className="desk" id="main">
          <ViewBar document={document} room={text} />
          <Legend />
          <ReaderNotices />
          {isDenied ? (
            <ClosedDocument title={document.title} />
          ) : loaded ? (
            <ReaderText room={text} language={document.language} direction={document.direction} openAt={openAt} />
          ) : (
            <PageState title={document.title} />
          )}
        </main>
      </div>
      <OriginalOnDemand language={document.language} direction={document.direction} />
      <DialogsOnDemand workspaceId={workspace.id} document={document} />
    </div>
  )
}

/** Widths that columns were dragged to, px, as the tokens they replace. Set in the browser only, through the CSSOM. */
function columnWidths(book: number | null, cards: number | null): CSSProperties {
  return { ...(book !== null && { '--book-w': `${book}px` }), ...(cards !== null && { '--cards-w': `${cards}px` }) } as CSSProperties
}
