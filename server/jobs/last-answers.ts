import type { HistoryAnswer } from './history.ts'

/** Answers that are kept, and their length together, in UTF-16 units. */
const MOST = 12
const MOST_LENGTH = 16 << 20

/** The last few answers, also those still being worked out: what two people ask at once is worked out once. */
export class LastAnswers {
  readonly #answers = new Map<string, Promise<HistoryAnswer<string>>>()
  readonly #lengths = new Map<string, number>()

  async get(key: string, make: () => Promise<HistoryAnswer<string>>): Promise<HistoryAnswer<string>> {
    const known = this.#answers.get(key)
    if (known) {
      this.#answers.delete(key)
      this.#answers.set(key, known)
      return known
    }
    const made = make()
    this.#answers.set(key, made)
    const answer = await made
    if (answer.ok && answer.value.length <= MOST_LENGTH) this.#lengths.set(key, answer.value.length)
    else this.#answers.delete(key)
    this.#forget()
    return answer
  }

  /** Drops what was not asked for the longest time. */
  #forget(): void {
    for (const key of [...this.#answers.keys()]) {
      const length = [...this.#lengths.values()].reduce((sum, one) => sum + one, 0)
      if (this.#answers.size <= MOST && length <= MOST_LENGTH) return
      // What is still being worked out holds nothing yet.
      if (this.#lengths.delete(key)) this.#answers.delete(key)
    }
  }
}
