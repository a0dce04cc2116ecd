import * as Y from 'yjs'
import type { Db } from '#/db/client.ts'
import { readHistoryRows } from '#/db/queries/room-history.ts'
import { readQuarantine } from '#/db/queries/room-quarantine.ts'
import { findSnapshot } from '#/db/queries/verify-documents.ts'
import { LAYER_ROOTS } from '#/lib/annotation/model.ts'
import { ALIAS_NAME, TEXT_NAME } from '#/lib/text/flat.ts'
import { applyRows, isIntact } from '#/server/collab/apply-rows.ts'
import type { Findings } from './problem.ts'

const PAGE = { rows: 1000, bytes: 4 << 20 }
const ORIGIN = 'verify'

/**
 * Replays the whole log of a room and compares it with its snapshot and what came after that.
 *
 * @returns the state that the log gives, without rows in quarantine
 */
export async function verifyRoom(db: Db, room: string, findings: Findings): Promise<Y.Doc> {
  const aside = await readQuarantine(db, room)
  for (const { seq, reason } of aside) findings.add('log', `${room} row ${seq}`, `is in quarantine: ${reason}`)
  const left = new Set(aside.map(({ seq }) => seq))
  const snapshot = await findSnapshot(db, room)
  const whole = new Y.Doc()
  const shortened = new Y.Doc()
  const isSound = snapshot !== null && isIntact(snapshot)
  if (snapshot) findings.examined.snapshots++
  if (snapshot && !isSound) findings.add('snapshots', room, `the checksum of the snapshot at row ${snapshot.seq} does not match`)
  if (isSound) for (const { reason } of applyRows(shortened, [snapshot], ORIGIN)) findings.add('snapshots', room, reason)
  for (let after = 0; ; ) {
    const page = await readHistoryRows(db, room, { after, upTo: Number.MAX_SAFE_INTEGER, most: PAGE })
    const last = page.at(-1)
    if (!last) break
    after = last.seq
    findings.examined.log += page.length
    const rows = page.filter(({ seq }) => !left.has(seq))
    const failed: { seq: number; reason: string }[] = []
    whole.transact(() => failed.push(...applyRows(whole, rows, ORIGIN)), ORIGIN)
    for (const { seq, reason } of failed) findings.add('log', `${room} row ${seq}`, reason)
    if (isSound)
      shortened.transact(
        () =>
          applyRows(
            shortened,
            rows.filter(({ seq }) => seq > snapshot.seq),
            ORIGIN,
          ),
        ORIGIN,
      )
  }
  const waiting = whole.store.pendingStructs?.missing.size ?? 0
  if (waiting > 0) findings.add('log', room, `changes wait for others by ${waiting} clients that are missing`)
  else if (whole.store.pendingDs) findings.add('log', room, 'deletions wait for words that are missing')
  const difference = isSound ? differenceOf(room, whole, shortened) : null
  if (difference)
    findings.add('snapshots', room, `the snapshot at row ${snapshot?.seq} and what follows give another ${difference} than the whole log`)
  shortened.destroy()
  return whole
}

/** What of two states differs, in words; null when they are the same for everybody who reads or continues them. */
function differenceOf(room: string, a: Y.Doc, b: Y.Doc): string | null {
  if (!Y.equalSnapshots(Y.snapshot(a), Y.snapshot(b))) return 'state'
  return JSON.stringify(contentOf(room, a)) === JSON.stringify(contentOf(room, b)) ? null : 'content'
}

function contentOf(room: string, doc: Y.Doc): unknown {
  if (room.startsWith('text/')) return [doc.getText(TEXT_NAME).toDelta(), entriesOf(doc.getMap(ALIAS_NAME))]
  return LAYER_ROOTS.map((root) => entriesOf(doc.getMap(root)))
}

/** In order of keys: maps have none. */
function entriesOf(map: Y.Map<unknown>): [string, unknown][] {
  return [...map.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1))
}
