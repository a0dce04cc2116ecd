import { t } from '#/lib/message/t.ts'
import type { CodebookView } from './codebook-view.ts'
import type { ColourBy, Colouring } from './colouring.ts'
import type { IdenticalWords } from './identical-words.ts'
import type { StatementContent } from './statement-content.ts'
import type { DraftChip, TagDraft } from './tag-draft.ts'
import type { PositionRange } from './visible-range.ts'

/** Tag: read, select, tag; typing does nothing. Edit: the text is an editor. */
export type ReaderMode = 'tag' | 'edit'

/** How passages are marked in the text. */
export const MARKINGS = ['highlight', 'underline', 'margin'] as const
export type Marking = (typeof MARKINGS)[number]

export const MARKING_NAMES: Record<Marking, string> = {
  get highlight() {
    return t('Highlight')
  },
  get underline() {
    return t('Underline')
  },
  get margin() {
    return t('Margin only')
  },
}

/** An item of the codebook. */
export interface CodebookItem {
  kind: 'actor' | 'theme'
  id: string
}

/** The open tag popover. */
export interface PopoverState {
  /** The statement that is changed; null for a new one. */
  statementId: string | null
  /** The words it is about, ProseMirror positions, kept in step with edits. */
  range: PositionRange
  draft: TagDraft
  /** What the statement said when the popover opened: only what is changed in the popover is written, others' work stays. */
  before: StatementContent
  /** What has the keyboard when it opens. */
  opensOn: 'tags' | 'memo' | 'details'
  /** Set when every place with the same words is to be tagged. */
  identical: IdenticalWords | null
}

export interface ReaderState {
  mode: ReaderMode
  marking: Marking
  colourBy: ColourBy
  /** The colours that follow from it. */
  colouring: Colouring
  /** Nothing but the text is shown. */
  textOnly: boolean
  /** Widths the columns were dragged to, px; null: the usual. */
  bookWidth: number | null
  cardsWidth: number | null
  codebook: CodebookView
  /** The text has arrived from the server or from this device. */
  loaded: boolean
  /** The server does not open this document to this person, or not any more. */
  denied: boolean
  /** The statements have arrived. */
  tagsLoaded: boolean
  /** The server does not give the statements to this person. */
  tagsDenied: boolean
  /** The text is whole here and the server takes changes to it from this person. */
  ready: boolean
  /** The selected statement. */
  activeId: string | null
  /** The statement under the pointer or focus. */
  hoverId: string | null
  /** The words selected in the text; null when only a caret. */
  selection: PositionRange | null
  /** Where an end of the selected passage is being dragged to, before it is let go. */
  resizing: PositionRange | null
  /** Words shown as they would be marked, while a choice is offered; nothing is saved yet. */
  preview: PositionRange | null
  popover: PopoverState | null
  /** The tag that every selection gets at once; null: none, the popover asks. */
  armed: DraftChip | null
  /** The item of the codebook that is being dragged. */
  dragged: CodebookItem | null
  /** The codebook item whose passages alone keep their marks. */
  focusItem: CodebookItem | null
  /** Items used lately in this document, newest first. */
  recent: readonly CodebookItem[]
  /** The person whose place in the text is kept in sight. */
  following: string | null
  /** Statement that flashes once. */
  flashId: string | null
  panel: 'actors' | 'themes'
  /** Codebook column or drawer and cards column are shown. */
  panels: boolean
  drawer: boolean
  /** In a narrow window the cards lie over the text, when they are asked for. */
  cardsDrawer: boolean
  cards: 'statements' | 'comments' | 'mentions' | 'detached'
  /** Names of known actors that are not tagged are underlined and listed. */
  radar: boolean
  /** The original is shown beside the text. */
  original: boolean
  dialog: 'details' | 'edition' | 'memos' | null
  /** The first things to know about the reader are being told. */
  tour: boolean
  /** The last thing said to screen readers. */
  announcement: string
}
