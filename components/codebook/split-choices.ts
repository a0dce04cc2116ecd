import { nameKey } from '#/lib/codebook/clean-name.ts'

/** How far somebody is in giving passages to the entries of a split. A part is an index of the new names; null: it stays. */
export interface SplitChoices {
  /** Index of the passage in sight; the number of passages: all were gone through. */
  at: number
  /** Per passage gone through, where it goes. */
  given: readonly (number | null)[]
  /** What the passage in sight gets when it is confirmed. */
  choice: number | null
}

export type SplitStep =
  /** Chooses for the passage in sight. */
  | { type: 'chose'; to: number | null }
  /** Keeps the choice and goes on. The next passage begins with the same choice: neighbours are often alike. */
  | { type: 'confirmed' }
  /** Back to the one before, with what was chosen for it. */
  | { type: 'undone' }

export const NO_CHOICES: SplitChoices = { at: 0, given: [], choice: null }

/** @param count how many passages there are */
export function splitChoices(state: SplitChoices, step: SplitStep, count: number): SplitChoices {
  const { at, given, choice } = state
  if (step.type === 'chose') return at < count ? { ...state, choice: step.to } : state
  if (step.type === 'confirmed') return at < count ? { at: at + 1, given: [...given, choice], choice } : state
  return at === 0 ? state : { at: at - 1, given: given.slice(0, -1), choice: given.at(-1) ?? null }
}

/**
 * The choices under names that were changed meanwhile: a passage follows its name, or the place of it in the list when as many are
 * named as before; what has neither stays.
 */
export function choicesUnder(state: SplitChoices, was: readonly string[], now: readonly string[]): SplitChoices {
  const follow = (to: number | null): number | null => {
    if (to === null) return null
    const key = nameKey(was[to] ?? '')
    const at = now.findIndex((name) => nameKey(name) === key)
    if (at >= 0) return at
    return was.length === now.length && !was.some((name) => nameKey(name) === nameKey(now[to] ?? '')) ? to : null
  }
  return { ...state, given: state.given.map(follow), choice: follow(state.choice) }
}

/** How many passages go to each part, and how many stay; those not gone through stay. */
export function splitCounts({ given }: SplitChoices, parts: number, count: number): { moved: number[]; stay: number } {
  const moved = Array.from({ length: parts }, (_, part) => given.filter((to) => to === part).length)
  return { moved, stay: count - moved.reduce((sum, some) => sum + some, 0) }
}
