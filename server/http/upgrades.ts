import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'

/** Hands over upgrades of exactly `/collab`; every other one ends here, whatever it asks for, before anybody's code reads it. */
export function takeUpgrades(
  server: Server,
  collab: { handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void },
  /** Next's hot reloading, in development. */
  elsewhere?: (request: IncomingMessage, socket: Duplex, head: Buffer) => void,
): void {
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy())
    if (request.url?.split('?')[0] === '/collab') collab.handleUpgrade(request, socket, head)
    else if (elsewhere) elsewhere(request, socket, head)
    else socket.destroy()
  })
}
