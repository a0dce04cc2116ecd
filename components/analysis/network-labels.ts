import { type Label, labelUnder, placeLabels } from '#/lib/analysis/place-labels.ts'
import type { Point } from './network-shapes.ts'
import type { Size } from './use-size.ts'

/** The longest name that is drawn in full. */
const LONGEST = 22
/** Width of a letter of a name on average, CSS pixels. */
const LETTER = 6.1

export function shortName(name: string): string {
  return name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name
}

/** What stands in the picture and has a name. */
export interface Named {
  id: string
  name: string
  statements: number
  place: Point
  radius: number
}

/**
 * Where names stand; null: there is no room. Those who say most have the first choice.
 *
 * @param looked who is looked at: its name is drawn whatever it covers
 */
export function nameLabels(nodes: readonly Named[], size: Size, looked: string | null): Map<string, Label | null> {
  const labelled = nodes
    .toSorted((a, b) => b.statements - a.statements)
    .map(({ id, name, place, radius }) => ({ id, ...place, radius, width: shortName(name).length * LETTER }))
  const labels = placeLabels(labelled, size)
  const own = labelled.find(({ id }) => id === looked)
  return own && !labels.get(own.id) ? labels.set(own.id, labelUnder(own)) : labels
}
