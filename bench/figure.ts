/** What a figure is held against: at most or at least this. */
export interface Goal {
  bound: '<=' | '>='
  value: number
}

export interface Figure {
  /** Lower case, words joined by "-", for example boot-embedded-first-page. */
  name: string
  value: number
  unit: 'ms' | 's' | 'ratio' | 'rows/s' | 'MB' | 'KB' | 'count' | '%'
  goal: Goal
}

/** Whether a figure keeps its goal. */
export function meets({ value, goal }: Figure): boolean {
  return goal.bound === '<=' ? value <= goal.value : value >= goal.value
}

const digits = (value: number) => String(Number(value.toPrecision(4)))

/** One line for machines: `FIGURE <name> value=<number> unit=<unit> goal=<=<number>  OK|MISS`. */
export function figureLine(figure: Figure): string {
  const { name, value, unit, goal } = figure
  return `FIGURE ${name} value=${digits(value)} unit=${unit} goal=${goal.bound}${digits(goal.value)}  ${meets(figure) ? 'OK' : 'MISS'}`
}

/** Prints the lines of all figures. Call it last, so that they end the output of a bench. */
export function printFigures(figures: readonly Figure[]): void {
  console.log()
  for (const figure of figures) console.log(figureLine(figure))
}

/** The middle value; the mean of the two middle ones for an even count. NaN for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 ? (sorted[middle] ?? Number.NaN) : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2
}

/** The value below which the given share (0 to 1) of the values lies, nearest rank. NaN for none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN
}
