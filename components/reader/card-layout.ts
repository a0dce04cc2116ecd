/** Room between two cards, px. */
export const CARD_GAP = 8

/** A card that wants to stand beside its passage. All numbers in px. */
export interface WantedCard {
  id: string
  /** Top of the passage's first line. */
  want: number
  height: number
}

/**
 * Where cards stand in their column. The active card stays on its line; earlier cards slide up and later ones down, so
 * none overlap. When there is no room above for the earlier ones, the run up to the active card moves down.
 * @param cards in document order of their passages
 * @param floor no card stands above this
 * @returns top of each card by id
 */
export function layoutCards(cards: readonly WantedCard[], activeId: string | null, floor = 0): Map<string, number> {
  const tops = cards.map(({ want }) => Math.max(want, floor))
  const active = cards.findIndex(({ id }) => id === activeId)
  const packDown = (first: number, last: number): void => {
    for (let i = Math.max(1, first); i <= last; i++) tops[i] = Math.max(tops[i]!, tops[i - 1]! + cards[i - 1]!.height + CARD_GAP)
  }
  packDown(0, active - 1)
  for (let i = active - 1; i >= 0; i--) tops[i] = Math.min(tops[i]!, tops[i + 1]! - cards[i]!.height - CARD_GAP)
  const missing = floor - (tops[0] ?? floor)
  if (missing > 0) for (let i = 0; i <= active; i++) tops[i] = tops[i]! + missing
  packDown(active + 1, cards.length - 1)
  return new Map(cards.map(({ id }, i) => [id, tops[i]!]))
}
