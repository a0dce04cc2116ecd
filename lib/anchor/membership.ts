import type { AliasLog } from '#/lib/anchor/alias.ts'
import type { CharacterId } from '#/lib/anchor/alias-entry.ts'
import { type Body, type Family, wasMovedFrom } from '#/lib/anchor/bodies.ts'
import type { IdIndex } from '#/lib/anchor/id-index.ts'
import { livingBodies } from '#/lib/anchor/living-bodies.ts'
import { ONE_TYPING, type Stretch, stretchOf } from '#/lib/anchor/neighbours.ts'
import type { IdRun } from '#/lib/annotation/model.ts'

/** How far back the history of a character is followed; three calls a step must fit any stack. */
const MOST_STEPS = 500

/** How a character came to be a passage's; null when it is none of it. */
type Share = 'tagged' | 'between' | 'instead' | 'carried' | null

/**
 * Which characters are a passage's: those that were tagged; those typed between two that are, as their author saw the
 * text; and those typed in place of some that are and did not come back, by the person who had just deleted them. Asks
 * nothing but how the text came about, which every copy of it tells alike.
 */
export class Membership {
  readonly #index: IdIndex
  readonly #log: AliasLog
  /** Per client the tagged characters. */
  readonly #tagged = new Map<number, [from: number, to: number][]>()
  readonly #known = new Map<string, Share>()
  /** By the first character of a stretch, up to where it was searched for tagged ones, and where the first of them is. */
  readonly #searched = new Map<string, { upTo: number; first: number }>()

  constructor(index: IdIndex, log: AliasLog, runs: readonly IdRun[]) {
    this.#index = index
    this.#log = log
    for (const [client, clock, length] of runs) {
      const list = this.#tagged.get(client)
      if (list) list.push([clock, clock + length])
      else this.#tagged.set(client, [[clock, clock + length]])
    }
  }

  has(id: CharacterId): boolean {
    return this.#share(id, 0) !== null
  }

  /** Whether a character is the passage's, and was not carried into it from elsewhere. */
  owns(id: CharacterId): boolean {
    const share = this.#share(id, 0)
    return share !== null && share !== 'carried'
  }

  /** Whether a character was typed in place of some of the passage's. */
  succeeds(id: CharacterId): boolean {
    return this.#share(id, 0) === 'instead'
  }

  #share(id: CharacterId, depth: number): Share {
    const key = id.join(':')
    const known = this.#known.get(key)
    if (known !== undefined) return known
    if (depth > MOST_STEPS) return null
    // Only a forged log leads in a circle.
    this.#known.set(key, null)
    const family = this.#log.bodies.families([...id, 1])[0]!
    const first = family.bodies[0]!
    let share: Share = this.#isTagged(family, id) ? 'tagged' : this.#typed([first.client, first.clock], depth + 1)
    // What was carried into the passage belongs to it there; what an undo brought back belongs as it did before.
    const put = family.bodies[bodyOf(family, id).site]!
    if (share === null && put !== first && this.#between([put.client, put.clock], depth + 1)) share = 'carried'
    this.#known.set(key, share)
    return share
  }

  #typed(id: CharacterId, depth: number): Share {
    const between = this.#between(id, depth)
    if (between) return between
    const stretch = stretchOf(this.#index.text.doc!, this.#log, id)
    const words = stretch?.instead
    const shares = words?.map((word) => this.#share(word, depth)) ?? [null]
    if (words && !shares.includes(null) && words.some((word) => this.#isDead(word)))
      return shares.includes('carried') ? 'carried' : 'instead'
    return stretch && this.#goesOn(stretch, depth) ? 'instead' : null
  }

  /** What is between words that were carried into the passage is no more its own than these. */
  #between(id: CharacterId, depth: number): 'between' | 'carried' | null {
    const stretch = stretchOf(this.#index.text.doc!, this.#log, id)
    const right = stretch?.right && this.#share(stretch.right, depth)
    if (!stretch || !right) return null
    // Of those put there in one go each is between what it is between, once one of them is tagged.
    const left = this.#areTagged(stretch.client, stretch.start, id[1]) ? 'tagged' : stretch.left && this.#share(stretch.left, depth)
    return left && (left === 'carried' || right === 'carried' ? 'carried' : 'between')
  }

  /** Whether the stretch goes on with what the same person typed in place of something, a moment before. */
  #goesOn({ client, start, left }: Stretch, depth: number): boolean {
    if (left === null || left[0] !== client || left[1] < start - ONE_TYPING || left[1] >= start) return false
    // Before the first thing noted of this client nothing was typed in place of anything: the whole of an import, say.
    return this.#log.typed(client, left[1]) !== undefined && this.#share(left, depth) === 'instead'
  }

  #isDead(id: CharacterId): boolean {
    return livingBodies(this.#index, this.#log, [...id, 1]).parts.length === 0
  }

  /** Whether some characters of a stretch are tagged. Asked for every character of a long stretch: none is looked at twice. */
  #areTagged(client: number, from: number, to: number): boolean {
    const key = `${client}:${from}`
    const { upTo, first } = this.#searched.get(key) ?? { upTo: from, first: Number.POSITIVE_INFINITY }
    if (first < to || to <= upTo) return first < to
    const found = this.#firstTagged([client, upTo, to - upTo])
    this.#searched.set(key, { upTo: to, first: found })
    return found < to
  }

  /** Clock of the first tagged character of a run. */
  #firstTagged([client, clock, length]: IdRun): number {
    let at = clock
    for (const family of this.#log.bodies.families([client, clock, length])) {
      const offset = this.#tagOffset(family, [client, at])
      if (offset !== null) return at + offset
      at += family.length
    }
    return Number.POSITIVE_INFINITY
  }

  /**
   * Whether characters are tagged, as any of their bodies. Not as one they had where they stood before they were moved to
   * where they were tagged: what was typed beside them there was left behind or was tagged itself.
   */
  #isTagged(family: Family, id: CharacterId): boolean {
    return this.#tagOffset(family, id) !== null
  }

  /** Which of a family's characters is the first that is tagged. */
  #tagOffset(family: Family, id: CharacterId): number | null {
    const { bodies, length } = family
    const own = bodyOf(family, id)
    const offsets = bodies
      .filter((body) => !wasMovedFrom(bodies, own, body))
      .flatMap(({ client, clock }) =>
        (this.#tagged.get(client) ?? [])
          .filter(([from, to]) => from < clock + length && clock < to)
          .map(([from]) => Math.max(from, clock) - clock),
      )
    return offsets.length > 0 ? Math.min(...offsets) : null
  }
}

/** The body of a family that has this identity. */
function bodyOf({ bodies }: Family, [client, clock]: CharacterId): Body {
  return bodies.find((body) => body.client === client && body.clock === clock) ?? bodies[0]!
}
