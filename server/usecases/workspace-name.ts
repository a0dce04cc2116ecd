import { t } from '#/lib/message/t.ts'
import { oneLine } from '#/lib/one-line.ts'

const LONGEST = 80

/** A workspace's name as it is kept, or the sentence that says what is wrong with it. */
export function checkWorkspaceName(typed: string): { ok: true; name: string } | { ok: false; reason: string } {
  const name = oneLine(typed)
  if (!name) return { ok: false, reason: t('Enter a name for the workspace.') }
  if (name.length > LONGEST) return { ok: false, reason: t('Use a name of at most {longest} characters.', { longest: LONGEST }) }
  return { ok: true, name }
}
