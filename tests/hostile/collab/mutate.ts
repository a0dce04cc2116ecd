import { createEncoder, toUint8Array, writeUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import type { Rng } from '#/lib/text/testing/rng.ts'
import { MESSAGE, SYNC } from '#/tests/support/raw-client.ts'

/** How a frame was made; told in the table. */
export const WAYS = ['random', 'truncated', 'bit-flipped', 'spliced', 're-addressed', 'broken update'] as const
export type Way = (typeof WAYS)[number]

export interface Material {
  /** Frames of real traffic. */
  recordings: readonly Uint8Array[]
  /** Rooms to send things to: ones the attacker may open, may only read, and may not open. */
  rooms: readonly string[]
  /** A change as it should be, of a fresh client. */
  change(): Uint8Array
}

/** One hostile frame. The same chance makes the same frame of the same material. */
export function hostileFrame(chance: Rng, { recordings, rooms, change }: Material): { way: Way; frame: Uint8Array } {
  const way = chance.pick(WAYS)
  const recorded = chance.pick(recordings)
  switch (way) {
    case 'random':
      return { way, frame: randomBytes(chance, chance.int(0, 300)) }
    case 'truncated':
      return { way, frame: recorded.slice(0, chance.int(0, recorded.length - 1)) }
    case 'bit-flipped':
      // Half of them only behind the name of the room, so that they come further.
      return { way, frame: flipBits(chance, recorded, chance.chance(0.5) ? payloadStart(recorded) : 0) }
    case 'spliced': {
      const other = chance.pick(recordings)
      const cut = payloadStart(recorded) + chance.int(0, 6)
      return { way, frame: Buffer.concat([recorded.subarray(0, cut), other.subarray(Math.min(other.length, cut + chance.int(-2, 2)))]) }
    }
    case 're-addressed':
      return { way, frame: address(chance.pick(rooms), flipBits(chance, recorded.slice(payloadStart(recorded)), 0)) }
    case 'broken update':
      return { way, frame: syncFrame(chance.pick(rooms), flipBits(chance, change(), 0)) }
  }
}

/** Where the type of the message begins, behind the name of the room. */
function payloadStart(frame: Uint8Array): number {
  return Math.min(frame.length, 1 + (frame[0] ?? 0))
}

function randomBytes(chance: Rng, length: number): Uint8Array {
  return Uint8Array.from({ length }, () => chance.int(0, 255))
}

function flipBits(chance: Rng, bytes: Uint8Array, from: number): Uint8Array {
  const flipped = bytes.slice()
  for (let i = chance.int(1, 6); i > 0 && flipped.length > from; i--) {
    const at = chance.int(from, flipped.length - 1)
    flipped[at] = (flipped[at] ?? 0) ^ (1 << chance.int(0, 7))
  }
  return flipped
}

function address(room: string, payload: Uint8Array): Uint8Array {
  const encoder = createEncoder()
  writeVarString(encoder, room)
  writeUint8Array(encoder, payload)
  return toUint8Array(encoder)
}

/** The frame with which a client says that it changed a room. */
export function syncFrame(room: string, update: Uint8Array): Uint8Array {
  const encoder = createEncoder()
  writeVarString(encoder, room)
  writeVarUint(encoder, MESSAGE.SYNC)
  writeVarUint(encoder, SYNC.UPDATE)
  writeVarUint8Array(encoder, update)
  return toUint8Array(encoder)
}
