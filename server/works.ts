/** How far a work is. */
export interface Work {
  /** Of what is worked on, for people. */
  name: string
  done: number
  /** 0: not known. */
  of: number
}

/**
 * Works of minutes that people started and that go on when they leave the page, so that a page that is opened later can tell of them.
 * They end with the process.
 */
export class Works {
  readonly #underWay = new Map<string, Work>()

  /** @param key what is worked on, and for whom */
  of(key: string): Work | null {
    return this.#underWay.get(key) ?? null
  }

  /** Does a work; null, and nothing is done, when the same is under way. */
  async run<T>(key: string, name: string, work: (onProgress: (done: number, of: number) => void) => Promise<T>): Promise<T | null> {
    if (this.#underWay.has(key)) return null
    this.#underWay.set(key, { name, done: 0, of: 0 })
    try {
      return await work((done, of) => this.#underWay.set(key, { name, done, of }))
    } finally {
      this.#underWay.delete(key)
    }
  }
}
