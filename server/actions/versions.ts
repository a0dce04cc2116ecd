'use server'
import { z } from 'zod'
import type { Scope } from '#/db/scope.ts'
import { noMemberWords } from '#/lib/access/member.ts'
import { findScope } from '#/server/auth/scope.ts'
import { memberDb, runtime } from '#/server/runtime.ts'
import {
  nameVersion as name,
  deleteVersion as remove,
  renameVersion as rename,
  type VersionRefused,
} from '#/server/usecases/name-version.ts'
import { type RestoreDeps, type RestoreWhat, restoreVersion as restore, type VersionRestored } from '#/server/usecases/restore-version.ts'

interface OfDocument {
  workspaceId: string
  documentId: string
}

const seq = z.int().min(0)
const typedName = z.string().max(2000)

/** `seq` null: the document as it is now, with everything that was acknowledged. Who is typing waits for "Saved" first. */
export async function nameVersion(
  input: OfDocument & { seq: number | null; name: string },
): Promise<{ ok: true; versionId: string; seq: number } | VersionRefused> {
  const named = { seq: seq.nullable().parse(input.seq), name: typedName.parse(input.name) }
  return run(input, (scope, deps) => name(scope, input.documentId, named, deps))
}

export async function renameVersion(input: OfDocument & { versionId: string; name: string }): Promise<{ ok: true } | VersionRefused> {
  const renamed = { versionId: z.uuid().parse(input.versionId), name: typedName.parse(input.name) }
  return run(input, (scope, deps) => rename(scope, input.documentId, renamed, deps))
}

export async function deleteVersion(input: OfDocument & { versionId: string }): Promise<{ ok: true } | VersionRefused> {
  const versionId = z.uuid().parse(input.versionId)
  return run(input, (scope, deps) => remove(scope, input.documentId, versionId, deps))
}

/** Restoring `before` of the answer takes the restoration back; with its `after` as `unlessAfter` only while nothing was changed since. */
export async function restoreVersion(
  input: OfDocument & { seq: number; what: RestoreWhat; unlessAfter?: number },
): Promise<VersionRestored | VersionRefused> {
  const restored = {
    seq: seq.parse(input.seq),
    what: z.enum(['text', 'text-and-tags']).parse(input.what),
    unlessAfter: seq.optional().parse(input.unlessAfter),
  }
  return run(input, (scope, deps) => restore(scope, input.documentId, restored, deps))
}

async function run<Done extends { ok: true }>(
  { workspaceId, documentId }: OfDocument,
  act: (scope: Scope, deps: RestoreDeps) => Promise<Done | VersionRefused>,
): Promise<Done | VersionRefused> {
  z.uuid().parse(documentId)
  const scope = await findScope(z.uuid().parse(workspaceId))
  if (!scope) return { ok: false, message: noMemberWords() }
  const { collab, history } = runtime()
  return act(scope, { db: memberDb(scope), collab, history })
}
