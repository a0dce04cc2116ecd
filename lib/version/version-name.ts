import { t } from '#/lib/message/t.ts'
import { oneLine } from '#/lib/one-line.ts'

/** Longest name of a version, in UTF-16 units. */
export const VERSION_NAME_LIMIT = 120

/** A typed name as it is kept (see `oneLine`), or what is wrong with it. */
export function checkVersionName(typed: string): { ok: true; name: string } | { ok: false; message: string } {
  const name = oneLine(typed)
  if (name === '') return { ok: false, message: t('Give the version a name.') }
  if (name.length > VERSION_NAME_LIMIT)
    return { ok: false, message: t('A name has at most {versionnamelimit} characters.', { versionnamelimit: VERSION_NAME_LIMIT }) }
  return { ok: true, name }
}
