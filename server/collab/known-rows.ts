/** Documents whose rows are remembered; the ones that were not projected for the longest time are forgotten first. */
const MOST_DOCUMENTS = 50

/**
 * Fingerprints of the excerpt rows this process wrote last, by document. They only count as long as the database says
 * that nobody has projected the document since.
 */
export class KnownRows {
  readonly #documents = new Map<string, { seq: number; prints: Map<string, string> }>()

  /** Fingerprints by annotation id, when they are those of the projection with this sequence number. */
  get(documentId: string, seq: number): Map<string, string> | undefined {
    const known = this.#documents.get(documentId)
    return known?.seq === seq ? known.prints : undefined
  }

  set(documentId: string, seq: number, prints: Map<string, string>): void {
    this.#documents.delete(documentId)
    this.#documents.set(documentId, { seq, prints })
    const [oldest] = this.#documents.keys()
    if (this.#documents.size > MOST_DOCUMENTS && oldest) this.#documents.delete(oldest)
  }
}
