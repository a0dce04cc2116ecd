/** Small numbers for ids, counted from 0 and never taken back: columns of numbers are quick to go through and small to keep. */
export class IdNumbers {
  readonly #numbers = new Map<string, number>()
  readonly #ids: string[] = []

  /** How many there are. */
  get size(): number {
    return this.#ids.length
  }

  /** The number of an id, a new one when it has none. */
  number(id: string): number {
    const known = this.#numbers.get(id)
    if (known !== undefined) return known
    this.#numbers.set(id, this.#ids.length)
    return this.#ids.push(id) - 1
  }

  /** @throws when no id has this number */
  id(number: number): string {
    const id = this.#ids[number]
    if (id === undefined) throw new Error(`No id has the number ${number}`)
    return id
  }

  /** By number, whether it is one of these ids'. Numbers given out later are beyond its end. */
  flags(ids: Iterable<string>): Uint8Array {
    const numbers = [...ids].map((id) => this.number(id))
    const flags = new Uint8Array(this.size)
    for (const number of numbers) flags[number] = 1
    return flags
  }
}
