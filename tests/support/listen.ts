import type { Server } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

const TRIES = 100
const BETWEEN_MS = 50

/**
 * Lets a server listen on a port of the loopback address. Tests beside this one that look for a free port hold the one they try for a
 * moment: then it is tried again.
 *
 * @throws when somebody keeps it for five seconds
 */
export async function listen(server: Server, port: number): Promise<void> {
  for (let tries = 1; ; tries++) {
    const problem = await new Promise<NodeJS.ErrnoException | null>((resolve) => {
      server.once('error', resolve)
      server.listen(port, '127.0.0.1', () => {
        server.off('error', resolve)
        resolve(null)
      })
    })
    if (!problem) return
    if (problem.code !== 'EADDRINUSE' || tries === TRIES) throw problem
    await wait(BETWEEN_MS)
  }
}
