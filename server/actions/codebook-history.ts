'use server'
import { z } from 'zod'
import { noMemberWords } from '#/lib/access/member.ts'
import type { Refused } from '#/lib/codebook/refused.ts'
import { findScope } from '#/server/auth/scope.ts'
import { memberDb } from '#/server/runtime.ts'
import { nameCodebookVersion as name, unnameCodebookVersion as unname } from '#/server/usecases/name-codebook-version.ts'
import { versionSchema } from './codebook-schema.ts'

const typedName = z.string().max(2000)

/** Names a version of the codebook, or names it anew. */
export async function nameCodebookVersion(workspaceId: string, of: number, typed: string): Promise<{ ok: true } | Refused> {
  const named = { version: versionSchema.parse(of), name: typedName.parse(typed) }
  const scope = await findScope(z.uuid().parse(workspaceId))
  return scope ? name(scope, named, { db: memberDb(scope) }) : { ok: false, reason: noMemberWords() }
}

/** Forgets the name of a version. */
export async function unnameCodebookVersion(workspaceId: string, of: number): Promise<{ ok: true } | Refused> {
  const unnamed = versionSchema.parse(of)
  const scope = await findScope(z.uuid().parse(workspaceId))
  return scope ? unname(scope, unnamed, { db: memberDb(scope) }) : { ok: false, reason: noMemberWords() }
}
