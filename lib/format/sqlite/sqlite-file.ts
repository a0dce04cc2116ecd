/** A value of a cell. */
export type SqliteValue = string | number | bigint | Uint8Array | null

export type SqliteRow = Readonly<Record<string, SqliteValue>>

/** An SQLite database of a stranger, opened to be read. Names of tables and columns are in lower case. */
export interface SqliteFile {
  /** Its tables with their columns; views and what is computed are not among them. */
  tables: ReadonlyMap<string, ReadonlySet<string>>
  /**
   * The rows of a table, in the order they are kept. A column that is not there is null.
   *
   * @throws when the file is damaged, or has more rows than are read
   */
  rows(table: string, columns: readonly string[]): Iterable<SqliteRow>
}

/** Opens a file, and closes it when the work is done. Null: it is none, or damaged. */
export type WithSqlite = <T>(bytes: Uint8Array, work: (file: SqliteFile) => T) => T | null

/** A cell as text; empty when it holds none. */
export function textOf(value: SqliteValue | undefined): string {
  if (typeof value === 'string') return value
  if (value instanceof Uint8Array) return new TextDecoder().decode(value)
  return value === null || value === undefined ? '' : String(value)
}

/** A cell as a whole number; NaN when it is none. */
export function numberOf(value: SqliteValue | undefined): number {
  if (typeof value === 'bigint') return Number(value)
  if (typeof value === 'number') return value
  return typeof value === 'string' && /^-?\d{1,15}$/.test(value.trim()) ? Number(value) : Number.NaN
}

/** What rows refer to one another by; empty for none. */
export function idOf(value: SqliteValue | undefined): string {
  return textOf(value)
}
