/**
 * Turns offsets in UTF-8 bytes of a text into UTF-16 units; an offset within a character counts as its start. Offsets past the end are
 * the end.
 *
 * @param offsets those that will be asked for
 */
export function fromByteOffsets(text: string, offsets: readonly number[]): (offset: number) => number {
  const sorted = [...new Set(offsets)].filter(Number.isFinite).sort((a, b) => a - b)
  const units = new Map<number, number>()
  let bytes = 0
  let at = 0
  for (const offset of sorted) {
    while (at < text.length) {
      const code = text.codePointAt(at) as number
      const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4
      if (bytes + size > offset) break
      bytes += size
      at += code > 0xffff ? 2 : 1
    }
    units.set(offset, at)
  }
  return (offset) => units.get(offset) ?? text.length
}
