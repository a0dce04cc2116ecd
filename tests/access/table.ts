import type { Cell } from './cell.ts'

/** Prints how often each kind of door gave which outcome to whom, then every difference. */
export function printTable(cells: readonly Cell[], unknown: readonly string[]): void {
  const kinds = [...new Set(cells.map(({ kind }) => kind))]
  const outcomes = [...new Set(cells.map(({ seen }) => seen))].sort()
  console.log(`\n${'caller'.padEnd(30)}${outcomes.map((outcome) => outcome.padStart(12)).join('')}`)
  for (const kind of kinds) {
    const ofKind = cells.filter((cell) => cell.kind === kind)
    console.log(`${kind} (${new Set(ofKind.map(({ door }) => door)).size} doors)`)
    for (const caller of new Set(ofKind.map((cell) => cell.caller))) {
      const count = (outcome: string) => ofKind.filter((cell) => cell.caller === caller && cell.seen === outcome).length
      console.log(`  ${caller.padEnd(28)}${outcomes.map((outcome) => String(count(outcome) || '').padStart(12)).join('')}`)
    }
  }
  for (const line of unknown) console.log(`\nnot in the policy, or gone: ${line}`)
  for (const { kind, door, caller, wrong } of cells.filter(({ wrong }) => wrong)) console.log(`\n${kind} ${door} as ${caller}: ${wrong}`)
}
