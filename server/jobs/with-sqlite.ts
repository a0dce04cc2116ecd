import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { SqliteFile, SqliteRow, WithSqlite } from '#/lib/format/sqlite/sqlite-file.ts'

/** Rows that are read of a file. */
const MOST_ROWS = 2_000_000

/**
 * Opens an SQLite file of a stranger; only in a process of its own. It is read from a file of ours, because Node opens nothing else. Of
 * what is in it nothing is run: only ordinary tables are read, whole, column by column; views, virtual tables and computed columns are
 * code that its maker wrote.
 */
export const withSqlite: WithSqlite = (bytes, work) => {
  const folder = mkdtempSync(join(tmpdir(), 'interline-'))
  try {
    const path = join(folder, 'file.sqlite3')
    writeFileSync(path, bytes, { mode: 0o600 })
    const database = new DatabaseSync(path, { readOnly: true, allowExtension: false, defensive: true })
    try {
      database.exec('pragma trusted_schema = off; pragma cell_size_check = on; pragma mmap_size = 0')
      return work(open(database))
    } finally {
      database.close()
    }
  } catch (error) {
    if (isSqliteError(error)) return null
    throw error
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function isSqliteError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR'
}

function open(database: DatabaseSync): SqliteFile {
  const tables = new Map<string, Map<string, string>>()
  const names = new Map<string, string>()
  const listed = database.prepare("select name, sql from sqlite_master where type = 'table'").all()
  for (const { name, sql } of listed) {
    if (typeof name !== 'string' || typeof sql !== 'string' || /^\s*create\s+virtual/i.test(sql)) continue
    const columns = database.prepare(`pragma table_xinfo(${quoted(name)})`).all()
    const plain = columns.flatMap((column) => (column.hidden === 0 && typeof column.name === 'string' ? [column.name] : []))
    tables.set(name.toLowerCase(), new Map(plain.map((column) => [column.toLowerCase(), column])))
    names.set(name.toLowerCase(), name)
  }
  let read = 0
  return {
    tables: new Map([...tables].map(([name, columns]) => [name, new Set(columns.keys())])),
    *rows(table, columns) {
      const known = tables.get(table)
      const name = names.get(table)
      if (!known || name === undefined) return
      const asked = columns.map((column) => `${known.has(column) ? quoted(known.get(column) as string) : 'null'} as ${quoted(column)}`)
      const statement = database.prepare(`select ${asked.join(', ')} from ${quoted(name)}`)
      statement.setReadBigInts(true)
      for (const row of statement.iterate()) {
        if (++read > MOST_ROWS) throw new RangeError('More rows than are read')
        yield row as SqliteRow
      }
    },
  }
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
