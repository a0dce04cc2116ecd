import type { BookSort } from '#/lib/format/codebook/book.ts'
import { isDna, readDna } from '#/lib/format/dna/read-dna.ts'
import { type RefusedSource, refuse } from '#/lib/format/import/import-result.ts'
import type { ReadForeign } from '#/lib/format/project/foreign-project.ts'
import { isTaguette, readTaguette } from '#/lib/format/taguette/read-taguette.ts'
import { t } from '#/lib/message/t.ts'
import type { SqliteFile } from './sqlite-file.ts'

/** Reads a database by what tables it has. */
export function readSqlite(file: SqliteFile, unsaid: BookSort): ReadForeign | RefusedSource {
  if (isTaguette(file)) return readTaguette(file, unsaid)
  if (isDna(file)) return readDna(file, unsaid)
  return refuse(
    'unsupported',
    t('This database is neither a Taguette project nor one of Discourse Network Analyzer 3. Export it as QDPX and add that.'),
  )
}

export function damagedSqlite(): RefusedSource {
  return refuse('corrupt', t('This database is damaged and cannot be opened. Export the project again and add the new copy.'))
}
