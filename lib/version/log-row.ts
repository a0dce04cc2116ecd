import * as Y from 'yjs'
import type { Merged } from '#/lib/codebook/resolve-id.ts'
import type { DocumentState } from '#/lib/version/document-state.ts'

/** A row of the log of a document's rooms: one update (Yjs encoding v1). */
export interface LogRow {
  seq: number
  /** ms since 1970. */
  at: number
  /** Who wrote it; null: the server itself. */
  by: string | null
  /** 0: the text; 1 and on: the layers, in the order of the state. */
  room: number
  bytes: Uint8Array
}

/** A state of a document that rows can be applied to. */
export interface ReplayedState extends DocumentState {
  layers: Y.Doc[]
}

/** The beginning of all history: nothing yet. */
export function emptyState(layers: number, merged: Merged = {}): ReplayedState {
  return { text: new Y.Doc(), layers: Array.from({ length: layers }, () => new Y.Doc()), merged }
}

/** Applies rows in order, in one transaction for each room: each of thousands in its own would take ten times as long. */
export function applyRows(state: ReplayedState, rows: readonly LogRow[]): void {
  const docs = [state.text, ...state.layers]
  for (const [room, own] of Map.groupBy(rows, (row) => row.room)) {
    const doc = docs[room]
    doc?.transact(() => {
      for (const { bytes } of own) Y.applyUpdate(doc, bytes, REPLAY)
    }, REPLAY)
  }
}

const REPLAY = 'replay'
