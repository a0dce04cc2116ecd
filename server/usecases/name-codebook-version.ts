import type { Db } from '#/db/client.ts'
import { readCodebookVersion } from '#/db/queries/codebook.ts'
import { removeCodebookVersionName, setCodebookVersionName } from '#/db/queries/codebook-versions.ts'
import type { Scope } from '#/db/scope.ts'
import { can } from '#/lib/access/roles.ts'
import type { Refused } from '#/lib/codebook/refused.ts'
import { t } from '#/lib/message/t.ts'
import { checkVersionName } from '#/lib/version/version-name.ts'
import { MAY_NOT_MANAGE } from './codebook-deps.ts'

/** Gives a version of the codebook a name, or another one. Exports of that version say it. */
export async function nameCodebookVersion(
  scope: Scope,
  { version, name: typed }: { version: number; name: string },
  { db }: { db: Db },
): Promise<{ ok: true } | Refused> {
  if (!can(scope.role, 'manage-codebook')) return MAY_NOT_MANAGE
  const checked = checkVersionName(typed)
  if (!checked.ok) return { ok: false, field: 'name', reason: checked.message }
  if (version > (await readCodebookVersion(db, scope))) return { ok: false, reason: t('There is no such version of the codebook.') }
  await setCodebookVersionName(db, scope, version, checked.name)
  return { ok: true }
}

/** Forgets the name of a version; the version itself stays. */
export async function unnameCodebookVersion(scope: Scope, version: number, { db }: { db: Db }): Promise<{ ok: true } | Refused> {
  if (!can(scope.role, 'manage-codebook')) return MAY_NOT_MANAGE
  if (!(await removeCodebookVersionName(db, scope, version))) return { ok: false, reason: t('This version has no name any more.') }
  return { ok: true }
}
