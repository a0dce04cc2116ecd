import type { IdIndex } from '#/lib/anchor/id-index.ts'

/**
 * A caret by identity, small enough for awareness: the character it stands beside, and on which side of it. -1: right
 * after that character; 1: right before it. Carets stand after the character before them, so text typed there by others
 * does not push them.
 */
export type Caret = [client: number, clock: number, side: -1 | 1]

/** The caret at a flat index (see positions.ts `toFlat`). Null for an empty text. */
export function captureCaret(index: IdIndex, flat: number): Caret | null {
  const before = index.idAt(flat - 1)
  if (before) return [...before, -1]
  const after = index.idAt(flat)
  return after ? [...after, 1] : null
}

/** The flat index of a caret now; where its character stood when it is deleted; null when it has not been received. */
export function resolveCaret(index: IdIndex, [client, clock, side]: Caret): number | null {
  const [piece] = index.pieces(client, clock, 1)
  if (!piece || piece.flat === null) return null
  return piece.state === 'alive' && side === -1 ? piece.flat + 1 : piece.flat
}

/** Whether a value received through awareness is a caret. */
export function isCaret(value: unknown): value is Caret {
  return (
    Array.isArray(value) &&
    value.length === 3 &&
    Number.isSafeInteger(value[0]) &&
    Number.isSafeInteger(value[1]) &&
    (value[2] === 1 || value[2] === -1)
  )
}
