/** What was seen of one hostile input. */
export interface Row {
  input: string
  /** How many were tried. */
  tried: number
  required: string
  seen: string
  ok: boolean
  /** It speaks of how fast something was: the short form, which runs beside anything, only shows it. */
  isTiming?: boolean
}

/** What all rows add to. */
export interface Totals {
  frames: number
  /** Processes of the product that ended though nobody ended them. */
  exits: number
  /** Documents that are not what honest people made of them. */
  stateChanges: number
  /** Largest growth of the resident memory of the server under sockets that do no work, MB. */
  rssGrowthMb: number
  /** Between typing and being seen by somebody else, for honest people beside the attacks, ms. */
  honestMs: number[]
}

/** A part of the table. */
export interface Part {
  name: string
  run(options: PartOptions): Promise<Row[]>
}

export interface PartOptions {
  isShort: boolean
  /** Frames to fuzz with. */
  frames: number
  seed: number
  totals: Totals
}

/** A row whose verdict is a list of what was wrong: it holds when there is nothing in it. */
export function row(input: string, tried: number, required: string, wrong: readonly string[], seen: string): Row {
  const named = wrong.slice(0, 3).join('; ') + (wrong.length > 3 ? `; and ${wrong.length - 3} more` : '')
  return { input, tried, required, seen: wrong.length > 0 ? `${named} (${seen})` : seen, ok: wrong.length === 0 && tried > 0 }
}
