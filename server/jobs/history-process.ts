import { crc32 } from 'node:zlib'
import * as Y from 'yjs'
import { compareStates } from '#/lib/version/compare-states.ts'
import { readState } from '#/lib/version/document-state.ts'
import { applyRows, emptyState, type ReplayedState } from '#/lib/version/log-row.ts'
import { playbackSteps } from '#/lib/version/playback-steps.ts'
import type { CheckedRow, HistoryMessage, HistoryQuestion, HistoryReply } from './history.ts'

// One question after the other: see history.ts, which sends the rows and ends this process when it takes too long.
let rows: CheckedRow[] = []

process.on('message', (message: HistoryMessage) => {
  if ('rows' in message) {
    rows.push(...message.rows)
    return
  }
  const sent = rows
  rows = []
  process.send?.(reply(message.question, sent, message.rooms))
})
// The product is gone: nobody waits for this.
process.once('disconnect', () => process.exit())

function reply(question: HistoryQuestion, sent: CheckedRow[], rooms: number): HistoryReply {
  try {
    const sound = sent.filter((row) => crc32(row.bytes) === row.crc32).sort((a, b) => a.seq - b.seq)
    return { answer: answer(question, sound, rooms), damaged: sent.length - sound.length }
  } catch (error) {
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

function answer(question: HistoryQuestion, log: CheckedRow[], rooms: number): string | Uint8Array[] {
  const first = 'at' in question ? question.at : question.from
  const state = emptyState(rooms - 1, 'merged' in question ? question.merged : {})
  const until = log.findLastIndex((row) => row.seq <= first) + 1
  applyRows(state, log.slice(0, until))
  const later = log.slice(until)
  switch (question.ask) {
    case 'state':
      return JSON.stringify(readState(state, question.at))
    case 'rooms':
      return [state.text, ...state.layers].map((doc) => Y.encodeStateAsUpdate(doc))
    case 'playback':
      return JSON.stringify(playbackSteps(state, later))
    case 'comparison': {
      const after = copyOf(state)
      applyRows(after, later)
      return JSON.stringify(compareStates(state, after))
    }
  }
}

function copyOf({ text, layers, merged }: ReplayedState): ReplayedState {
  const copy = (doc: Y.Doc) => {
    const made = new Y.Doc()
    Y.applyUpdate(made, Y.encodeStateAsUpdate(doc))
    return made
  }
  return { text: copy(text), layers: layers.map(copy), merged }
}
