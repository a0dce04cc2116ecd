import { open, rename, rm } from 'node:fs/promises'
import { newId } from '#/lib/id.ts'
import { type BodyRefused, bodyParts } from './read-body.ts'

/**
 * Writes the body of a request to a file that only the server's user can read, in bounded memory. It appears under its name when it is
 * complete; what is refused leaves nothing.
 *
 * @param limit bytes
 */
export async function saveBody(request: Request, path: string, limit: number): Promise<{ ok: true; bytes: number } | BodyRefused> {
  // Somebody may send two at once: whichever is complete last stays, whole.
  const partial = `${path}.${newId()}.part`
  const file = await open(partial, 'w', 0o600)
  let bytes = 0
  try {
    for await (const part of bodyParts(request, limit)) {
      if ('reason' in part) return part
      bytes += part.length
      // Whole, unlike `write`, which may write less on a disk that is nearly full.
      await file.writeFile(part)
    }
    await rename(partial, path)
    return { ok: true, bytes }
  } finally {
    await file.close()
    await rm(partial, { force: true })
  }
}
