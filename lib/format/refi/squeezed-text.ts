import { constants, deflateRawSync, inflateRawSync } from 'node:zlib'

/** Characters that are squeezed at a time. */
const PART = 1 << 20

/** Text that is written now and read once later: kept deflated, about a tenth of its size. */
export class SqueezedText {
  readonly #squeezed: Uint8Array[] = []
  #open: string[] = []
  #length = 0

  get isEmpty(): boolean {
    return this.#squeezed.length === 0 && this.#length === 0
  }

  write(text: string): void {
    this.#open.push(text)
    this.#length += text.length
    if (this.#length >= PART) this.#squeeze()
  }

  *read(): Generator<Uint8Array> {
    this.#squeeze()
    for (const part of this.#squeezed) yield inflateRawSync(part)
  }

  #squeeze(): void {
    if (this.#length === 0) return
    this.#squeezed.push(deflateRawSync(this.#open.join(''), { level: constants.Z_BEST_SPEED }))
    this.#open = []
    this.#length = 0
  }
}
