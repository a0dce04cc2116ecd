import { findLiveToken, type LiveToken, touchToken } from '#/db/queries/api-tokens.ts'
import { ApiProblem } from '#/lib/api/problem.ts'
import { bearerToken, isTokenForm } from '#/lib/api/scopes.ts'
import { hashLinkToken } from '#/server/auth/link-token.ts'
import { addressKey, CLIENT_ADDRESS } from '#/server/http/client-address.ts'
import type { ApiDeps } from './api-deps.ts'

/** How exactly the last use of a token is known, ms: not every request writes. */
const USED_WITHIN_MS = 60_000

/**
 * Whose request this is.
 *
 * @throws {ApiProblem} without a token that is good; who tries many has to wait
 */
export async function authenticate(request: Request, { db, limits, now }: ApiDeps): Promise<LiveToken> {
  const given = bearerToken(request.headers.get('authorization'))
  const at = new Date(now())
  const token = given !== null && isTokenForm(given) ? await findLiveToken(db, hashLinkToken(given), at) : null
  if (!token) return refuse(request, given, { limits, now })
  if (!token.lastUsedAt || at.getTime() - token.lastUsedAt.getTime() > USED_WITHIN_MS) await touchToken(db, token.id, at)
  return token
}

function refuse(request: Request, given: string | null, { limits, now }: Pick<ApiDeps, 'limits' | 'now'>): never {
  const allowance = limits.stranger.take(addressKey(request.headers.get(CLIENT_ADDRESS) ?? ''), now())
  if (!allowance.ok)
    throw new ApiProblem('too-many', 'Too many requests without a good token came from your address.', {
      headers: limits.stranger.headers(allowance),
    })
  // RFC 6750, 3: no error code for who did not try.
  const challenge = given === null ? 'Bearer realm="Interline"' : 'Bearer realm="Interline", error="invalid_token"'
  const detail =
    given === null
      ? 'Send a token: Authorization: Bearer ilt_… People make them on their account page.'
      : 'This token is none, was revoked or has expired.'
  throw new ApiProblem('no-token', detail, { headers: { 'WWW-Authenticate': challenge } })
}
