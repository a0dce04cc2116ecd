'use server'
import { z } from 'zod'
import { db } from '#/server/runtime.ts'
import { signUp as createAccount, type SignUpInput } from '#/server/usecases/sign-up.ts'

const signUpSchema = z.object({ name: z.string(), email: z.string(), password: z.string() })

export type SignUpAnswer = { ok: true } | { ok: false; field: keyof SignUpInput; reason: string }

/** Makes an account; signing in with it is a second step. */
export async function signUp(input: SignUpInput): Promise<SignUpAnswer> {
  const parsed = signUpSchema.safeParse(input)
  if (!parsed.success) return { ok: false, field: 'email', reason: 'Fill in name, email and password.' }
  const result = await createAccount(parsed.data, { db: db() })
  return result.ok ? { ok: true } : result
}
