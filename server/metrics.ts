import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

function makeMetrics() {
  const registry = new Registry()
  const registers = [registry]
  return {
    registry,
    /** Seconds from handing a batch of updates to the database to its COMMIT. */
    commitSeconds: new Histogram({
      name: 'interline_commit_seconds',
      help: 'Time a group commit of updates took in the database.',
      buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10],
      registers,
    }),
    /** Updates that wait for a commit. */
    commitQueueLength: new Gauge({ name: 'interline_commit_queue_length', help: 'Updates that wait to be committed.', registers }),
    /** Seconds from an update's arrival to its acknowledgement: what people wait for "Saved", without the network. */
    ackAgeSeconds: new Histogram({
      name: 'interline_ack_age_seconds',
      help: 'Time from the arrival of an update to its acknowledgement.',
      buckets: [0.005, 0.01, 0.02, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2, 5, 10],
      registers,
    }),
    /** Rooms of clients that were found to differ from the server's when nothing was in flight. */
    stateMismatches: new Counter({
      name: 'interline_state_mismatches_total',
      help: 'Client states that differed from the state here at the same vector.',
      registers,
    }),
    /** Updates that the guard refused, by why: a short fixed word, never content. */
    refusedUpdates: new Counter({
      name: 'interline_refused_updates_total',
      help: 'Updates that were refused before the log.',
      labelNames: ['reason'] as const,
      registers,
    }),
    /** Rows of the log that could not be applied and were put aside. */
    quarantinedRows: new Counter({ name: 'interline_quarantined_rows_total', help: 'Rows of the log that were put aside.', registers }),
    openSockets: new Gauge({ name: 'interline_open_sockets', help: 'Open collaboration sockets.', registers }),
    openRooms: new Gauge({ name: 'interline_open_rooms', help: 'Rooms in memory.', registers }),
    /** Bytes that sockets have not taken yet, all together. */
    unsentBytes: new Gauge({ name: 'interline_unsent_bytes', help: 'Bytes waiting in the buffers of sockets.', registers }),
    importsRunning: new Gauge({ name: 'interline_imports_running', help: 'Files that are being read, or wait for that.', registers }),
    /** Refused sign-ins, by why: a short fixed word, never an address. */
    signInFailures: new Counter({
      name: 'interline_sign_in_failures_total',
      help: 'Refused sign-ins.',
      labelNames: ['reason'] as const,
      registers,
    }),
    /** Faults that nobody caught: a rejected promise is survived, an exception ends the process. */
    uncaughtFaults: new Counter({
      name: 'interline_uncaught_faults_total',
      help: 'Faults that nobody caught.',
      labelNames: ['kind'] as const,
      registers,
    }),
    /** When the last backup was completed, seconds since 1970; 0: none since the start. */
    lastBackup: new Gauge({ name: 'interline_last_backup_timestamp_seconds', help: 'When the last backup was completed.', registers }),
  }
}

type Metrics = ReturnType<typeof makeMetrics>
const KEY = Symbol.for('interline.metrics')
type Holder = typeof globalThis & { [KEY]?: Metrics }

/** Next's bundles load this module again, each for itself; all of them must count in the same place. */
function shared(): Metrics {
  const holder = globalThis as Holder
  holder[KEY] ??= makeMetrics()
  return holder[KEY]
}

export const {
  registry,
  commitSeconds,
  commitQueueLength,
  ackAgeSeconds,
  stateMismatches,
  refusedUpdates,
  quarantinedRows,
  openSockets,
  openRooms,
  unsentBytes,
  importsRunning,
  signInFailures,
  uncaughtFaults,
  lastBackup,
} = shared()

/** Adds memory, processor, garbage collection and event loop lag (`nodejs_eventloop_lag_*`) of this process; once, by server.ts. */
export function measureProcess(): void {
  collectDefaultMetrics({ register: registry })
}
