import type { Row } from './row.ts'

/** Prints the rows of one part: what was tried, how often, and what came of it. */
export function printRows(part: string, rows: readonly Row[], seconds: number): void {
  console.log(`\n${part}  (${seconds.toFixed(1)} s)`)
  for (const { input, tried, required, seen, ok } of rows) {
    console.log(`  ${ok ? 'ok  ' : 'FAIL'} ${input}  ×${tried.toLocaleString('en')}`)
    console.log(`         required: ${required}`)
    console.log(`         seen:     ${seen}`)
  }
}
