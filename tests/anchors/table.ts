import type { Tally } from './tally.ts'

type Row = [name: string, cell: (tally: Tally) => string]

const count = (value: number) => value.toLocaleString('en')
const share = (part: number, whole: number) =>
  whole === 0 ? '-' : `${((100 * part) / whole).toFixed(2)} % (${count(part)} of ${count(whole)})`

const ROWS: Row[] = [
  ['runs', ({ runs }) => count(runs)],
  ['runs ended by an error of the editor', ({ broken }) => count(broken)],
  ['people', ({ peers }) => count(peers)],
  ['edits', ({ edits }) => count(edits)],
  ['messages delivered', ({ messages }) => count(messages)],
  ['runs diverged', ({ diverged }) => count(diverged)],
  ['characters', ({ characters }) => count(characters)],
  ['characters lost that nobody deleted', ({ lost }) => count(lost)],
  ['characters doubled', ({ doubled }) => count(doubled)],
  ['characters back though deleted', ({ returned }) => count(returned)],
  ['passages', ({ passages }) => count(passages)],
  ['anchors on exactly their surviving words', ({ exact, living }) => share(exact, living)],
  ['anchors lost though words survive', ({ missed, living }) => share(missed, living)],
  ['anchors silently on other words', ({ elsewhere }) => count(elsewhere)],
  ['detached when all words are gone', ({ detached, dead }) => share(detached, dead)],
  ['detached, then restored by undo', ({ restored, undone }) => share(restored, undone)],
]

/** Prints the figures of both sides beside each other. */
export function printTable(ours: Tally, theirs: Tally | null): void {
  const rows = [
    ['', 'Interline', ...(theirs ? ['y-tiptap'] : [])],
    ...ROWS.map(([name, cell]) => [name, cell(ours), ...(theirs ? [cell(theirs)] : [])]),
  ]
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  for (const row of rows)
    console.log(row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join('   '))
}
