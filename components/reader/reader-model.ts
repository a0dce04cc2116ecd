import type { Editor } from '@tiptap/core'
import type { EditorView } from '@tiptap/pm/view'
import type * as Y from 'yjs'
import type { Comparison } from '#/components/original/comparison.ts'
import { Radar } from '#/components/radar/radar.ts'
import { Talk } from '#/components/talk/talk.ts'
import { can, type MemberRole, type Permission } from '#/lib/access/roles.ts'
import type { Merged } from '#/lib/codebook/resolve-id.ts'
import { LINE_BREAK } from '#/lib/text/block.ts'
import type { JoinedUndo } from '#/lib/text/undo.ts'
import { AnnotationStore, type Passage, type TextSource } from './annotation-store.ts'
import { FindSession } from './find-session.ts'
import { News } from './news.ts'
import { Observable } from './observable.ts'
import type { ReaderState } from './reader-state.ts'
import type { TagDraft } from './tag-draft.ts'
import type { PositionRange } from './visible-range.ts'

/** Who reads, and what. */
export interface ReaderIdentity {
  workspaceId: string
  documentId: string
  userId: string
  role: MemberRole
  /** Of the document, BCP 47. */
  language: string
}

/**
 * Everything the parts of one open document share: the rooms, the statements, the undo history and the state of the
 * screen. React draws it; commands (the other files here) change it. Made once the text has arrived.
 */
export class ReaderModel {
  readonly identity: ReaderIdentity
  readonly source: TextSource
  readonly layer: Y.Doc
  readonly store: AnnotationStore
  readonly ui: Observable<ReaderState>
  readonly find = new FindSession(this)
  /** The names of known actors in the text. */
  readonly radar: Radar
  /** The text beside what it was imported from. */
  readonly comparison: Comparison
  /** What is said about the statements. */
  readonly talk: Talk
  /** What others do to them meanwhile. */
  readonly news: News
  /** Origin of this reader's own changes to the layer, so that undo knows them. */
  readonly origin = { reader: true }
  /** Set while the editor is mounted. */
  editor: Editor | null = null
  undo: JoinedUndo | null = null
  /** How far down the text has been on the screen in this visit, 0 to 1. */
  readShare = 0
  /** The scrolling element. */
  desk: HTMLElement | null = null
  /** How often an item was used when the page opened; what the keys 1 to 9 go by. */
  readonly usesAtOpen: (id: string) => number
  /** A draft that was left with Esc, given back when the popover opens again. */
  keptDraft: TagDraft | null = null
  /** Memos and facts that were typed into statements and left unsaved, by statement, given back in the same way. */
  readonly keptNotes = new Map<string, Pick<TagDraft, 'memo' | 'facts'>>()

  constructor(
    identity: ReaderIdentity,
    source: TextSource,
    layer: Y.Doc,
    state: ReaderState,
    comparison: Comparison,
    lastVisit: number | null,
  ) {
    this.identity = identity
    this.source = source
    this.layer = layer
    this.store = new AnnotationStore(layer, source)
    this.ui = new Observable(state)
    this.comparison = comparison
    this.talk = new Talk(identity)
    this.radar = new Radar(this)
    this.news = new News(this, lastVisit)
    const { codebook } = state
    this.usesAtOpen = (id) => codebook.ownUses(id)
  }

  get view(): EditorView | null {
    return this.editor && !this.editor.isDestroyed ? this.editor.view : null
  }

  can(permission: Permission): boolean {
    return can(this.identity.role, permission)
  }

  /** Which tags this reader's commands take away: everybody's when they may, and those of entries that were merged. */
  reach(): { everyone: boolean; merged: Merged } {
    return { everyone: this.can('moderate-tags'), merged: this.ui.get().codebook.book.merged }
  }

  /** Whether this reader may change or delete a statement: its author, or a moderator. */
  mayChange(passage: Passage): boolean {
    return this.can('tag') && (passage.annotation.by === this.identity.userId || this.can('moderate-tags'))
  }

  /** The selected statement, when it is there. */
  active(): Passage | undefined {
    const { activeId } = this.ui.get()
    return activeId === null ? undefined : this.store.get(activeId)
  }

  /** Where a statement's words are; null when they are not in the text. */
  rangeOf(id: string): PositionRange | null {
    const passage = this.store.get(id)
    if (passage?.state !== 'anchored' || !this.store.positions.has(passage.row)) return null
    return { from: this.store.positions.from[passage.row]!, to: this.store.positions.to[passage.row]! }
  }

  /** The words of a range; blocks are parted by a line break. */
  words({ from, to }: PositionRange): string {
    const doc = this.view?.state.doc
    if (!doc) return ''
    const end = Math.min(to, doc.content.size)
    return doc.textBetween(Math.min(from, end), end, '\n', LINE_BREAK)
  }

  /** Says something to screen readers. */
  announce(announcement: string): void {
    this.ui.set({ announcement })
  }

  /** Gives the keyboard back to the text. */
  focusText(): void {
    this.view?.focus()
  }
}
