import type pg from 'pg'

/** What changes by being asked: when a session was last used. */
const LEFT_OUT: Record<string, string> = { sessions: `- 'last_seen_at'` }

/** A function that tells the state of every row of every table, to compare before and after. */
export async function fingerprints(pool: pg.Pool): Promise<() => Promise<string>> {
  const { rows } = await pool.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by tablename`,
  )
  const query = rows
    .map(
      ({ name }) =>
        `select '${name}' as t, count(*) as n, sum(hashtextextended((to_jsonb(r) ${LEFT_OUT[name] ?? ''})::text, 0)) as h from "${name}" r`,
    )
    .join(' union all ')
  return async () => {
    const { rows: sums } = await pool.query<{ t: string; n: string; h: string | null }>(`${query} order by t`)
    return sums.map(({ t, n, h }) => `${t} ${n} ${h}`).join('\n')
  }
}

/** The names of the tables in which two states differ. */
export function differingTables(before: string, after: string): string[] {
  const lines = new Set(before.split('\n'))
  return after
    .split('\n')
    .filter((line) => !lines.has(line))
    .map((line) => line.split(' ')[0] as string)
}
