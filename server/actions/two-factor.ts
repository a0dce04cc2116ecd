'use server'
import { refresh } from 'next/cache'
import encodeQR from 'qr'
import { z } from 'zod'
import { requestAddress } from '#/server/auth/link-tries.ts'
import { totpSeal } from '#/server/auth/sealed-secret.ts'
import { requireUser } from '#/server/auth/session.ts'
import { db, runtime } from '#/server/runtime.ts'
import { confirmTwoFactor as confirm } from '#/server/usecases/confirm-two-factor.ts'
import { endTwoFactor as end } from '#/server/usecases/end-two-factor.ts'
import { renewRecoveryCodes as renew } from '#/server/usecases/renew-recovery-codes.ts'
import { startTwoFactor as start } from '#/server/usecases/start-two-factor.ts'

const text = z.string().max(1000)
const bothSchema = z.object({ password: text, code: text })
export type BothFactors = z.infer<typeof bothSchema>
export type FieldProblem = { ok: false; field: 'password' | 'code'; reason: string }

/** Light modules that readers need around a code (ISO/IEC 18004). */
const QUIET_ZONE = 4

const deps = () => ({ db: db(), tries: runtime().tries, seal: totpSeal(process.env.NEXTAUTH_SECRET ?? '') })

/** `secret`: base32, to be typed where no picture can be read. `modules`: the QR code of the same, row by row with its quiet zone, true is dark. */
export async function startTwoFactor(
  password: string,
): Promise<{ ok: true; secret: string; modules: boolean[][] } | { ok: false; reason: string }> {
  const user = await requireUser('/account')
  const started = await start(user.id, text.parse(password), deps())
  return started.ok ? { ok: true, secret: started.secret, modules: encodeQR(started.address, 'raw', { border: QUIET_ZONE }) } : started
}

/** `recoveryCodes`: shown only now. The page is not drawn anew before they were read. */
export async function confirmTwoFactor(code: string): Promise<{ ok: true; recoveryCodes: string[] } | { ok: false; reason: string }> {
  const user = await requireUser('/account')
  return confirm(user.id, text.parse(code), deps())
}

/** `recoveryCodes`: shown only now; the former ones stop working. */
export async function renewRecoveryCodes(input: BothFactors): Promise<{ ok: true; recoveryCodes: string[] } | FieldProblem> {
  const user = await requireUser('/account')
  return renew(user.id, { ...bothSchema.parse(input), address: await requestAddress() }, deps())
}

/** Asks for both factors once more. */
export async function endTwoFactor(input: BothFactors): Promise<{ ok: true } | FieldProblem> {
  const user = await requireUser('/account')
  const ended = await end(user.id, { ...bothSchema.parse(input), address: await requestAddress() }, deps())
  if (ended.ok) refresh()
  return ended
}
