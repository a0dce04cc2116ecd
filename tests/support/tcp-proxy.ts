import type { AddressInfo } from 'node:net'
import { connect, createServer, type Socket } from 'node:net'

/** How a network treats what goes through it. */
export interface NetworkQuality {
  /** Every piece travels for so long each way, ms: always the same, or at random between two. Nothing overtakes anything. */
  delayMs?: number | readonly [least: number, most: number]
  /** What arrives at once is passed on in pieces of so many bytes; absent: whole. */
  sliceBytes?: number
}

/** A network between client and server that can be slow, cut, or silently dead. */
export interface TcpProxy {
  port: number
  /** From now on it is as good or bad as this. */
  set(quality: NetworkQuality): void
  /** Breaks all connections and takes none until `restore`. */
  cut(): void
  /** From now on bytes vanish, while connections look alive: a phone in a tunnel. */
  swallow(): void
  restore(): void
  /**
   * Breaks the clients' side only: what they have sent, and what they send in the next `holdMs`, arrives after so long, when
   * they may have connected again already.
   */
  breakLate(holdMs: number): void
  close(): Promise<void>
}

interface Pair {
  client: Socket
  upstream: Socket
  /** Extra time for what goes to the server, ms. */
  holdMs: number
}

/**
 * Forwards a port of the loopback address to `target`.
 *
 * @param delayMs every byte travels for so long, each way
 */
export async function tcpProxy(target: number, delayMs = 0): Promise<TcpProxy> {
  const pairs = new Set<Pair>()
  let quality: NetworkQuality = { delayMs }
  let mode: 'open' | 'cut' | 'swallowing' = 'open'
  const server = createServer({ noDelay: true }, (client) => {
    client.on('error', () => {})
    if (mode === 'cut') return void client.destroy()
    const upstream = connect({ port: target, host: '127.0.0.1', noDelay: true })
    upstream.on('error', () => {})
    const pair = { client, upstream, holdMs: 0 }
    pairs.add(pair)
    const isOpen = () => mode === 'open'
    const toServer = forward(
      client,
      upstream,
      () => travelMs(quality) + pair.holdMs,
      () => quality.sliceBytes,
      isOpen,
    )
    forward(
      upstream,
      client,
      () => travelMs(quality),
      () => quality.sliceBytes,
      isOpen,
    )
    upstream.on('close', () => client.destroy())
    client.on('close', () => {
      setTimeout(() => upstream.destroy(), pair.holdMs > 0 ? toServer() + 50 : 0)
      pairs.delete(pair)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const drop = () => {
    for (const { client, upstream } of pairs) {
      client.destroy()
      upstream.destroy()
    }
  }
  return {
    port: (server.address() as AddressInfo).port,
    set(next) {
      quality = next
    },
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
    breakLate(holdMs) {
      for (const pair of pairs) pair.holdMs = holdMs
      setTimeout(() => {
        for (const { client, holdMs } of pairs) if (holdMs > 0) client.destroy()
      }, holdMs / 4)
    },
    async close() {
      drop()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function travelMs({ delayMs = 0 }: NetworkQuality): number {
  if (typeof delayMs === 'number') return delayMs
  const [least, most] = delayMs
  return least + Math.random() * (most - least)
}

/** Passes bytes on in order, each piece after its time. @returns a function that tells in how many ms the last one so far arrives */
function forward(from: Socket, to: Socket, travel: () => number, slice: () => number | undefined, isOpen: () => boolean): () => number {
  let last = 0
  let passed: Promise<void> = Promise.resolve()
  const pass = async (chunk: Buffer, at: number) => {
    const early = at - performance.now()
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early))
    if (isOpen()) await writeSlices(to, chunk, slice() ?? chunk.length)
  }
  from.on('data', (chunk: Buffer) => {
    if (!isOpen()) return
    last = Math.max(last, performance.now() + travel())
    const at = last
    // One after the other: timers that end in the same ms may come in any order.
    passed = passed.then(() => pass(chunk, at))
  })
  return () => Math.max(0, last - performance.now())
}

/** Each slice waits for the one before, or the system would send them together. */
async function writeSlices(to: Socket, chunk: Buffer, sliceBytes: number): Promise<void> {
  for (let at = 0; at < chunk.length && !to.destroyed; at += sliceBytes)
    await new Promise<void>((resolve) => to.write(chunk.subarray(at, at + sliceBytes), () => resolve()))
}
