import type * as Y from 'yjs'

/** The rooms of a document. */
export type RoomOfDocument = 'text' | 'layer'

/** A document as one open tab has it, with the tab's word on what is saved; the product's or another's. */
export interface Desk {
  readonly text: Y.Doc
  readonly layer: Y.Doc
  /** Both rooms are here and may be changed. */
  isReady(): boolean
  /** Both rooms are in step with the server on the present connection. */
  isSynced(): boolean
  /** Changes made in a room so far. */
  made(room: RoomOfDocument): number
  /** How many of them the server has said to have. */
  acknowledged(room: RoomOfDocument): number
  /** Whether the person is told that everything is saved. */
  saysSaved(): boolean
  /** Why the server does not take the changes any more; null while it does. */
  refused(): string | null
  /** Ends the tab as a crash would: what is not on the wire never will be. */
  crash(): Promise<void>
  close(): Promise<void>
}
