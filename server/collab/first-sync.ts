import type { Connection, Document } from '@hocuspocus/server'
import { createEncoder, toUint8Array, writeUint8Array, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import * as Y from 'yjs'

const SYNC = 0
const STEP_1 = 0
const STEP_2 = 1
/** "I have nothing": a first sync step with an empty state vector (one byte that says: no clients). */
const NOTHING_YET = [SYNC, STEP_1, 1, 0]
/** Smaller documents are encoded faster than looked up. */
const WORTH_KEEPING_BYTES = 32 << 10
/** How long encoded bytes are good, ms. What was written since is sent on top. */
const KEEP_MS = 3000

interface Encoded {
  state: Uint8Array
  vector: Uint8Array
}

/**
 * Encodes a document once for all who open it within a few seconds: twenty people who come to a meeting cost one encoding
 * and twenty sends. Somebody who has nothing gets the kept bytes, and Hocuspocus is told that they have what is in them,
 * so that its own answer only adds what was written since.
 */
export function shareFirstSync(document: Document): void {
  let kept: Encoded | null = null
  const encoded = (): Encoded => {
    if (kept) return kept
    const fresh = { state: Y.encodeStateAsUpdate(document), vector: Y.encodeStateVector(document) }
    if (fresh.state.length < WORTH_KEEPING_BYTES) return fresh
    kept = fresh
    setTimeout(() => {
      kept = null
    }, KEEP_MS).unref()
    return fresh
  }
  const add = document.addConnection.bind(document)
  document.addConnection = (connection: Connection) => {
    const handle = connection.handleMessage.bind(connection)
    connection.handleMessage = (message) => handle(hasNothing(message) ? answer(connection, message, encoded()) : message)
    return add(connection)
  }
}

/** Sends the kept state; returns the message to handle in place of the client's. */
function answer(connection: Connection, message: Uint8Array, { state, vector }: Encoded): Uint8Array {
  const name = message.subarray(0, message.length - NOTHING_YET.length)
  connection.send(frame(name, STEP_2, state))
  return frame(name, STEP_1, vector)
}

function frame(name: Uint8Array, step: number, payload: Uint8Array): Uint8Array {
  const encoder = createEncoder()
  writeUint8Array(encoder, name)
  writeVarUint(encoder, SYNC)
  writeVarUint(encoder, step)
  writeVarUint8Array(encoder, payload)
  return toUint8Array(encoder)
}

function hasNothing(message: Uint8Array): boolean {
  const end = 1 + (message[0] ?? 0)
  return message.length === end + NOTHING_YET.length && NOTHING_YET.every((byte, at) => message[end + at] === byte)
}
