'use server'
import { refresh } from 'next/cache'
import { z } from 'zod'
import { TOKEN_SCOPES } from '#/lib/api/scopes.ts'
import { TOKEN_DAYS, type TokenInput } from '#/lib/api/token-input.ts'
import { requireUser } from '#/server/auth/session.ts'
import { db } from '#/server/runtime.ts'
import { endToken, makeToken } from '#/server/usecases/edit-tokens.ts'

const tokenSchema = z.object({
  name: z.string().max(1000),
  scopes: z.array(z.enum(TOKEN_SCOPES)).max(TOKEN_SCOPES.length),
  days: z.literal([...TOKEN_DAYS]),
})

/** Makes a token for the person's programs; the only time it is told. */
export async function createToken(input: TokenInput): Promise<{ ok: true; id: string; token: string } | { ok: false; reason: string }> {
  const wanted = tokenSchema.parse(input)
  const user = await requireUser('/account')
  const made = await makeToken(user.id, wanted, { db: db(), now: Date.now() })
  refresh()
  return made
}

export async function revokeToken(tokenId: string): Promise<{ ok: true } | { ok: false; reason: string }> {
  const id = z.uuid().parse(tokenId)
  const user = await requireUser('/account')
  const done = await endToken(user.id, id, { db: db(), now: Date.now() })
  refresh()
  return done
}
