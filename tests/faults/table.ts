import { FAULTS } from './all.ts'
import type { Outcome } from './outcome.ts'
import type { Row } from './run-tasks.ts'

const HEAD = ['fault', '', 'on', 'tried', 'acknowledged', 'lost', 'doubled', 'diverged', 'false Saved ms', 'recovery s', 'verdict']

/** Prints what every fault did on every backend, and the notes below. */
export function printTable(rows: readonly Row[]): void {
  const lines = [HEAD, ...rows.map(({ task, outcome }) => line(task.id, task.backend, outcome))]
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
  for (const { task, outcome } of rows) for (const note of outcome.notes) console.log(`${task.id} ${task.backend}: ${note}`)
}

function line(id: string, backend: string, outcome: Outcome): string[] {
  const { tried, acknowledged, lost, doubled, diverged, falseSavedMs, recoverySeconds, failures } = outcome
  return [
    id,
    FAULTS.find((fault) => fault.id === id)?.title ?? '',
    backend,
    ...[tried, acknowledged, lost, doubled, diverged].map((count) => count.toLocaleString('en')),
    falseSavedMs === null ? '-' : falseSavedMs.toFixed(0),
    recoverySeconds === null ? '-' : recoverySeconds.toFixed(1),
    failures.length > 0 ? 'FAILED' : tried === 0 ? 'left out' : 'ok',
  ]
}
