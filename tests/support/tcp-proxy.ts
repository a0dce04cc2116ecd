import type { AddressInfo } from 'node:net'
import { connect, createServer, type Socket } from 'node:net'

/** A network between client and server that can be slow, cut, or silently dead. */
export interface TcpProxy {
  port: number
  /** Breaks all connections and takes none until `restore`. */
  cut(): void
  /** From now on bytes vanish, while connections look alive: a phone in a tunnel. */
  swallow(): void
  restore(): void
  close(): Promise<void>
}

/**
 * Forwards a port of the loopback address to `target`.
 *
 * @param delayMs every byte travels for so long, each way
 */
export async function tcpProxy(target: number, delayMs = 0): Promise<TcpProxy> {
  const sockets = new Set<Socket>()
  let mode: 'open' | 'cut' | 'swallowing' = 'open'
  const track = (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
  }
  const forward = (from: Socket, to: Socket) => {
    from.on('data', (chunk) => {
      if (mode === 'swallowing') return
      setTimeout(() => mode === 'open' && !to.destroyed && to.write(chunk), delayMs)
    })
    from.on('close', () => to.destroy())
  }
  const server = createServer((client) => {
    track(client)
    if (mode === 'cut') return void client.destroy()
    const upstream = connect(target, '127.0.0.1')
    track(upstream)
    forward(client, upstream)
    forward(upstream, client)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const drop = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    port: (server.address() as AddressInfo).port,
    cut() {
      mode = 'cut'
      drop()
    },
    swallow() {
      mode = 'swallowing'
    },
    restore() {
      mode = 'open'
    },
    async close() {
      drop()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
