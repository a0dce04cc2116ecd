'use server'
import { refresh } from 'next/cache'
import { z } from 'zod'
import { t } from '#/lib/message/t.ts'
import { PERSON_COLOURS } from '#/lib/person/person-colour.ts'
import { requestAddress } from '#/server/auth/link-tries.ts'
import { requireUser } from '#/server/auth/session.ts'
import { db, runtime } from '#/server/runtime.ts'
import { changeProfile } from '#/server/usecases/change-profile.ts'
import { personName } from '#/server/usecases/person-name.ts'
import { signUp as createAccount } from '#/server/usecases/sign-up.ts'

const signUpSchema = z.object({
  name: z.string(),
  email: z.string(),
  password: z.string(),
  invitation: z.string().optional(),
  setup: z.string().optional(),
})

export type SignUpAnswer = { ok: true } | { ok: false; field: 'name' | 'email' | 'password'; reason: string }

/** Makes an account; signing in with it is a second step. */
export async function signUp(input: z.infer<typeof signUpSchema>): Promise<SignUpAnswer> {
  const parsed = signUpSchema.safeParse(input)
  if (!parsed.success) return { ok: false, field: 'email', reason: t('Fill in name, email and password.') }
  const { collab, signUpGate, tries } = runtime()
  const result = await createAccount(parsed.data, { db: db(), collab, gate: signUpGate, tries, address: await requestAddress() })
  return result.ok ? { ok: true } : result
}

/** Changes the name that colleagues see. */
export async function rename(typed: string): Promise<{ ok: true } | { ok: false; reason: string }> {
  const user = await requireUser('/account')
  const named = personName(z.string().max(1000).parse(typed))
  if (!named.ok) return named
  await changeProfile(user.id, { name: named.name }, { db: db(), collab: runtime().collab })
  refresh()
  return { ok: true }
}

/** Changes the colour in which colleagues see this person. @param typed 1 to 8 */
export async function chooseColour(typed: number): Promise<{ ok: true } | { ok: false; reason: string }> {
  const user = await requireUser('/account')
  const colour = z.number().int().min(1).max(PERSON_COLOURS).parse(typed)
  await changeProfile(user.id, { colour }, { db: db(), collab: runtime().collab })
  refresh()
  return { ok: true }
}
