import type { BookSort } from '#/lib/format/codebook/book.ts'
import { isBinary } from '#/lib/format/import/decode-text.ts'
import { type RefusedSource, refuse } from '#/lib/format/import/import-result.ts'
import { IMPORT_LIMITS } from '#/lib/format/import/limits.ts'
import { readZipParts } from '#/lib/format/import/zip-parts.ts'
import type { WithSqlite } from '#/lib/format/sqlite/sqlite-file.ts'
import { t } from '#/lib/message/t.ts'
import type { ReadForeign } from './foreign-project.ts'

/** @param unsaid what codes become that the file does not call actors or themes */
export type ForeignReader = (bytes: Uint8Array, unsaid: BookSort) => Promise<ReadForeign | RefusedSource> | ReadForeign | RefusedSource

/** What a process lends to readers that need more than bytes. */
export interface ReaderTools {
  withSqlite: WithSqlite
}

/** Files in an archive of any format. */
const MOST_ENTRIES = 20_000

/** What the first bytes of a file tell. */
type FileKind = 'qdpx' | 'brat' | 'json' | 'sqlite' | 'workbook' | 'table'

/** Loads the libraries of a reader only when it is needed: a process is started for every file. */
const READERS: Record<FileKind, (tools: ReaderTools) => Promise<ForeignReader>> = {
  qdpx: async () => (await import('#/lib/format/refi/read-qdpx.ts')).readQdpx,
  brat: async () => (await import('#/lib/format/brat/read-brat.ts')).readBrat,
  json: async () => (await import('./read-json-project.ts')).readJsonProject,
  sqlite: async ({ withSqlite }) => {
    const { damagedSqlite, readSqlite } = await import('#/lib/format/sqlite/read-sqlite.ts')
    return (bytes, unsaid) => withSqlite(bytes, (file) => readSqlite(file, unsaid)) ?? damagedSqlite()
  },
  workbook: async () => (await import('#/lib/format/rows/read-rows-file.ts')).readRowsXlsx,
  table: async () => (await import('#/lib/format/rows/read-rows-file.ts')).readRowsCsv,
}

/** Reads a project of another program by what the file holds, whatever its name. */
export async function readForeignProject(bytes: Uint8Array, unsaid: BookSort, tools: ReaderTools): Promise<ReadForeign | RefusedSource> {
  if (bytes.length === 0) return refuse('empty', t('This file is empty. Check where it came from and add it again.'))
  if (bytes.length > IMPORT_LIMITS.file)
    return refuse('too-large', t('This file is larger than 50 MB. Export the project in parts and add those.'))
  const kind = await kindOf(bytes)
  if (!kind) return refuse('unsupported', t('This is no project that Interline reads. Export it as QDPX and add that.'))
  return (await READERS[kind](tools))(bytes, unsaid)
}

async function kindOf(bytes: Uint8Array): Promise<FileKind | null> {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 64)).replace(/^ï»¿/, '')
  if (head.startsWith('PK\x03\x04')) {
    // What is wrong with an archive its reader says.
    const zip = await readZipParts(bytes, () => false, MOST_ENTRIES)
    if (zip.ok && zip.names.has('xl/workbook.xml')) return 'workbook'
    return zip.ok && [...zip.names].some((name) => /\.ann$/i.test(name)) ? 'brat' : 'qdpx'
  }
  if (head.startsWith('SQLite format 3\0')) return 'sqlite'
  if (/^\s*[[{]/.test(head)) return 'json'
  return isBinary(bytes) ? null : 'table'
}
