// Sends hostile frames from several sockets at a time. A frame counts when the server took it from a socket that was open:
// it answered the ping behind it, or closed the socket.
import { setPriority } from 'node:os'
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import WebSocket from 'ws'
import { collabAddress } from '#/lib/collab/protocol.ts'
import { rng } from '#/lib/text/testing/rng.ts'
import { MESSAGE, SYNC } from '#/tests/support/raw-client.ts'
import type { FuzzActor, FuzzReport, FuzzTask } from './fuzz.ts'
import { hostileFrame, type Material, type Way } from './mutate.ts'
import { freshChange } from './record.ts'

/** How long the server may take to answer a ping, ms; then the socket hangs. */
const ANSWER_MS = 15_000
setPriority(10)

process.once('message', async ({ server, seed, frames, sockets, actors, recordings, rooms, state }: FuzzTask) => {
  const report: FuzzReport = { frames: 0, ways: {}, closes: {}, hung: 0, opened: 0 }
  const chance = rng(seed)
  let left = frames
  const attack = async (actor: FuzzActor, socketSeed: number) => {
    const own = rng(socketSeed)
    const material: Material = {
      recordings,
      rooms: own.chance(0.5) ? [...actor.joins, ...rooms] : rooms,
      change: () => freshChange(state, own.int(1, 2 ** 31), `x${own.int(0, 9)}`),
    }
    while (left > 0) {
      const socket = await open(server, actor)
      if (!socket) continue
      report.opened++
      while (left > 0 && socket.readyState === WebSocket.OPEN) {
        left--
        const { way, frame } = hostileFrame(own, material)
        const outcome = await deliver(socket, frame)
        if (outcome === 'hung') report.hung++
        else if (outcome !== 'answered') report.closes[outcome] = (report.closes[outcome] ?? 0) + 1
        count(report, way)
      }
      socket.terminate()
    }
  }
  await Promise.all(Array.from({ length: sockets }, (_, i) => attack(actors[i % actors.length] as FuzzActor, chance.int(1, 2 ** 31))))
  process.send?.(report, () => process.exit())
})
process.once('disconnect', () => process.exit())

function count(report: FuzzReport, way: Way): void {
  report.frames++
  report.ways[way] = (report.ways[way] ?? 0) + 1
}

/** A socket with its rooms opened; null when the server did not take it just now. */
function open(server: { url: string; origin: string }, { cookie, joins }: FuzzActor): Promise<WebSocket | null> {
  const socket = new WebSocket(collabAddress(server.url, 1), { headers: { cookie, origin: server.origin } })
  socket.on('message', () => {})
  return new Promise((resolve) => {
    socket.once('open', () => {
      for (const room of joins) for (const frame of joining(room)) socket.send(frame)
      resolve(socket)
    })
    socket.on('error', () => setTimeout(() => resolve(null), 20))
  })
}

function joining(room: string): Uint8Array[] {
  const frame = (type: number, write: (encoder: ReturnType<typeof createEncoder>) => void) => {
    const encoder = createEncoder()
    writeVarString(encoder, room)
    writeVarUint(encoder, type)
    write(encoder)
    return toUint8Array(encoder)
  }
  return [
    frame(MESSAGE.AUTH, (encoder) => {
      writeVarUint(encoder, 0)
      writeVarString(encoder, 'token')
    }),
    frame(MESSAGE.SYNC, (encoder) => {
      writeVarUint(encoder, SYNC.STEP_1)
      writeVarUint8Array(encoder, new Uint8Array([0]))
    }),
  ]
}

/** Sends a frame and waits for what comes of it: the code of the close, or that the server lives on. */
function deliver(socket: WebSocket, frame: Uint8Array): Promise<string> {
  return new Promise((resolve) => {
    const end = (outcome: string) => {
      clearTimeout(timer)
      socket.off('pong', onPong)
      socket.off('close', onClose)
      resolve(outcome)
    }
    const onPong = () => end('answered')
    const onClose = (code: number) => end(String(code))
    const timer = setTimeout(() => end('hung'), ANSWER_MS)
    socket.once('pong', onPong)
    socket.once('close', onClose)
    socket.send(frame)
    socket.ping()
  })
}
