import type { Figure } from '#/bench/figure.ts'
import type { Tally } from './tally.ts'

/** The figures with goals. */
export function figuresOf(tally: Tally): Figure[] {
  const none = (name: string, value: number): Figure => ({ name: `anchors-${name}`, value, unit: 'count', goal: { bound: '<=', value: 0 } })
  const percent = (name: string, part: number, whole: number, least: number): Figure => ({
    name: `anchors-${name}`,
    value: whole === 0 ? 100 : (100 * part) / whole,
    unit: '%',
    goal: { bound: '>=', value: least },
  })
  return [
    none('broken', tally.broken),
    none('diverged', tally.diverged),
    none('refused', tally.refused),
    none('characters-lost', tally.lost),
    none('characters-doubled', tally.doubled),
    none('characters-returned', tally.returned),
    percent('exact', tally.exact, tally.living, 99.9),
    none('elsewhere', tally.elsewhere),
    percent('undo-restores', tally.restored, tally.undone, 100),
  ]
}
