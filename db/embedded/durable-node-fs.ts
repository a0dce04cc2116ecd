import { closeSync, fsyncSync, openSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

type InitOptions = Parameters<NodeFS['init']>[1]
interface EmscriptenStream {
  /** Host file descriptor; absent for directories. */
  nfd?: number
  node: unknown
}
interface EmscriptenModule {
  NODEFS: {
    realPath(node: unknown): string
    stream_ops: { fsync?: (stream: EmscriptenStream) => number }
  }
}

function fsyncPath(path: string): void {
  const fd = openSync(path, 'r')
  try {
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}

/**
 * PGlite's directory on disk with the one thing PGlite leaves out: fsync reaches the disk. Together with `fsync=on` and
 * `wal_sync_method=fsync` (its fdatasync is an empty stub) every COMMIT is flushed before it returns.
 */
export class DurableNodeFS extends NodeFS {
  override async init(pg: PGlite, options: InitOptions) {
    const { emscriptenOpts } = await super.init(pg, options)
    const addFsync = (module: unknown) => {
      const { NODEFS } = module as EmscriptenModule
      NODEFS.stream_ops.fsync = (stream) => {
        if (stream.nfd === undefined) fsyncPath(NODEFS.realPath(stream.node))
        else fsyncSync(stream.nfd)
        return 0
      }
    }
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), addFsync] } as typeof emscriptenOpts }
  }
}

/** Flushes every file and folder below a directory; for the files that initdb wrote before fsync was in place. */
export function fsyncTree(directory: string): void {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name)
    if (entry.isDirectory()) fsyncTree(path)
    else if (entry.isFile()) fsyncPath(path)
  }
  fsyncPath(directory)
}
