import { headers } from 'next/headers'
import { addressKey, CLIENT_ADDRESS } from '#/server/http/client-address.ts'
import { runtime } from '#/server/runtime.ts'

/** Where the request that is being answered comes from, as throttles count it. */
export async function requestAddress(): Promise<string> {
  return addressKey((await headers()).get(CLIENT_ADDRESS) ?? '')
}

/**
 * Looks a link's token up for somebody who may be guessing: who came with too many that were never ours waits.
 * @param look answers with the reason `unknown` for those
 */
export async function tryLink<T extends { ok: true } | { ok: false; reason: string }>(
  look: () => Promise<T>,
): Promise<T | { ok: false; reason: 'too-many-tries'; retryInS: number }> {
  const { address: tries } = runtime().tries
  const address = await requestAddress()
  const waitMs = tries.waitMs(address)
  if (waitMs > 0) return { ok: false, reason: 'too-many-tries', retryInS: Math.ceil(waitMs / 1000) }
  const result = await look()
  if (!result.ok && result.reason === 'unknown') tries.spend(address)
  return result
}
