import { FAULTS } from './all.ts'
import type { Outcome } from './outcome.ts'
import type { Row } from './run-tasks.ts'
import type { Task } from './task.ts'

const HEAD = ['fault', '', 'on', 'tried', 'acknowledged', 'lost', 'doubled', 'diverged', 'false Saved ms', 'recovery s', 'verdict']

/** Prints what every fault did on every backend, and the notes below. */
export function printTable(rows: readonly Row[]): void {
  const lines = [HEAD, ...rows.map(({ task, outcome }) => line(task.id, place(task), outcome))]
  const widths = HEAD.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)))
  for (const cells of lines)
    console.log(
      cells
        .map((cell, column) =>
          column < 3 || column === HEAD.length - 1 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
  for (const { task, outcome } of rows) for (const note of outcome.notes) console.log(`${task.id} ${place(task)}: ${note}`)
}

function place({ backend, peer }: Task): string {
  return peer ? `bare, ${backend}` : backend
}

function line(id: string, on: string, outcome: Outcome): string[] {
  const { tried, acknowledged, lost, doubled, diverged, falseSavedMs, recoverySeconds, failures } = outcome
  return [
    id,
    FAULTS.find((fault) => fault.id === id)?.title ?? '',
    on,
    ...[tried, acknowledged, lost, doubled, diverged].map((count) => count.toLocaleString('en')),
    falseSavedMs === null ? '-' : falseSavedMs.toFixed(0),
    recoverySeconds === null ? '-' : recoverySeconds.toFixed(1),
    tried === 0 && failures.length === 0 ? 'left out' : failures.length > 0 || falseSavedMs ? 'FAILED' : 'ok',
  ]
}
