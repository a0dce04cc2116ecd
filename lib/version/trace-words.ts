import type * as Y from 'yjs'
import { liveAliases } from '#/lib/anchor/alias.ts'
import type { CharacterId } from '#/lib/anchor/alias-entry.ts'
import { type IdIndex, isVisible } from '#/lib/anchor/id-index.ts'
import type { IdRun } from '#/lib/annotation/model.ts'

/** Consecutive characters of a text, visible or dead, with what they were in an earlier text of the same log. */
export interface Trace {
  run: IdRun
  isAlive: boolean
  /**
   * Where they stood in the flat text then; null when they were not visible. Living characters that were created since
   * for ones that were visible then (by an undo, a move, a restoration) count as these: `isBody`.
   */
  flat: number | null
  isBody: boolean
  /** The character right of them, visible or not; null at the very end. */
  right: CharacterId | null
}

/**
 * All characters that ever were in a text, in their one order, cut where what they were changes; those that are dead and
 * were not visible then are left out.
 *
 * @param then index of the earlier text
 */
export function traceWords(text: Y.Text, alias: Y.Map<unknown>, then: IdIndex): Trace[] {
  const traces: Trace[] = []
  const { bodies } = liveAliases(alias)
  for (let item = text._start; item !== null; item = item.right) {
    const isAlive = isVisible(item)
    if (!isAlive && !item.deleted) continue
    const { client, clock } = item.id
    const end = clock + item.length
    const add = (at: number, length: number, flat: number | null, isBody: boolean) => {
      const right: CharacterId | null =
        at + length < end ? [client, at + length] : item.right && [item.right.id.client, item.right.id.clock]
      traces.push({ run: [client, at, length], isAlive, flat, isBody, right })
    }
    for (const { clock: at, length, state, flat } of then.pieces(client, clock, item.length)) {
      if (state === 'alive') add(at, length, flat, false)
      else if (isAlive)
        for (const piece of bodiesThen(bodies.families([client, at, length]), then)) add(at + piece.offset, piece.length, piece.flat, true)
    }
  }
  return traces
}

type Families = ReturnType<ReturnType<typeof liveAliases>['bodies']['families']>

/** Which characters visible then a run of younger ones was created for; `flat` null: for none. */
function bodiesThen(families: Families, then: IdIndex): { offset: number; length: number; flat: number | null }[] {
  const found: { offset: number; length: number; flat: number | null }[] = []
  let offset = 0
  for (const { length, bodies } of families) {
    const pieces = bodies
      .map((body) => then.pieces(body.client, body.clock, length))
      .find((some) => some.some(({ state }) => state === 'alive'))
    let at = offset
    for (const piece of pieces ?? [{ length, state: 'dead', flat: null }]) {
      found.push({ offset: at, length: piece.length, flat: piece.state === 'alive' ? piece.flat : null })
      at += piece.length
    }
    offset += length
  }
  return found
}
