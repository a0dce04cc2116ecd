import { z } from 'zod'

const body = z.object({ readShare: z.number().min(0).max(1) })

/** How far somebody read, 0 to 1, from the body of a visit; null when it cannot be understood. */
export function parseVisit(bytes: Uint8Array): { readShare: number } | null {
  try {
    return body.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data ?? null
  } catch {
    return null
  }
}
