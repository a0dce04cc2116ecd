import type * as Y from 'yjs'
import { canonicalText, TEXT_NAME } from '#/lib/text/flat.ts'
import { groupRows } from '#/lib/version/group-rows.ts'
import type { Playback, PlaybackStep } from '#/lib/version/history.ts'
import { applyRows, type LogRow, type ReplayedState } from '#/lib/version/log-row.ts'
import { StatementTrack } from '#/lib/version/statement-track.ts'
import { applyOps, textOps } from '#/lib/version/text-ops.ts'

/** Most steps of a playback. */
export const MOST_STEPS = 300

/**
 * What was done after a point, step by step. Steps without anything to be seen are left out.
 *
 * @param state the state at the point; is changed into the one after all rows
 * @param rows the log after the point, in order
 */
export function playbackSteps(state: ReplayedState, rows: readonly LogRow[], most = MOST_STEPS): Playback {
  const text = state.text.getText(TEXT_NAME)
  let words = canonicalText(text)
  const track = new StatementTrack(state, words)
  const start = { text: words, statements: track.statements }
  const heard: Y.YTextEvent['delta'][] = []
  text.observe((event) => {
    heard.push(event.delta)
  })
  const steps: PlaybackStep[] = []
  for (const { by, rows: own } of groupRows(rows, most)) {
    heard.length = 0
    applyRows(state, own)
    const before = words
    // Yjs may tidy up formats in a transaction of its own, in which no words change.
    const ops = textOps(before, heard.find((delta) => delta.some((op) => op.insert !== undefined || op.delete)) ?? [])
    words = applyOps(before, ops)
    const statements = track.step(ops, before, words)
    const { seq, at } = own.at(-1) as LogRow
    if (heard.length > 0 || Object.values(statements).some((list) => list.length > 0)) steps.push({ seq, at, by, text: ops, statements })
  }
  return { start, steps }
}
