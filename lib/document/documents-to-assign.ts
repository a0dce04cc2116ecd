interface Person {
  id: string
  name: string
}

/** A document as it is given to people to work on. */
export interface AssignableDocument {
  id: string
  title: string
  /** Who is asked already. */
  assignees: readonly Person[]
}

export interface DocumentsToAssign {
  documents: AssignableDocument[]
  /** Who can be asked. */
  colleagues: Person[]
}
