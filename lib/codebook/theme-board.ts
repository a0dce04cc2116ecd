import type { Theme } from './codebook.ts'
import { freeHue } from './theme-hue.ts'
import type { ThemePlace } from './theme-places.ts'
import { pathIn } from './theme-tree.ts'

/** A theme tree to try moves on. Positions among siblings are 0, 1, 2 ... after every move. */
export class ThemeBoard {
  readonly #places = new Map<string, ThemePlace & { name: string }>()
  readonly #before = new Map<string, ThemePlace>()

  /** @param themes live themes in sibling order */
  constructor(themes: readonly Theme[]) {
    for (const { id, name, parentId, position, hue } of themes) {
      this.#places.set(id, { id, name, parentId, position, hue })
      this.#before.set(id, { id, parentId, position, hue })
    }
  }

  has(id: string): boolean {
    return this.#places.has(id)
  }

  place(id: string): (ThemePlace & { name: string }) | undefined {
    return this.#places.get(id)
  }

  /** What stands directly under a theme (null: at the top), in order. */
  below(parentId: string | null): (ThemePlace & { name: string })[] {
    return [...this.#places.values()].filter((place) => place.parentId === parentId).sort((a, b) => a.position - b.position)
  }

  /** Whether one theme stands anywhere under another. */
  isUnder(id: string, above: string): boolean {
    return pathIn(this.#places, id)
      .slice(0, -1)
      .some((step) => step.id === above)
  }

  /** Adds a theme that was not there; {@link move} says where it goes. */
  add({ id, name }: { id: string; name: string }, { parentId, position, hue }: Omit<ThemePlace, 'id'>): void {
    this.#places.set(id, { id, name, parentId: null, position: Number.POSITIVE_INFINITY, hue })
    this.move(id, { parentId, position, hue })
  }

  /** Puts a theme under another at a position, or last. At the top a theme without a colour takes a free one. */
  move(id: string, to: { parentId: string | null; position?: number; hue?: number | null }): void {
    const place = this.#places.get(id)
    if (!place) return
    const from = place.parentId
    const siblings = this.below(to.parentId).filter((sibling) => sibling.id !== id)
    const hue = to.hue === undefined ? place.hue : to.hue
    place.parentId = to.parentId
    place.hue = to.parentId === null ? (hue ?? freeHue(siblings.map((sibling) => sibling.hue))) : hue
    number(siblings.toSpliced(Math.min(to.position ?? siblings.length, siblings.length), 0, place))
    if (from !== to.parentId) number(this.below(from))
  }

  /** Takes a theme away; what stands under it must have been moved before. */
  remove(id: string): void {
    const place = this.#places.get(id)
    this.#places.delete(id)
    if (place) number(this.below(place.parentId))
  }

  /** Themes that stand elsewhere than in the beginning, and those that were added. */
  changes(): ThemePlace[] {
    return [...this.#places.values()]
      .filter((place) => {
        const was = this.#before.get(place.id)
        return !was || was.parentId !== place.parentId || was.position !== place.position || was.hue !== place.hue
      })
      .map(({ id, parentId, position, hue }) => ({ id, parentId, position, hue }))
  }

  /** Where a theme stood in the beginning. */
  before(id: string): ThemePlace | undefined {
    return this.#before.get(id)
  }
}

function number(siblings: readonly ThemePlace[]): void {
  for (const [position, sibling] of siblings.entries()) sibling.position = position
}
