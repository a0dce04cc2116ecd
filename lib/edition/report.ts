/** What a new edition of a source does, or would do, to a document. */
export interface EditionReport {
  /** `same`: the text is word for word the present one. `unrelated`: too little of it is in the present one to be an edition of it. */
  verdict: 'same' | 'unrelated' | 'differs'
  /** Share of the present text's letters that stay, 0 to 1. */
  survival: number
  paragraphs: ParagraphCounts
  statements: {
    /** Their words stay as they are. */
    kept: number
    changed: ChangedStatement[]
    lost: LostStatement[]
  }
}

export interface ParagraphCounts {
  changed: number
  added: number
  removed: number
  /** Same words in another place. */
  moved: number
}

/** A statement some of whose words change. */
export interface ChangedStatement {
  annotationId: string
  before: string
  after: string
}

/** A statement none of whose words stay. */
export interface LostStatement {
  annotationId: string
  before: string
  /** Where its words may be in the new edition, best first. */
  candidates: CandidateInContext[]
}

/** A place that may be meant, with what stands around it. */
export interface CandidateInContext {
  prefix: string
  words: string
  suffix: string
  /** 0 to 1. */
  score: number
}
