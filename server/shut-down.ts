import type { Server } from 'node:http'
import { Worker } from 'node:worker_threads'
import type { CollabServer } from './collab/collab-server.ts'
import { startDraining } from './draining.ts'
import { log } from './log.ts'
import { uncaughtFaults } from './metrics.ts'
import { runStopSteps, type StopStep } from './stop-steps.ts'

/** What is ended, in this order of `StopStep`s: see `stepsOf`. */
export interface ShutDownParts {
  server: Pick<Server, 'close' | 'closeAllConnections'>
  /** Processes that read files and histories. */
  jobs: readonly { stop(): Promise<void> }[]
  collab: Pick<CollabServer, 'stop'>
  /** Next. */
  app?: { close(): Promise<void> }
  database: { close(): Promise<void> }
}

/** The process is gone after so long, whatever hangs, ms. Less than the 15 s that are promised: a loaded machine is late. */
const GONE_AFTER_MS = 14_000
/** `npm start` in a terminal hands one Ctrl-C on twice; a person who means "now" presses it later than that, ms. */
const SAME_SIGNAL_MS = 1000

/**
 * Ends the process in order when it is told to (SIGTERM, SIGINT) or has to (an exception that nobody caught): nobody is
 * taken in any more, sockets are closed so that clients go elsewhere, what is queued is committed, the database closed.
 * The exit code is 0 only when everything acknowledged is known to be on disk. A second Ctrl-C ends it at once, and so
 * does the clock.
 *
 * A promise that is rejected and that nobody awaits is written down and survived; after an uncaught exception memory cannot
 * be trusted, so the process ends as above, with code 1, and whoever supervises it starts another.
 *
 * @returns ends the process the same way for another reason
 */
export function shutDownWhenTold(parts: ShutDownParts): (why: string, code?: number) => void {
  let since = 0
  function stop(why: string, code = 0): void {
    if (since > 0) return
    since = performance.now()
    log.info('stopping', { signal: why })
    endInAnyCase()
    startDraining()
    runStopSteps(stepsOf(parts)).then(
      (flushed) => process.exit(flushed ? code : 1),
      () => process.exit(1),
    )
  }
  process.on('SIGTERM', () => stop('SIGTERM'))
  process.on('SIGINT', () => {
    if (since > 0 && performance.now() - since > SAME_SIGNAL_MS) process.exit(130)
    stop('SIGINT')
  })
  process.on('unhandledRejection', (error) => {
    uncaughtFaults.inc({ kind: 'rejection' })
    log.error('unhandled-rejection', error)
  })
  process.on('uncaughtException', (error) => {
    uncaughtFaults.inc({ kind: 'exception' })
    log.error('uncaught-exception', error)
    stop('uncaughtException', 1)
  })
  return stop
}

/** Together they take less than `GONE_AFTER_MS`. */
function stepsOf({ server, jobs, collab, app, database }: ShutDownParts): StopStep[] {
  return [
    { name: 'listening', withinMs: 500, run: () => void server.close() },
    { name: 'jobs', withinMs: 500, run: () => Promise.all(jobs.map((job) => job.stop())) },
    { name: 'collaboration', withinMs: 9000, flushes: true, run: () => collab.stop() },
    { name: 'requests', withinMs: 200, run: () => server.closeAllConnections() },
    { name: 'pages', withinMs: 1000, run: () => app?.close() },
    { name: 'database', withinMs: 2000, flushes: true, run: () => database.close() },
  ]
}

/** By a thread of its own: a timer here would wait for an event loop that hangs. */
function endInAnyCase(): void {
  const watch = `setTimeout(() => process.kill(${process.pid}, 'SIGKILL'), ${GONE_AFTER_MS})`
  new Worker(watch, { eval: true }).on('error', (error) => log.error('stop.no-watch', error)).unref()
  setTimeout(() => process.exit(1), GONE_AFTER_MS - 500).unref()
}
