/** The person colours of `app/tokens.css`: `data-p="1"` to `data-p="8"`. */
export const PERSON_COLOURS = 8

/** The colours people chose, by user id; who chose none is not among them. */
export type ChosenColours = Readonly<Record<string, number>>

/** The colour of a person, 1 to 8, the same for everyone, everywhere: the chosen one, else from the user id (FNV-1a, 32 bits). */
export function personColour(userId: string, chosen?: number | null): number {
  if (chosen) return chosen
  let hash = 0x811c9dc5
  for (let i = 0; i < userId.length; i++) hash = Math.imul(hash ^ userId.charCodeAt(i), 0x01000193)
  // the low bits of FNV alone mix badly
  return (((hash ^ (hash >>> 15)) >>> 0) % PERSON_COLOURS) + 1
}
