import type { Editor } from '@tiptap/core'
import type * as Y from 'yjs'
import type { Placement } from '#/lib/annotation/model.ts'

/** One way of editing a text together and anchoring annotations in it: ours, or the one it is held against. */
export interface Side {
  readonly name: string
  /** A text document with these paragraphs. */
  source(paragraphs: readonly string[]): Y.Doc
  /** Opens an editor on a text and a layer. */
  open(text: Y.Doc, layer: Y.Doc, userId: string): Desk
  /** Everything a reader sees of a text: words, blocks, formats. Equal strings: equal texts. */
  look(text: Y.Doc): string
  /** The plain text and the places of all annotations, for somebody who has just loaded the two documents. */
  read(text: Y.Doc, layer: Y.Doc): { text: string; places: ReadonlyMap<string, Placement> }
  /** Whether the server would refuse an update of a text or layer; absent when the side has no such check. */
  refusal?(room: Room, doc: Y.Doc, update: Uint8Array, userId: string, owners: Map<number, string>): string | null
}

export type Room = 'text' | 'layer'

/** Where one person works. */
export interface Desk {
  readonly editor: Editor
  /** Takes the person's own last step back; false when there is none. */
  undo(): boolean
  redo(): boolean
  /** What comes now is a new step of the undo history. */
  seal(): void
  /** Tags [start, end) of the plain text, UTF-16 offsets; returns the annotation's id. */
  tag(start: number, end: number): string
  /** Where this person sees the annotations. */
  places(): ReadonlyMap<string, Placement>
  /** Changes something in an annotation besides its words. */
  note(id: string, text: string): void
  /** Whether the editor shows the text as it is stored. */
  isFaithful(): boolean
  close(): void
}
