import { t } from '#/lib/message/t.ts'
import { oneLine } from '#/lib/one-line.ts'

const MAX_LENGTH = 80

/** A person's name as it is kept, or why it cannot be one, as a sentence. */
export function personName(text: string): { ok: true; name: string } | { ok: false; reason: string } {
  const name = oneLine(text)
  if (!name) return { ok: false, reason: t('Enter your name, as colleagues know you.') }
  if (name.length > MAX_LENGTH) return { ok: false, reason: t('Use a name of at most {maxlength} characters.', { maxlength: MAX_LENGTH }) }
  return { ok: true, name }
}
