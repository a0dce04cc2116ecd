import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/** Below what Linux gives to outgoing connections (32768 and up): none of them takes the port of a server that is started again. */
const PORTS = { from: 20_000, to: 32_000 }
const MOST_TRIES = 50

/**
 * A TCP port of the loopback address that nobody listens on now.
 *
 * @throws when fifty in a row are taken
 */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const port = randomInt(PORTS.from, PORTS.to)
    if (await isFree(port)) return port
  }
  throw new Error(`no free port among ${MOST_TRIES} between ${PORTS.from} and ${PORTS.to}`)
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
