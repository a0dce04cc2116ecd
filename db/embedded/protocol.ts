/** What the embedding process asks of the database thread. `id` is a connection. */
export type ToWorker =
  | { type: 'open' | 'close'; id: number }
  | { type: 'data'; id: number; data: Uint8Array }
  | { type: 'maintain'; task: 'checkpoint' | 'vacuum' }
  /** Whether statements may write; reading goes on in any case. */
  | { type: 'writable'; on: boolean }
  | { type: 'stop' }
  | { type: 'dump' }

/** What the database thread answers. `idle`: one message was finished. */
export type FromWorker =
  | { type: 'ready' | 'stopped' | 'idle' }
  /** Postgres gave up (PANIC): it has to be started again, and recovers from its log then. */
  | { type: 'broken'; message: string }
  | { type: 'data'; id: number; data: Uint8Array }
  | { type: 'dumped'; data: Uint8Array<ArrayBuffer> }
  | { type: 'error'; id: number; message: string }

export interface WorkerOptions {
  /** Absent: in memory. */
  dataDir?: string
  /** A data directory as dumped before, to start from. */
  snapshot?: Uint8Array<ArrayBuffer>
  /** Whether commits are flushed to disk. */
  fsync: boolean
}
