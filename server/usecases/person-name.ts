import { oneLine } from '#/lib/one-line.ts'

const MAX_LENGTH = 80

/** A person's name as it is kept, or why it cannot be one, as a sentence. */
export function personName(text: string): { ok: true; name: string } | { ok: false; reason: string } {
  const name = oneLine(text)
  if (!name) return { ok: false, reason: 'Enter your name, as colleagues know you.' }
  if (name.length > MAX_LENGTH) return { ok: false, reason: `Use a name of at most ${MAX_LENGTH} characters.` }
  return { ok: true, name }
}
