import { cleanName } from '#/lib/codebook/clean-name.ts'

const MAX_LENGTH = 80
/** Marks that turn the writing direction of what follows: in a name they would turn the sentences around it. */
const DIRECTION_OVERRIDES = /[\u202a-\u202e\u2066-\u2069]/gu

/** A person's name as it is kept, or why it cannot be one, as a sentence. */
export function personName(text: string): { ok: true; name: string } | { ok: false; reason: string } {
  const name = cleanName(text.toWellFormed().replace(DIRECTION_OVERRIDES, ''))
  if (!name) return { ok: false, reason: 'Enter your name, as colleagues know you.' }
  if (name.length > MAX_LENGTH) return { ok: false, reason: `Use a name of at most ${MAX_LENGTH} characters.` }
  return { ok: true, name }
}
