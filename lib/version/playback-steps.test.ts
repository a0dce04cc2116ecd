// @vitest-environment jsdom
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { canonicalText, TEXT_NAME } from '#/lib/text/flat.ts'
import { HOSTILE, REALISTIC } from '#/lib/text/testing/random-edit.ts'
import { placeStatements } from '#/lib/version/document-state.ts'
import { groupRows } from '#/lib/version/group-rows.ts'
import type { PlacedStatement, Playback } from '#/lib/version/history.ts'
import { applyRows, emptyState, type LogRow } from '#/lib/version/log-row.ts'
import { MOST_STEPS, playbackSteps } from '#/lib/version/playback-steps.ts'
import { forTeams } from '#/lib/version/testing/team.ts'
import { applyOps, shiftOf } from '#/lib/version/text-ops.ts'

const PATIENCE = 120_000

/** The state after the rows up to `seq`, replayed anew. */
function stateAt(log: readonly LogRow[], seq: number) {
  const state = emptyState(1)
  applyRows(
    state,
    log.filter((row) => row.seq <= seq),
  )
  return state
}

const wordsOf = (doc: Y.Doc) => canonicalText(doc.getText(TEXT_NAME))
const byId = (statements: readonly PlacedStatement[]) =>
  [...statements]
    .map(({ annotationId, by, start, end, actors, themes }) => ({ annotationId, by, start, end, actors, themes }))
    .sort((a, b) => (a.annotationId < b.annotationId ? -1 : 1))

/** Plays to the end as a reader does: statements that are not mentioned move with the text. */
function play({ start, steps }: Playback, check: (at: { seq: number; text: string; statements: PlacedStatement[] }) => void): void {
  let { text } = start
  const statements = new Map(start.statements.map((statement) => [statement.annotationId, statement]))
  for (const step of steps) {
    const { move, touches } = shiftOf(step.text)
    for (const [id, { start, end, ...rest }] of statements) {
      if (start === null || end === null) continue
      // Typing right behind a passage does not make it longer.
      const isTouched = touches(start, end)
      statements.set(id, { ...rest, start: move(start), end: isTouched ? move(start) + end - start : move(end) })
    }
    for (const statement of [...step.statements.added, ...step.statements.changed]) statements.set(statement.annotationId, statement)
    for (const id of step.statements.removed) statements.delete(id)
    text = applyOps(text, step.text)
    check({ seq: step.seq, text, statements: [...statements.values()] })
  }
}

for (const [name, weights] of [
  ['usual', REALISTIC],
  ['hostile', HOSTILE],
] as const) {
  test(
    `every step of a playback ends with the text and statements of its row (${name} edits)`,
    () => {
      forTeams((team) => {
        team.work(weights, 60)
        const from = team.log[team.random.int(0, 10)]!.seq
        const rows = team.log.filter((row) => row.seq > from)
        const playback = playbackSteps(stateAt(team.log, from), rows)
        expect(playback.start.text).toBe(wordsOf(stateAt(team.log, from).text))
        play(playback, ({ seq, text, statements }) => {
          const state = stateAt(team.log, seq)
          expect(text).toBe(wordsOf(state.text))
          expect(byId(statements)).toEqual(byId(placeStatements(state)))
        })
        let words = wordsOf(team.server.text)
        for (const step of playback.steps.toReversed())
          words = applyOps(
            words,
            step.text.map((op) => ('keep' in op ? op : 'add' in op ? { remove: op.add } : { add: op.remove })),
          )
        expect(words).toBe(playback.start.text)
      })
    },
    PATIENCE,
  )
}

test('a step is one person without a pause; too many are joined, one person first, and the busiest is named', () => {
  const row = (at: number, by: string | null) => ({ at: at * 1000, by })
  const rows = [row(0, 'a'), row(5, 'a'), row(50, 'a'), row(52, 'b'), row(53, 'b'), row(55, 'a')]
  const shape = (most: number) => groupRows(rows, most).map(({ by, rows }) => `${by}${rows.length}`)
  expect(shape(10)).toEqual(['a2', 'a1', 'b2', 'a1'])
  expect(shape(3)).toEqual(['a3', 'b2', 'a1'])
  expect(shape(1)).toEqual(['a4'.replace('4', '6')])
  // Two minutes without a pause are enough to look at in one go.
  expect(
    groupRows(
      Array.from({ length: 300 }, (_, i) => row(i, 'a')),
      10,
    ).map(({ rows }) => rows.length),
  ).toEqual([121, 121, 58])
  expect(groupRows([], 10)).toEqual([])
})

test('the beginning of a text can be played, and a long history has a bounded number of steps', () => {
  const doc = new Y.Doc()
  const rows: LogRow[] = []
  doc.on('update', (bytes: Uint8Array) => {
    rows.push({ seq: rows.length + 1, at: rows.length * 31_000, by: 'a', room: 0, bytes })
  })
  const text = doc.getText(TEXT_NAME)
  text.insert(0, '\nOnce')
  for (let i = 0; i < 2 * MOST_STEPS; i++) text.insert(text.length, ` ${i}`)
  const { start, steps } = playbackSteps(emptyState(0), rows)
  expect(start).toEqual({ text: '', statements: [] })
  expect(steps[0]?.text[0]).toMatchObject({ add: expect.stringContaining('Once') })
  expect(steps).toHaveLength(MOST_STEPS)
  expect(steps.reduce((words, step) => applyOps(words, step.text), '')).toBe(wordsOf(doc))
})
