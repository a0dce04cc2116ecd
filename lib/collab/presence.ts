import type { Caret } from '#/lib/anchor/caret.ts'

/** What one connection shows of itself in a room. */
export interface PresenceState {
  /** Written by the server from the session; what a client puts here is replaced. */
  user: PresencePerson
  /** Selection in the text: the caret is at `head`. */
  cursor?: { anchor: Caret; head: Caret } | null
  /** In a workspace room: the document the person has open. */
  documentId?: string | null
}

export interface PresencePerson {
  id: string
  name: string
  /** Person colour, 1 to 8 (`data-p`). */
  colour: number
}
