import { createHash } from 'node:crypto'
import { beginAnswer, dropAnswer, type KeptAnswer, keepAnswer } from '#/db/queries/api-answers.ts'
import { ApiProblem } from '#/lib/api/problem.ts'
import { Seal } from '#/server/auth/sealed-secret.ts'
import type { ApiDeps } from './api-deps.ts'

/** A request that is still unanswered after this was cut off, ms. */
const STALE_MS = 5 * 60_000
/** When to come back for the answer to a request that is under way, s. */
const LOOK_AGAIN_S = 30
const KEY = /^[\x20-\x7e]{1,255}$/

/** A request that may come again. */
interface Repeatable {
  userId: string
  /** The Idempotency-Key; null: it has none. */
  key: string | null
  /** What makes it the same request: method, address, body. */
  about: readonly (string | Uint8Array)[]
}

/**
 * Does what a request asks for once, however often it comes (draft-ietf-httpapi-idempotency-key-header-07): the answer is kept
 * and given again. A request that was refused did nothing and may be mended and sent again under its key.
 *
 * @throws {ApiProblem} when the key belongs to another request, or the first is still under way
 */
export async function answerOnce(
  { userId, key, about }: Repeatable,
  { db, secret, now }: ApiDeps,
  answer: () => Promise<KeptAnswer>,
): Promise<KeptAnswer> {
  if (key === null) return answer()
  if (!KEY.test(key)) throw new ApiProblem('not-understood', 'An Idempotency-Key has 1 to 255 characters of ASCII.')
  // Answers hold memos, and secrets that are told once: a copy of the database gives none of it away.
  const seal = new Seal(secret, 'answers')
  const owner = `${userId} ${key}`
  const fingerprint = fingerprintOf(about)
  const begun = await beginAnswer(db, userId, key, fingerprint, new Date(now() - STALE_MS))
  if (!begun.begun) {
    if (begun.fingerprint !== fingerprint) throw new ApiProblem('invalid', 'This Idempotency-Key was used for another request.')
    if (!begun.answer)
      throw new ApiProblem('conflict', 'The first request with this Idempotency-Key is still being answered.', {
        headers: { 'Retry-After': String(LOOK_AGAIN_S) },
      })
    const body = seal.open(begun.answer.body, owner)
    if (body === null) throw new ApiProblem('conflict', 'This was done, and its answer cannot be read any more.')
    return { ...begun.answer, body, headers: { ...begun.answer.headers, 'Idempotent-Replayed': 'true' } }
  }
  try {
    const given = await answer()
    await keepAnswer(db, userId, key, { ...given, body: seal.seal(given.body, owner) })
    return given
  } catch (error) {
    await dropAnswer(db, userId, key)
    throw error
  }
}

function fingerprintOf(about: Repeatable['about']): string {
  const hash = createHash('sha256')
  for (const part of about) hash.update(part).update('\0')
  return hash.digest('hex')
}
