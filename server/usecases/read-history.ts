import type { Db } from '#/db/client.ts'
import { readMerged } from '#/db/queries/codebook.ts'
import { findHistoryRooms, findSeqRange, type HistoryRooms, listStretches } from '#/db/queries/room-history.ts'
import { listVersions } from '#/db/queries/versions.ts'
import type { Scope } from '#/db/scope.ts'
import { t } from '#/lib/message/t.ts'
import type { HistoryPoint } from '#/lib/version/history.ts'
import { historyPoints } from '#/lib/version/history-points.ts'
import type { HistoryReader } from '#/server/jobs/history.ts'

export interface HistoryDeps {
  db: Db
  history: Pick<HistoryReader, 'read'>
}

/** What somebody wants to see of a history; points by sequence number. */
export type HistoryRequest =
  | { ask: 'state'; at: number }
  /** `to` null: to the present. `from` null, in a playback: from the beginning. */
  | { ask: 'comparison'; from: number; to: number | null }
  | { ask: 'playback'; from: number | null; to: number | null }

export type HistoryResult = { ok: true; json: string } | { ok: false; reason: 'not-found' | 'invalid' | 'unavailable'; message: string }

const NOT_FOUND: HistoryResult = {
  ok: false,
  reason: 'not-found',
  get message() {
    return t('There is no such document.')
  },
}
const NO_POINT: HistoryResult = {
  ok: false,
  reason: 'invalid',
  get message() {
    return t('There is no such point in the history of this document.')
  },
}

/** All points of a document's history that the member may see, newest first; null when there is no such document. */
export async function readHistoryPoints(scope: Scope, documentId: string, { db }: Pick<HistoryDeps, 'db'>): Promise<HistoryPoint[] | null> {
  const rooms = await findHistoryRooms(db, scope, documentId)
  if (!rooms) return null
  const kept = await listVersions(db, scope, documentId)
  const cuts = kept.map((version) => version.seq)
  return historyPoints(await listStretches(db, rooms, cuts), kept)
}

/** Text and statements at a point, the difference of two, or the way from one to the other, as JSON. Every member may read. */
export async function readHistory(scope: Scope, documentId: string, request: HistoryRequest, deps: HistoryDeps): Promise<HistoryResult> {
  const rooms = await findHistoryRooms(deps.db, scope, documentId)
  if (!rooms) return NOT_FOUND
  const question = await settle(deps.db, rooms, request)
  if (!question) return NO_POINT
  const merged = await readMerged(deps.db, scope)
  const answer = await deps.history.read(rooms, { ...question, merged }, scope.userId)
  return answer.ok ? { ok: true, json: answer.value } : { ok: false, reason: 'unavailable', message: answer.message }
}

/** The request with its points filled in; null when the history has no such points. */
async function settle(db: Db, rooms: HistoryRooms, request: HistoryRequest) {
  const range = await findSeqRange(db, [rooms.text, ...rooms.layers])
  if (!range) return null
  // A point that an action left behind may lie after the last row that this member sees.
  const point = (seq: number) => Math.min(seq, range.last)
  if (request.ask === 'state') return request.at < range.first ? null : { ...request, at: point(request.at) }
  const from = point(request.from ?? range.first)
  const to = point(request.to ?? range.last)
  return from >= range.first && from <= to ? { ...request, from, to } : null
}
