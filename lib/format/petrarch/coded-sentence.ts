/** An event as a coder of event data writes it down: who did what to whom, in codes. */
export interface CodedEvent {
  source: string
  recipient: string
  /** Of an event ontology; CAMEO in the records of PETRARCH. */
  code: string
}

/** A sentence with the events that are coded in it. */
export interface CodedSentence {
  id: string
  /** "YYYY-MM-DD". */
  publishedOn: string
  /** One line. */
  text: string
  events: CodedEvent[]
}
