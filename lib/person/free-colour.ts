import { PERSON_COLOURS, personColour } from './person-colour.ts'

/**
 * The colour, 1 to 8, of somebody who joins people with these colours: their own unless fewer have another one; then the
 * first after it that the fewest have. So up to eight people can be told apart.
 */
export function freeColour(userId: string, taken: readonly number[]): number {
  const own = personColour(userId)
  const colours = Array.from({ length: PERSON_COLOURS }, (_, n) => ((own - 1 + n) % PERSON_COLOURS) + 1)
  const holders = (colour: number) => taken.filter((other) => other === colour).length
  return colours.reduce((best, colour) => (holders(colour) < holders(best) ? colour : best))
}
