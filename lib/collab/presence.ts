/** A place in the text by identity: Yjs client and clock of a character. */
export type CharacterId = [client: number, clock: number]

/** What one connection shows of itself in a room. */
export interface PresenceState {
  /** Written by the server from the session; what a client puts here is replaced. */
  user: PresencePerson
  /** Selection in the text: the caret is at `head`. */
  cursor?: { anchor: CharacterId; head: CharacterId } | null
  /** In a workspace room: the document the person has open. */
  documentId?: string | null
}

export interface PresencePerson {
  id: string
  name: string
  /** Person colour, 1 to 8 (`data-p`). */
  colour: number
}
