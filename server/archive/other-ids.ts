/** As `newId` and Postgres write ids, anywhere in a text. */
const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g

/** Bits of an id that become others: the last twelve hex digits. What comes before them keeps the order in which ids were made. */
const CHANGED = 12
const MOST = 2 ** 48

/**
 * Other ids for what is in an archive, so that it can stand beside what it was made of. Each becomes one other, the same everywhere,
 * no two the same, as long as they were and in their order: what is told apart by ids, sorted by them, or packed with their length
 * stays as it is. Ids that are not of the archive's own (of people, in the words of a source) stay.
 */
export class OtherIds {
  readonly #shift: bigint
  readonly #own: ReadonlySet<string>

  /** @param shift 1 to 2^48 - 1 @param own ids that are replaced */
  constructor(shift: number, own: ReadonlySet<string>) {
    if (!(Number.isInteger(shift) && shift > 0 && shift < MOST)) throw new RangeError('A shift has 48 bits and is not 0')
    this.#shift = BigInt(shift)
    this.#own = own
  }

  /** A text with other ids in it; it is as long as before. */
  in(text: string): string {
    return text.replace(ID, (id) => (this.#own.has(id) ? this.other(id) : id))
  }

  /** An update of Yjs with other ids in it: strings are in there as they are, with their length in front. */
  inBytes(bytes: Uint8Array): Buffer {
    return Buffer.from(this.in(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')), 'latin1')
  }

  other(id: string): string {
    const end = BigInt(`0x${id.slice(-CHANGED)}`) ^ this.#shift
    return id.slice(0, -CHANGED) + end.toString(16).padStart(CHANGED, '0')
  }
}

/** All ids in a text. */
export function idsIn(text: string): string[] {
  return text.match(ID) ?? []
}
