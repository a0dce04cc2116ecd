import { connect, type Socket } from 'node:net'

export interface RawAnswer {
  /** 0: the connection was closed without an answer. */
  status: number
  head: string
  /** Bytes the server took before it answered, or closed. */
  sent: number
  ms: number
}

interface RawRequest {
  method?: string
  target: string
  headers?: Record<string, string>
  /** Pieces of the body, sent as fast as they are taken. */
  body?: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
  /** How long to wait for an answer, ms. */
  withinMs?: number
}

/** One request written byte by byte, as no client library would. */
export async function rawRequest(
  port: number,
  { method = 'GET', target, headers = {}, body = [], withinMs = 30_000 }: RawRequest,
): Promise<RawAnswer> {
  const socket = connect(port, '127.0.0.1')
  const began = performance.now()
  let head = ''
  let isOver = false
  socket.on('error', () => {})
  socket.on('data', (chunk) => {
    if (head.length < 100_000) head += chunk.toString('latin1')
    if (head.includes('\r\n\r\n')) isOver = true
  })
  socket.on('close', () => {
    isOver = true
  })
  await Promise.race([happened(socket, 'connect'), new Promise((resolve) => setTimeout(resolve, 5000))])
  const lines = Object.entries({ Host: `127.0.0.1:${port}`, Connection: 'close', ...headers }).map(([name, value]) => `${name}: ${value}`)
  socket.write(`${method} ${target} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`)
  let sent = 0
  for await (const piece of body) {
    if (isOver) break
    if (!socket.write(piece))
      await Promise.race([happened(socket, 'drain'), happened(socket, 'close'), new Promise((resolve) => setTimeout(resolve, 2000))])
    sent += piece.length
  }
  while (!isOver && performance.now() - began < withinMs) await new Promise((resolve) => setTimeout(resolve, 10))
  const ms = performance.now() - began
  socket.destroy()
  return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1] ?? 0), head, sent, ms }
}

/** Unlike `once` of Node it does not fail with the socket. */
function happened(socket: Socket, event: 'connect' | 'drain' | 'close'): Promise<void> {
  return new Promise((resolve) => socket.once(event, () => resolve()))
}
