import type { BookSort } from '#/lib/format/codebook/book.ts'
import { type RefusedSource, refuse } from '#/lib/format/import/import-result.ts'
import { IMPORT_LIMITS } from '#/lib/format/import/limits.ts'
import type { ReadForeign } from './foreign-project.ts'
import type { ForeignFormat } from './project-formats.ts'

export type ForeignReader = (bytes: Uint8Array, unsaid: BookSort) => Promise<ReadForeign | RefusedSource> | ReadForeign | RefusedSource

/** Loads the libraries of a reader only when it is needed: a process is started for every file. */
const READERS: Record<ForeignFormat['id'], () => Promise<ForeignReader>> = {
  qdpx: async () => (await import('#/lib/format/refi/read-qdpx.ts')).readQdpx,
}

/**
 * Reads a project of another program by what the file holds, whatever its name.
 *
 * @param unsaid what codes become that the file does not call actors or themes
 */
export async function readForeignProject(bytes: Uint8Array, unsaid: BookSort): Promise<ReadForeign | RefusedSource> {
  if (bytes.length === 0) return refuse('empty', 'This file is empty. Check where it came from and add it again.')
  if (bytes.length > IMPORT_LIMITS.file)
    return refuse('too-large', 'This file is larger than 50 MB. Export the project in parts and add those.')
  const format = formatOf(bytes)
  if (!format) return refuse('unsupported', 'This is no project that Interline reads. Export it as QDPX and add that.')
  return (await READERS[format]())(bytes, unsaid)
}

function formatOf(bytes: Uint8Array): ForeignFormat['id'] | null {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 16))
  return head.startsWith('PK\x03\x04') ? 'qdpx' : null
}
