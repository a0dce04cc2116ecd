import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks'

/** How long a lag is remembered, ms. */
const WINDOW_MS = 10_000

interface Watch {
  now: IntervalHistogram
  /** 99th percentile of the window before, ms. */
  before: number
}

const KEY = Symbol.for('interline.loop-lag')
type Holder = typeof globalThis & { [KEY]?: Watch }

/** Measures from now on how late the event loop is; once, by server.ts. */
export function watchLoopLag(): void {
  const watch: Watch = { now: monitorEventLoopDelay({ resolution: 20 }), before: 0 }
  ;(globalThis as Holder)[KEY] = watch
  watch.now.enable()
  setInterval(() => {
    watch.before = p99(watch.now)
    watch.now.reset()
  }, WINDOW_MS).unref()
}

/** How late all but one in a hundred turns of the event loop were in the last seconds, ms; 0 where nobody measures. */
export function loopLagMs(): number {
  const watch = (globalThis as Holder)[KEY]
  return watch ? Math.max(watch.before, p99(watch.now)) : 0
}

function p99(histogram: IntervalHistogram): number {
  return histogram.count === 0 ? 0 : histogram.percentile(99) / 1e6
}
