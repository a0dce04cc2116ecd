'use server'
import { z } from 'zod'
import { listChosenColours } from '#/db/queries/people.ts'
import { changeSettings } from '#/db/queries/person-settings.ts'
import { t } from '#/lib/message/t.ts'
import { COLOUR_SCHEMES } from '#/lib/person/colour-scheme.ts'
import type { ChosenColours } from '#/lib/person/person-colour.ts'
import { INTERFACE_LANGUAGES, type PersonSettings } from '#/lib/person/settings.ts'
import { findScope } from '#/server/auth/scope.ts'
import { requireUser } from '#/server/auth/session.ts'
import { db, memberDb } from '#/server/runtime.ts'

const settingsSchema = z.strictObject({
  language: z.enum(INTERFACE_LANGUAGES).optional(),
  scheme: z.enum(COLOUR_SCHEMES).optional(),
  // Generous bounds against abuse only: which keys there are is the business of the command registry.
  keys: z
    .record(z.string().max(60), z.string().max(40).nullable())
    .refine((keys) => Object.keys(keys).length <= 200)
    .optional(),
  singleKeys: z.boolean().optional(),
  tourSeen: z.boolean().optional(),
})

/** Changes the fields that are there, on all devices of who asks; a field that is undefined gets its usual value again. */
export async function changeMySettings(changes: PersonSettings): Promise<{ ok: true } | { ok: false; reason: string }> {
  const user = await requireUser('/account')
  const parsed = settingsSchema.safeParse(changes)
  if (!parsed.success) return { ok: false, reason: t('This setting cannot be kept. Load the page again and try once more.') }
  await changeSettings(db(), user.id, parsed.data)
  return { ok: true }
}

/** The colours that people of a workspace chose; null for who is signed out or no member. */
export async function loadColours(workspaceId: string): Promise<ChosenColours | null> {
  const scope = await findScope(z.uuid().parse(workspaceId))
  return scope && listChosenColours(memberDb(scope), scope)
}
