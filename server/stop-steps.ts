import { log } from './log.ts'

/** One step of shutting down. */
export interface StopStep {
  /** For the log. */
  name: string
  /** Milliseconds after which the next step begins without it; what earlier steps left of theirs comes on top. */
  withinMs: number
  /** Whether acknowledged work may be lost when this one fails or is late. Default false. */
  flushes?: boolean
  /** Ends something. Answers false when it could not bring everything to disk. */
  run(): unknown
}

/**
 * Runs the steps one after the other. None can hold up the next: one that throws or never ends is written down and left.
 *
 * @returns whether everything that had to reach the disk did
 */
export async function runStopSteps(steps: readonly StopStep[]): Promise<boolean> {
  let flushed = true
  let until = performance.now()
  for (const { name, withinMs, flushes, run } of steps) {
    until += withinMs
    const leftMs = until - performance.now()
    const ended = await within(leftMs, run).catch((error: unknown) => {
      log.error('stop.step-failed', error, { step: name })
      return false
    })
    if (ended === LATE) log.error('stop.step-late', `did not end within ${Math.round(leftMs)} ms`, { step: name })
    if (flushes && (ended === LATE || ended === false)) flushed = false
  }
  return flushed
}

const LATE = Symbol('late')

async function within(ms: number, run: () => unknown): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<typeof LATE>((resolve) => {
    timer = setTimeout(() => resolve(LATE), ms)
  })
  try {
    return await Promise.race([(async () => run())(), late])
  } finally {
    clearTimeout(timer)
  }
}
